import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible } from "./testing/axe.ts";
import { visit } from "./testing/finder.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

/** 16 points, in CSS pixels (CSS Values and Units 4, section 6.2). */
const LARGE_PRINT_PX = 16 * (96 / 72);

test("a person saves events on a phone, compares them, comes back to them, and prints them in large letters", async () => {
  const page = await running.page({ width: 360, height: 740 });
  const finder = await visit(page, `${running.demo}/trust`);
  for (const place of [0, 1]) await finder.button(/^Save$/).nth(0).click().then(() => finder.button(/^Saved$/).nth(place).waitFor());
  await finder.element.getByText("Saved events (2)").first().click();
  await finder.button("Compare 2 events").click();
  const table = finder.element.getByRole("table", { name: "Compare events" });
  assert.equal(await table.getByRole("columnheader").count(), 2);
  assert.equal(await table.getByRole("rowheader").count(), 8);
  await expectAccessible(page, "the comparison");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "the table scrolls, and not the page");

  await page.reload();
  await finder.element.getByText("Saved events (2)").click();
  await finder.link("Open printable sheet").click();
  await page.waitForURL((url) => url.origin === running.service);
  await expectAccessible(page, "the sheet");
  await page.emulateMedia({ media: "print" });
  const events = page.locator(".hwbe-sheet__event");
  assert.equal(await events.count(), 2);
  const sizes = await events.locator("p, dt, dd, a").evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
  assert.ok(Math.min(...sizes) >= LARGE_PRINT_PX - 0.1, String(Math.min(...sizes)));
  for (const event of await events.all()) {
    assert.equal(await event.evaluate((whole) => getComputedStyle(whole).breakInside), "avoid");
    assert.ok(await event.getByRole("img", { name: /^Code that leads to the page of / }).isVisible());
    assert.ok(await event.getByText("Call or ask").isVisible());
  }
});
