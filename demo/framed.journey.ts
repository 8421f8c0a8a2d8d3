import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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

test("a site on the list is told the height also where it withholds its address", async () => {
  const page = await openFramed(1440);
  await page.locator("iframe").evaluate((frame: HTMLIFrameElement) => {
    frame.height = "100";
    frame.referrerPolicy = "no-referrer";
    frame.src += "&again";
  });
  await until(async () => (await frameHeight(page)) > 500, "a higher frame");
  assert.equal(await page.frames().find((one) => one.url().endsWith("&again"))!.evaluate(() => document.referrer), "");
  await page.context().close();
});

test("a site that is not on the list may not frame the finder, and is told nothing", async () => {
  const html = `<title>Stranger</title><script>window.told = []; addEventListener("message", ({ data }) => told.push(data));</script><iframe src="${running.service}/embed"></iframe>`;
  const stranger = createServer((_, response) => response.setHeader("content-type", "text/html").end(html)).listen(0, "127.0.0.1");
  await once(stranger, "listening");
  const page = await running.page();
  const refused: string[] = [];
  page.on("console", (message) => refused.push(message.text()));
  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
  await until(() => page.frames().some((frame) => frame.url().startsWith("chrome-error:")), "a frame that was refused");
  assert.match(refused.join(" "), /frame-ancestors/);
  assert.deepEqual(await page.evaluate("told"), []);
  await page.context().close();
  stranger.close();
});

test("the same page stands by itself too, and a link is there where scripts do not run", async () => {
  const context = await running.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${running.service}/embed`);
  await page.getByRole("link", { name: "Find cancer wellbeing events" }).waitFor();
  await context.close();
});
