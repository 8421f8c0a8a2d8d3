import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible, expectNoSideways } from "./testing/axe.ts";
import { visit } from "./testing/finder.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

test("a nurse goes from a patient's concerns to a shortlist, a line for the record, and one referral", async () => {
  const page = await running.page({ width: 1024, height: 768 });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  // As on an intranet without encryption.
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const finder = await visit(page, `${running.demo}/intranet`);
  await finder.element.getByText("Concerns", { exact: true }).click();
  await finder.element.getByRole("checkbox", { name: "Loneliness" }).check();
  await finder.element.getByText("From concerns: Loneliness").waitFor();
  await expectAccessible(page, "the concerns");
  await finder.element.getByText("Concerns (1 chosen)").click();

  const rows = finder.element.getByRole("article");
  const takesReferrals = rows.filter({ has: page.getByRole("link", { name: /^Refer/ }) });
  const takesNone = rows.filter({ hasText: "Drop in, no need to book" });
  for (const row of [takesReferrals.nth(0), takesReferrals.nth(1), takesNone.first()]) await row.getByRole("button", { name: "Add to shortlist" }).click();
  await finder.element.getByText("Shortlist (3 events)").first().click();
  await finder.element.getByText("You cannot refer to this here. Drop in, no need to book.").waitFor();
  await expectAccessible(page, "the shortlist");
  await expectNoSideways(page, "the shortlist");

  await finder.button("Copy 3 lines for the record").click();
  await finder.button("Copied").waitFor();
  await finder.words.focus();
  await page.keyboard.press("Control+V");
  assert.match(await finder.words.inputValue(), /^Health and wellbeing event offered: .* Information given\. http/);

  await finder.link("Refer a patient to 2 events").click();
  await page.getByRole("heading", { level: 1, name: "Refer a patient" }).waitFor();
  assert.equal(await page.getByRole("group", { name: "Events" }).getByRole("checkbox", { checked: true }).count(), 2);
  assert.deepEqual(asked.filter((text) => /loneliness|concern/i.test(text)), []);
  await page.context().close();
});

test("ten events stand on a nurse's screen, and her usual filters are on when she comes back", async () => {
  const page = await running.page({ width: 1024, height: 768 });
  const finder = await visit(page, `${running.demo}/intranet`);
  await finder.titles.nth(9).waitFor();
  const heights = await finder.element.getByRole("article").evaluateAll((rows) => rows.slice(0, 10).map((row) => row.getBoundingClientRect().height));
  assert.ok(heights.reduce((sum, height) => sum + height) < 768, String(heights));

  await finder.button("Filters").click();
  await finder.element.getByRole("checkbox", { name: /^Breast cancer/ }).check();
  await finder.button(/^Show \d+ events?$/).click();
  await page.reload();
  await finder.element.getByText("Your usual filters are on.").waitFor();
  await finder.button("Remove Breast cancer").waitFor();
  await finder.button("Clear usual filters").click();
  await finder.element.getByText("Your usual filters are on.").waitFor({ state: "detached" });
  await page.reload();
  await finder.titles.nth(9).waitFor();
  assert.equal(await finder.element.locator(".chip").count(), 0);
  await page.context().close();
});
