import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import type { Mode } from "./attributes.ts";
import type { View } from "./state.ts";
import { heard, listen } from "./testing/live-regions.ts";
import { spokenTree } from "./testing/spoken-tree.ts";
import { startStatesSite, type StatesSite } from "./testing/states-site.ts";

/** What is expected stands in `testing/spoken/`. After a change that is meant, `UPDATE_SPOKEN=1` writes it anew: read the difference. */
const FOLDER = new URL("./testing/spoken/", import.meta.url);

let site: StatesSite;
before(async () => {
  site = await startStatesSite();
  await mkdir(FOLDER, { recursive: true });
});
after(() => site?.stop());

async function expectSpoken(name: string, spoken: string): Promise<void> {
  const file = new URL(`${name}.txt`, FOLDER);
  // The fixture's service has another name in each page.
  const same = spoken.replaceAll(/directory-[\da-f-]{36}/g, "directory");
  if (process.env["UPDATE_SPOKEN"]) await writeFile(file, same);
  assert.equal(same, await readFile(file, "utf8"));
}

/** How many events stand in the list: as few as show the state. */
const MAIN_STATES: readonly (readonly [state: string, mode: Mode, view: View, events: number])[] = [
  ["the first answer is late", "public", "list", 2],
  ["a list", "public", "list", 2],
  ["a list", "public", "month", 2],
  ["a list", "public", "map", 1],
  ["a list", "clinician", "list", 2],
  ["an unknown place", "public", "list", 1],
  ["nothing found", "public", "list", 1],
  ["filters that are chosen", "public", "list", 1],
  ["every event is full", "public", "list", 1],
  ["events are put aside", "clinician", "list", 4],
  ["events are compared", "public", "list", 3],
  ["concerns of a patient", "clinician", "list", 1],
  ["the service fails and there is no list", "public", "list", 1],
  ["the service fails and the last list is kept", "public", "list", 1],
];

for (const [state, mode, view, events] of MAIN_STATES) {
  const name = `${state}, ${mode}, ${view}`;
  test(`screen readers are told: ${name}`, async () => {
    const page = await site.page({ width: 360 });
    await page.evaluate((how) => window.showFinder(...how), [state, mode, view, { "page-size": String(events) }] as const);
    await expectSpoken(name.replaceAll(/\W+/g, "-"), await spokenTree(page));
    await page.context().close();
  });
}

/** Each step of a person, and what it must lead to being said. */
const STEPS: readonly (readonly [does: string, act: (page: Page) => Promise<unknown>, until: RegExp])[] = [
  ["searches for “tired”", (page) => search(page, "tired"), /found/],
  ["searches for “tiredness”, which finds as many", (page) => search(page, "tiredness"), /found/],
  ["searches for “zzzz”", (page) => search(page, "zzzz"), /No events/],
  ["clears all", (page) => page.getByRole("button", { name: "Clear all" }).first().click(), /found/],
  ["asks for more events", (page) => page.getByRole("button", { name: "Show more events" }).click(), /Showing/],
  ["chooses a topic", (page) => page.locator("hwbe-finder input[value=fatigue]").check(), /found/],
  ["saves an event", (page) => page.getByRole("button", { name: "Save", exact: true }).first().click(), /Saved/],
  ["looks at a place that is not known", (page) => search(page, "Nowhere", "#near"), /We do not know/],
  ["clears all", (page) => page.getByRole("button", { name: "Clear all" }).first().click(), /found/],
  ["looks by month", (page) => page.getByLabel("By month").check(), /found/],
  ["goes to the next month", (page) => page.getByRole("button", { name: /^Later/ }).click(), /found/],
  ["searches when the service fails", failing, /Sorry/],
];

async function search(page: Page, words: string, field = "#q"): Promise<void> {
  await page.locator(`hwbe-finder ${field}`).fill(words);
  await page.keyboard.press("Enter");
}

async function failing(page: Page): Promise<void> {
  await page.evaluate(() => (window.fetch = () => Promise.resolve(new Response("", { status: 503 }))));
  await search(page, "Camden", "#near");
}

test("what is announced while a person uses the finder", async () => {
  const page = await site.page();
  await page.evaluate(() => window.showFinder("a list", "public", "list"));
  await listen(page);
  const log: string[] = [];
  for (const [does, act, until] of STEPS) {
    await act(page);
    log.push(`The person ${does}:`, ...(await heard(page, until)).map((words) => `  ${words}`));
  }
  await expectSpoken("announcements", `${log.join("\n")}\n`);
  await page.context().close();
});
