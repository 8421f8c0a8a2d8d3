import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import { axeFaults } from "../demo/testing/axe.ts";
import { ibmFaults } from "../demo/testing/ibm.ts";
import { MODES, type Theme } from "./attributes.ts";
import { FINDER_STATES, type FinderState } from "./testing/finder-states.ts";
import { startStatesSite, type StatesSite } from "./testing/states-site.ts";

interface Look {
  readonly theme: Theme;
  readonly colorScheme?: "light" | "dark";
}

const FIRST_LOOK: Look = { theme: "inherit" };
/**
 * Looks change colours alone: names, roles, references and sizes are those of the first look. Forced colours are those of a person, and
 * what the finder makes of them is in `adaptable.journey.ts`.
 */
const OTHER_LOOKS: readonly Look[] = [
  { theme: "nhs" },
  { theme: "inherit", colorScheme: "dark" },
  { theme: "nhs", colorScheme: "dark" },
];
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

let site: StatesSite;
const idle: Page[] = [];
before(async () => {
  site = await startStatesSite();
  idle.push(await site.page(), await site.page());
});
after(() => site?.stop());

async function take(page: Page, { theme, colorScheme = "light" }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate((name) => {
    for (const finder of document.querySelectorAll("hwbe-finder")) finder.setAttribute("theme", name);
    return document.querySelector("hwbe-finder")?.updateComplete;
  }, theme);
}

async function faultsOf(page: Page): Promise<string[]> {
  const faults = [...(await axeFaults(page)), ...(await ibmFaults(page))];
  for (const look of OTHER_LOOKS) {
    await take(page, look);
    const found = await axeFaults(page, "hwbe-finder", COLOUR_RULES);
    faults.push(...found.map((fault) => `${JSON.stringify(look)} ${fault}`));
  }
  await take(page, FIRST_LOOK);
  return faults;
}

async function checkState(page: Page, name: string, { modes = MODES, views = ["list"] }: FinderState): Promise<void> {
  const faults: string[] = [];
  for (const mode of modes) {
    for (const view of views) {
      await page.evaluate(([state, ...how]) => window.showFinder(state, ...how), [name, mode, view] as const);
      const found = await faultsOf(page);
      faults.push(...found.map((fault) => `${mode}, ${view}: ${fault}`));
    }
  }
  assert.deepEqual(faults, []);
}

test("the engines see faults that are put inside a finder", async () => {
  const page = await site.page();
  await page.evaluate(() => window.showFinder("a list", "public", "list"));
  await page.evaluate(() => {
    const root = document.querySelector("hwbe-finder")?.shadowRoot;
    root?.querySelector("label[for=q]")?.remove();
    root?.querySelector(".title")?.setAttribute("aria-describedby", "nowhere");
    root?.querySelector<HTMLElement>("#count")?.setAttribute("style", "color: #bbb; background: #fff");
  });
  const axe = (await axeFaults(page)).join("\n");
  for (const rule of ["axe label", "axe aria-valid-attr-value", "axe color-contrast"]) assert.match(axe, new RegExp(rule));
  assert.match((await ibmFaults(page)).join("\n"), /IBM input_label_exists/);
  await page.context().close();
});

describe("neither engine finds a fault in any state, mode, view or look", { concurrency: 2 }, () => {
  for (const [name, state] of Object.entries(FINDER_STATES)) {
    test(name, async () => {
      const page = idle.pop();
      assert.ok(page, "Each of two tests has a page");
      try {
        await checkState(page, name, state);
      } finally {
        idle.push(page);
      }
    });
  }
});
