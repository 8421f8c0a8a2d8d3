import type { Mode } from "../attributes.ts";
import type { View } from "../state.ts";
import { FinderPage } from "./finder-page.ts";
import { FINDER_STATES, type FinderState } from "./finder-states.ts";
import { FixtureFeed } from "./fixture-feed.ts";

declare global {
  interface Window {
    /** Takes away what was shown, and shows a finder in a state. `tag` holds attributes besides those of the state. */
    showFinder(state: string, mode: Mode, view: View, tag?: Readonly<Record<string, string>>): Promise<void>;
  }
}

/** As many as the fixture has kinds of events. */
const PAGE_SIZE = 10;

let shown: FinderPage | undefined;

function clear(): void {
  Reflect.deleteProperty(navigator, "onLine");
  Reflect.deleteProperty(navigator.geolocation, "getCurrentPosition");
  for (const finder of document.querySelectorAll("hwbe-finder")) finder.remove();
  shown?.close();
}

async function open(page: FinderPage, { opensWith, events = PAGE_SIZE }: FinderState): Promise<void> {
  if (opensWith) return void (await page.shows(opensWith));
  await page.shows("#filters");
  await page.hasAll(".title", Math.min(events, Number(page.element.pageSize)));
}

window.showFinder = async (name, mode, view, tag) => {
  const state = FINDER_STATES[name];
  if (!state) throw new Error(`There is no state "${name}"`);
  clear();
  const feed = new FixtureFeed(state.events).install();
  state.before?.(feed);
  shown = FinderPage.open({ "page-size": String(PAGE_SIZE), ...state.tag, ...tag, mode }, feed);
  await open(shown, state);
  if (view !== "list") await shown.chooses(view);
  await state.does?.(shown);
  if (!feed.isHeld) await shown.settles();
};
