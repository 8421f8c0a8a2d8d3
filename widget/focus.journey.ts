import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { MODES, type Theme } from "./attributes.ts";
import { focusRing } from "./testing/focus-ring.ts";
import { startStatesSite, type StatesSite } from "./testing/states-site.ts";

let site: StatesSite;
before(async () => {
  site = await startStatesSite();
});
after(() => site?.stop());

const CAN_FOCUS = "a[href], button:enabled, input:enabled, select, textarea, summary, [tabindex='0']";

/** One of each kind of thing that can have the focus, by a state that shows it. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  "everything is open": [
    "#q", "#miles", "form .primary", ".here", "#shortlist-title", ".shortlist .secondary", ".pill input:not(:checked)", ".pill input:checked", ".choice input",
    ".title", "textarea", ".save .secondary[aria-pressed='true']", ".save .secondary[aria-pressed='false']", ".tell-us a",
  ],
  "events are compared": [".compare"],
  "filters that are chosen": [".chip"],
  "a borough is chosen on the map": [".tile button[aria-pressed='false']", ".tile button[aria-pressed='true']"],
};
/** On a dark page the NHS theme is as it is on a light one. Of the rules for forced colours it has all, and some of its own. */
const LOOKS: readonly (readonly [Theme, Parameters<Page["emulateMedia"]>[0]])[] = [
  ["inherit", {}],
  ["inherit", { colorScheme: "dark" }],
  ["nhs", {}],
  ["nhs", { forcedColors: "active" }],
  ["nhs", { forcedColors: "active", colorScheme: "dark" }],
];
/** All around at half the width that criterion 2.4.13 (AAA) asks for, or a line of it below: enough to be seen (2.4.7). */
const ENOUGH = 0.5;

async function focused(page: Page) {
  return page.evaluate((canFocus) => {
    const root = document.querySelector("hwbe-finder")?.shadowRoot;
    const at = root?.activeElement;
    if (!root || !at) return undefined;
    const all = [...root.querySelectorAll<HTMLElement>(canFocus)].filter((one) => one.checkVisibility());
    // The finder's radio buttons lie unseen on their words.
    const shown = at.matches(".pill input") ? (at.parentElement ?? at) : at;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const over = root.elementFromPoint(left + Math.min(width / 2, innerWidth / 2), top + Math.min(height / 2, innerHeight / 2));
    const name = `${at.localName}.${at.className} ${at.textContent?.trim().slice(0, 40)}`;
    return { name, place: all.indexOf(at as HTMLElement), isInSight: top >= 0 && top < innerHeight && left >= 0 && left < innerWidth, isOnTop: shown.contains(over) || over?.contains(shown) === true };
  }, CAN_FOCUS);
}

for (const mode of MODES) {
  test(`by Tab the focus goes through all that is open in the order of reading, and is never hidden, ${mode}`, async () => {
    const page = await site.page({ width: 360, height: 640 });
    await page.evaluate((how) => window.showFinder("everything is open", how, "list"), mode);
    const stops: number[] = [];
    for (;;) {
      await page.keyboard.press("Tab");
      const at = await focused(page);
      if (!at) break;
      assert.ok(at.isInSight && at.isOnTop, `${at.name} has the focus and is hidden`);
      stops.push(at.place);
    }
    assert.deepEqual(stops, [...stops].sort((one, other) => one - other), "the order of reading");
    // Of radio buttons of one name Tab reaches one.
    const reached = await page.evaluate((canFocus) => {
      const all = [...(document.querySelector("hwbe-finder")?.shadowRoot?.querySelectorAll<HTMLInputElement>(canFocus) ?? [])].filter((one) => one.checkVisibility());
      return all.filter(({ type, checked }) => type !== "radio" || checked).length;
    }, CAN_FOCUS);
    assert.equal(stops.length, reached, "how many have the focus once");
    await page.context().close();
  });
}

test("the ring around what has the focus is big enough and stands out, in each theme, on a dark page and in forced colours", async () => {
  const page = await site.page({ width: 700, height: 900 });
  const faint: string[] = [];
  for (const [state, kinds] of Object.entries(KINDS)) {
    const view = state.includes("map") ? "map" : "list";
    await page.evaluate((how) => window.showFinder(...how), [state, "public", view] as const);
    for (const [theme, media] of LOOKS) {
      await page.locator("hwbe-finder").evaluate((finder, name) => finder.setAttribute("theme", name), theme);
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce", ...media });
      await page.keyboard.press("Shift");
      for (const kind of kinds) {
        const ring = await focusRing(page, page.locator(`hwbe-finder ${kind}`).locator("visible=true").first());
        if (ring < ENOUGH) faint.push(`${kind}, ${theme} ${JSON.stringify(media)}: ${ring.toFixed(2)}`);
      }
    }
  }
  assert.deepEqual(faint, []);
  await page.context().close();
});

test("the check sees a ring that is too faint", async () => {
  const page = await site.page();
  await page.evaluate(() => window.showFinder("a list", "public", "list"));
  await page.locator("hwbe-finder").evaluate((finder) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":focus-visible { outline-color: #ccc !important; box-shadow: none !important }");
    finder.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  await page.keyboard.press("Shift");
  assert.ok((await focusRing(page, page.locator("hwbe-finder #near"))) < ENOUGH);
  await page.context().close();
});
