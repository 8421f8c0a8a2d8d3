import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { finderOn } from "./testing/finder.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running.stop());

const MOST_STOPS = 150;

interface Focused {
  id: string;
  name: string;
  value: string;
  words: string;
  /** Whether something can be seen around what has the focus: a ring, a shadow or another background. */
  shown: boolean;
}

/** What has the focus, inside shadow roots too. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!(at instanceof HTMLElement)) throw new Error("Nothing has the focus");
    const { outlineStyle, boxShadow } = getComputedStyle(at);
    const around = at.closest("label") ?? at;
    return {
      id: at.id,
      name: at.getAttribute("name") ?? "",
      value: at.getAttribute("value") ?? "",
      words: (at.textContent ?? "").trim().replace(/\s+/g, " "),
      shown: outlineStyle !== "none" || boxShadow !== "none" || getComputedStyle(around).outlineStyle !== "none",
    };
  });
}

/** Presses Tab until the focus is where it should be. Each stop on the way must be visible. */
async function tabTo(page: Page, what: string, isThere: (focused: Focused) => boolean): Promise<Focused> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at.words !== "" && at.id === "" && at.name === "" && page.url() === "about:blank") break;
    if (isThere(at)) {
      assert.ok(at.shown, `The focus cannot be seen on ${what}`);
      return at;
    }
  }
  throw new Error(`Tab does not reach ${what}`);
}

const says = (words: string) => (at: Focused) => at.words.startsWith(words);

test("by keyboard alone, a person skips to the finder, searches, filters, reads an event and goes on to get a place", async () => {
  const page = await running.page();
  await page.goto(`${running.demo}/trust`);
  const finder = finderOn(page);
  await finder.titles.first().waitFor();
  await tabTo(page, "the skip link", says("Skip to main content"));
  await page.keyboard.press("Enter");
  await tabTo(page, "the words", ({ id }) => id === "q");
  await page.keyboard.type("fatige");
  await page.keyboard.press("Enter");
  await finder.button("Remove “fatige”").waitFor();
  await page.waitForFunction(() => document.querySelector("hwbe-finder")?.shadowRoot?.activeElement?.id === "count");

  for (let back = 0; (await focused(page)).name !== "audience" && back < MOST_STOPS; back++) {
    await page.keyboard.press("Shift+Tab");
    if ((await focused(page)).words === "Who it is for") await page.keyboard.press("Enter").then(() => page.keyboard.press("Tab"));
  }
  await page.keyboard.press("Space");
  await finder.element.locator(".chip").nth(1).waitFor();

  await tabTo(page, "an event", ({ id }) => id.startsWith("t-"));
  await page.keyboard.press("Enter");
  await finder.detail.getByText("How to get a place").waitFor();
  await tabTo(page, "the way to a place", ({ words }) => /^(Book or refer|How to get a place|Join the waiting list)/.test(words));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.origin === running.service && url.pathname.startsWith("/events/"));
  await page.context().close();
});

test("by keyboard alone, a nurse shortlists events and opens the sheet to print", async () => {
  const page = await running.page({ width: 1024, height: 768 });
  await page.goto(`${running.demo}/intranet`);
  const finder = finderOn(page);
  await finder.button("Add to shortlist").first().waitFor();
  await tabTo(page, "an event", ({ id }) => id.startsWith("t-"));
  await page.keyboard.press("s");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("s");
  await finder.element.getByText("Shortlist (2 events)").first().waitFor();
  for (let back = 0; !(await focused(page)).words.startsWith("Open printable sheet") && back < MOST_STOPS; back++) await page.keyboard.press("Shift+Tab");
  const opened = page.context().waitForEvent("page");
  await page.keyboard.press("Enter");
  const sheet = await opened;
  await sheet.waitForLoadState();
  assert.equal(new URL(sheet.url()).origin, running.service);
  assert.equal(new URL(sheet.url()).searchParams.getAll("ids").flatMap((ids) => ids.split(",")).length, 2);
  await page.context().close();
});

test("by keyboard alone, a person searches the service's own list and opens an event", async () => {
  const page = await running.page();
  await page.goto(`${running.service}/events`);
  await tabTo(page, "the words", ({ name }) => name === "q");
  await page.keyboard.type("money");
  await Promise.all([page.waitForURL(/q=money/), page.keyboard.press("Enter")]);
  const address = await page.locator("main a[href*='/events/']").first().getAttribute("href");
  assert.ok(address);
  await tabTo(page, "an event", ({ words }) => words !== "" && address !== "");
  await page.locator(`main a[href='${address}']`).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => /^\/events\/[a-z0-9-]+$/.test(url.pathname));
  await page.context().close();
});
