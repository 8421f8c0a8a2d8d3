import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { visit } from "./testing/finder.ts";
import { says, tabTo } from "./testing/keyboard.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

test("by keyboard alone, a person skips to the finder, searches, filters, reads an event and goes on to get a place", async () => {
  const page = await running.page();
  const finder = await visit(page, `${running.demo}/trust`);
  await tabTo(page, "the skip link", says("Skip to main content"));
  await page.keyboard.press("Enter");
  await tabTo(page, "the words", ({ id }) => id === "q");
  await page.keyboard.type("fatige");
  await page.keyboard.press("Enter");
  await finder.button("Remove “fatige”").waitFor();
  await page.waitForFunction(() => document.querySelector("hwbe-finder")?.shadowRoot?.activeElement?.id === "count");

  await tabTo(page, "who it is for", says("Who it is for"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, "carers", ({ value }) => value === "carers");
  await page.keyboard.press("Space");
  await finder.button("Remove Carers, family and friends").waitFor();

  await tabTo(page, "an event", ({ id }) => id.startsWith("t-"));
  await page.keyboard.press("Enter");
  await finder.detail.getByText("How to get a place").first().waitFor();
  await tabTo(page, "the way to a place", ({ href }) => href.endsWith("#get-a-place"));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.origin === running.service && url.hash === "#get-a-place");
  await page.context().close();
});

test("by keyboard alone, a person on a phone opens the filters, chooses, and comes back to the list", async () => {
  const page = await running.page({ width: 360 });
  const finder = await visit(page, `${running.demo}/narrow-column`);
  await tabTo(page, "the filters", says("Filters"));
  await page.keyboard.press("Enter");
  await tabTo(page, "a type of cancer", ({ value }) => value === "breast");
  await page.keyboard.press("Space");
  await finder.button("Filters (1 chosen)").waitFor();
  await tabTo(page, "the way back to the list", ({ words }) => /^Show \d+ events$/.test(words));
  await page.keyboard.press("Enter");
  await tabTo(page, "an event", ({ id }) => id.startsWith("t-"));
  await page.context().close();
});

test("by keyboard alone, a nurse shortlists events and opens the sheet to print", async () => {
  const page = await running.page({ width: 1024, height: 768 });
  const finder = await visit(page, `${running.demo}/intranet`);
  await tabTo(page, "an event", ({ id }) => id.startsWith("t-"));
  await page.keyboard.press("s");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("s");
  await finder.element.getByText("Shortlist (2 events)").first().waitFor();
  await tabTo(page, "the shortlist", says("Shortlist (2 events)"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, "the sheet", says("Open printable sheet"));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.origin === running.service);
  assert.equal(await page.locator("main h2").count(), 2);
  await page.context().close();
});

test("by keyboard alone, a person searches the service's own list and opens an event", async () => {
  const page = await running.page();
  await page.goto(`${running.service}/events`);
  await tabTo(page, "the words", ({ name }) => name === "q");
  await page.keyboard.type("money");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=money/);
  await tabTo(page, "an event", ({ href }) => /\/events\/[a-z0-9-]+$/.test(href));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => /^\/events\/[a-z0-9-]+$/.test(url.pathname));
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.context().close();
});
