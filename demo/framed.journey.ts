import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { until } from "../server/testing/until.ts";
import { expectAccessible, expectNoSideways } from "./testing/axe.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

let running: RunningDemo;
before(async () => {
  running = await startRunningDemo();
});
after(() => running?.stop());

async function openFramed(width: number): Promise<Page> {
  const page = await running.page({ width });
  await page.goto(`${running.demo}/framed`);
  await page.frameLocator("iframe").locator(".title").first().waitFor();
  return page;
}

const frameHeight = (page: Page) => page.locator("iframe").evaluate((frame) => frame.clientHeight);

for (const width of [320, 1440]) {
  test(`a site that takes no scripts shows the finder in a frame as high as it needs, ${width} pixels wide`, async () => {
    const page = await openFramed(width);
    const frame = page.frames().find((one) => one.url().includes("/embed"))!;
    await until(async () => (await frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)) <= 0, "a frame as high as its page");
    const before = await frameHeight(page);
    await page.frameLocator("iframe").locator(".title").first().click();
    await until(async () => (await frameHeight(page)) > before, "a higher frame");
    await expectNoSideways(page, "framed");
    await expectAccessible(page, "framed");
    await page.context().close();
  });
}

test("the way to a place leads out of the frame, to a page that nobody may frame", async () => {
  const page = await openFramed(1440);
  const frame = page.frameLocator("iframe");
  await frame.locator(".title").first().click();
  await frame.locator(".detail a[target=_top]").last().click();
  await page.waitForURL((url) => url.origin === running.service);
  await page.context().close();
});

test("a site that is not on the list may not frame the finder, and is told nothing", async () => {
  const page = await running.page();
  const stranger = "http://stranger.localhost:1";
  await page.route(`${stranger}/`, (route) => route.fulfill({ contentType: "text/html", body: `<title>Stranger</title><script>window.told = []; addEventListener("message", ({ data }) => told.push(data));</script><iframe src="${running.service}/embed"></iframe>` }));
  await page.goto(`${stranger}/`);
  await until(() => page.frames().some((frame) => frame.url().startsWith("chrome-error:")), "a frame that was refused");
  assert.deepEqual(await page.evaluate("told"), []);
  await page.context().close();
});

test("the same page stands by itself too, and a link is there where scripts do not run", async () => {
  const context = await running.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${running.service}/embed`);
  await page.getByRole("link", { name: "Find cancer wellbeing events" }).waitFor();
  await context.close();
});
