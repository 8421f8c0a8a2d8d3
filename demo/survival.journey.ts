import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import { expectAccessible } from "./testing/axe.ts";
import { finderOn, type Finder } from "./testing/finder.ts";
import { HOSTILE_PAGES, hostilePage } from "./testing/hostile-pages.ts";
import { startRunningDemo, type RunningDemo } from "./testing/running-demo.ts";

const MOUNTS = 1_000;
/** Each takes some milliseconds, a collection among them. */
const LOOKS = 200;
let running: RunningDemo;
let shown = "";
const site = createServer((_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(shown));
before(async () => {
  running = await startRunningDemo();
  await once(site.listen(0, "127.0.0.1"), "listening");
});
after(async () => {
  site.closeAllConnections();
  site.close();
  await running?.stop();
});

/** Everything that a page says or complains of, from now on. */
function saidBy(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}

/** Opens a page of a website of its own: what a browser is told to make up has no place on the network, and may not ask the service. */
async function open(page: Page, html: string): Promise<Finder> {
  shown = html;
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  return finderOn(page);
}

/** Searches, opens an event, saves it and goes through the views. */
async function useAll(finder: Finder): Promise<void> {
  await finder.titles.first().waitFor();
  await finder.element.locator("#filters").waitFor({ state: "attached" });
  await finder.words.fill("sleep");
  await finder.button("Remove “sleep”").waitFor();
  await finder.settled.waitFor();
  await finder.titles.first().click();
  await finder.detail.getByText("Cost").waitFor();
  await finder.button(/^Save/).first().click();
  await finder.element.getByText(/^Saved events \(1/).first().waitFor();
  await finder.element.getByRole("radio", { name: "Map" }).check();
  await finder.button(/^Camden/).waitFor();
}

for (const hostile of HOSTILE_PAGES) {
  test(`the finder works in full, and in silence, on a page ${hostile.name}`, async () => {
    const page = await running.page();
    const said = saidBy(page);
    if (hostile.first) await page.addInitScript(hostile.first);
    await useAll(await open(page, hostilePage(hostile, running.service)));
    assert.deepEqual(said, []);
    await expectAccessible(page, hostile.name, "hwbe-finder");
    await page.context().close();
  });
}

test("two versions of the script on a page make one element, and the first to come wins", async () => {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  const page = await running.page();
  const said = saidBy(page);
  const pinned = `<script type="module" src="${running.service}/widget/${version}/hwbe-finder.js"></script>`;
  const finder = await open(page, hostilePage({ name: "", head: pinned }, running.service));
  await useAll(finder);
  // The pinned one leaves searches to the service.
  assert.equal(await page.evaluate(() => (customElements.get("hwbe-finder") as unknown as { loadLocalSearch?: unknown }).loadLocalSearch), undefined);
  assert.deepEqual(said, []);
  await page.context().close();
});

test("in a sandboxed frame, which has no origin and no storage, the finder works", async () => {
  const page = await running.page();
  const inner = hostilePage({ name: "" }, running.service).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  await open(page, `<!doctype html><title>Host</title><iframe title="Events" sandbox="allow-scripts" srcdoc="${inner}" width="900" height="900"></iframe>`);
  const element = page.frameLocator("iframe").locator("hwbe-finder");
  await element.locator(".title").first().click();
  await element.locator(".detail").getByText("Cost").waitFor();
  await page.context().close();
});

test("where all but the first script is blocked, the events still show, and a way on from each", async () => {
  const page = await running.page();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.route("**/chunks/**", (route) => route.abort());
  const finder = await open(page, hostilePage({ name: "" }, running.service));
  await finder.titles.nth(4).waitFor();
  await finder.titles.first().click();
  await finder.detail.getByRole("link", { name: "Open full page" }).waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test("a network that fails at first and answers later brings the events when a person tries again", async () => {
  const page = await running.page();
  let fails = true;
  await page.route("**/v1/events?**", (route) => (fails ? route.abort() : route.continue()));
  const finder = await open(page, hostilePage({ name: "" }, running.service));
  await finder.button("Try again").waitFor();
  fails = false;
  await finder.button("Try again").click();
  await finder.titles.first().waitFor();
  await page.context().close();
});

/** How many finders the page's memory holds after a collection, on the page or not, and how many listeners. */
async function heldBy(devtools: CDPSession): Promise<{ finders: number; listeners: number }> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { result } = await devtools.send("Runtime.evaluate", { expression: 'customElements.get("hwbe-finder").prototype' });
  const { objects } = await devtools.send("Runtime.queryObjects", { prototypeObjectId: result.objectId! });
  const counted = await devtools.send("Runtime.callFunctionOn", { objectId: objects.objectId!, functionDeclaration: "function () { return this.length; }", returnByValue: true });
  await devtools.send("Runtime.releaseObject", { objectId: objects.objectId! });
  const { metrics } = await devtools.send("Performance.getMetrics");
  return { finders: counted.result.value as number, listeners: metrics.find(({ name }) => name === "JSEventListeners")?.value ?? Number.NaN };
}

/** The same, once timers that were under way have let go of what they held. */
async function settledWith(finders: number, devtools: CDPSession): Promise<number> {
  let held = await heldBy(devtools);
  for (let look = 0; held.finders > finders && look < LOOKS; look++) held = await heldBy(devtools);
  assert.equal(held.finders, finders);
  return held.listeners;
}

/** Runs in the page: puts finders in and takes them out, each once it has drawn events. `keep` holds on to them. */
async function mount({ count, keep }: { count: number; keep: boolean }): Promise<void> {
  const held: Element[] = [];
  for (let turn = 0; turn < count; turn++) {
    const finder = document.createElement("hwbe-finder");
    document.body.append(finder);
    while (!finder.shadowRoot?.querySelector(".event")) await new Promise((resolve) => setTimeout(resolve));
    finder.remove();
    if (keep) held.push(finder);
  }
  if (keep) Object.assign(window, { held });
}

test(`${MOUNTS} finders that were put in and taken out leave no element and no listener behind`, async () => {
  const page = await running.page();
  await open(page, hostilePage({ name: "" }, running.service));
  await finderOn(page).element.locator("#filters").waitFor({ state: "attached" });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.evaluate(mount, { count: 20, keep: false });
  const start = await settledWith(1, devtools);
  await page.evaluate(mount, { count: MOUNTS, keep: false });
  assert.equal(await settledWith(1, devtools), start);
  // The same measure sees those that something holds on to.
  await page.evaluate(mount, { count: 10, keep: true });
  assert.ok((await settledWith(11, devtools)) > start);
  await page.context().close();
});
