import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../server/testing/until.ts";
import { expectAccessible, expectNoSideways } from "./testing/axe.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

test("each choice makes the tag anew and shows the finder with it, in an address that can be kept", async () => {
  const page = await running.page();
  await page.goto(`${running.service}/developers/snippet`);
  const finder = page.locator("hwbe-finder");
  await finder.locator(".title").first().waitFor();
  const all = await finder.locator("#count").innerText();
  await page.getByLabel("Only events on one topic").selectOption("sleep");
  await until(async () => (await page.getByLabel("The tag").innerText()).includes('<hwbe-finder topic="sleep">'), "the tag");
  await until(async () => (await finder.locator("#count").innerText()) !== all, "fewer events");
  await page.getByLabel("Colours of the NHS").check();
  await until(async () => (await page.getByLabel("A frame", { exact: true }).innerText()).includes("topic=sleep&amp;theme=nhs"), "the frame");
  await finder.locator(".finder.nhs").waitFor();
  assert.match(await page.locator("#made").innerText(), /now have your choices/);
  const { searchParams } = new URL(page.url());
  assert.deepEqual([searchParams.get("topic"), searchParams.get("theme")], ["sleep", "nhs"]);
  await page.reload();
  assert.match(await page.getByLabel("The tag").innerText(), /topic="sleep" theme="nhs"/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: /Copy.*The tag/ }).click();
  await until(async () => (await page.locator("#made").innerText()) === "Copied.", "word of the copy");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.getByLabel("The tag", { exact: true }).locator("code").textContent());
  await expectNoSideways(page, "snippet");
  await expectAccessible(page, "snippet");
  await page.context().close();
});
