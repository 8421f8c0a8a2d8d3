import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright-core";
import { findChromium } from "../testing/browser.ts";
import { drawnRows } from "./drawn-rows.ts";
import { milliseconds } from "./report.ts";

const VISITS = 9;
const SLOW_DOWN = 4;
const TYPED = "fatigue kings breast coffee";

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const page = (body: string) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><body><h1>Host</h1>${body}`;

const pages = new Map<string, string>();

/** A host site. Its pages are what `pages` holds. */
async function hostSite(): Promise<Server> {
  const server = createServer((request, response) => {
    const body = pages.get(request.url ?? "");
    response.writeHead(body ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/** One page has the finder; the other has the same 20 rows, with the same styles, written out in HTML. */
async function writePages(browser: Browser, host: string, service: string): Promise<void> {
  pages.set("/finder", page(`<script type="module" src="${service}/widget/v1/hwbe-finder.js"></script><hwbe-finder></hwbe-finder>`));
  pages.set("/static", page(await drawnRows(browser, `${host}/finder`)));
}

declare global {
  interface Window {
    strokes?: number[];
  }
}

/** Runs in the page: tells when the frame that first holds an event has been drawn. */
function watchFirstEvent(): void {
  const hasEvent = () => document.querySelector("li") ?? document.querySelector("hwbe-finder")?.shadowRoot?.querySelector(".list li");
  function look(): void {
    if (!hasEvent()) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => console.log(`first event at ${performance.now()}`);
    port1.postMessage(undefined);
  }
  requestAnimationFrame(look);
}

async function firstEvent(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const visit = await context.newPage();
    const devtools = await context.newCDPSession(visit);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    await visit.addInitScript(watchFirstEvent);
    // It is told by the console, as a question to the page would run in it and hold it up.
    const told = visit.waitForEvent("console", (message) => message.text().startsWith("first event at "));
    await visit.goto(url);
    return Number((await told).text().slice("first event at ".length));
  } finally {
    await context.close();
  }
}

async function firstPaint(browser: Browser, host: string): Promise<string> {
  const times: { finder: number[]; plain: number[] } = { finder: [], plain: [] };
  for (let visit = 0; visit < VISITS; visit++) {
    times.finder.push(await firstEvent(browser, `${host}/finder`));
    times.plain.push(await firstEvent(browser, `${host}/static`));
  }
  const [finder, plain] = [median(times.finder), median(times.plain)];
  return `first event painted, ${SLOW_DOWN} × slower processor: ${milliseconds(finder)}, ${(finder / plain).toFixed(2)} × a static page of the same rows (${milliseconds(plain)})`;
}

/** Runs in the page: notes how long each key stroke takes until its frame is drawn (Event Timing API, steps of 8 ms). */
function watchKeyStrokes(): void {
  window.strokes = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === "keydown" || entry.name === "input") window.strokes!.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

async function settled(visit: Page): Promise<void> {
  await visit.waitForFunction(() => document.querySelector("hwbe-finder")?.shadowRoot?.querySelector("[aria-busy=false]"));
}

/** Whether a browser searches by itself in a directory of this size. */
async function searchesLocally(service: string): Promise<boolean> {
  return (await fetch(`${service}/v1/events/index`, { method: "HEAD" })).ok;
}

async function keyStrokes(browser: Browser, host: string, service: string): Promise<string> {
  const context = await browser.newContext();
  try {
    const visit = await context.newPage();
    await visit.goto(`${host}/finder`);
    await visit.locator("hwbe-finder .list li").first().waitFor();
    const box = visit.locator("hwbe-finder input[type=search]").first();
    const isLocal = await searchesLocally(service);
    const index = isLocal ? visit.waitForResponse((response) => response.url().endsWith("/v1/events/index")) : undefined;
    await box.pressSequentially("yoga", { delay: 60 });
    await (await index)?.finished();
    await settled(visit);
    await visit.evaluate(() => new Promise((ready) => requestIdleCallback(ready)));
    await box.fill("");
    await visit.evaluate(watchKeyStrokes);
    await box.pressSequentially(TYPED, { delay: 60 });
    await settled(visit);
    const slow = await visit.evaluate(() => window.strokes ?? []);
    const slowest = slow.length > 0 ? `the slowest ${milliseconds(Math.max(...slow))}` : "all under 16 ms";
    return `key strokes in the search box until painted (${TYPED.length} keys): ${slowest}`;
  } finally {
    await context.close();
  }
}

/** What a person's browser sees: time to the first event against static HTML, and the time that a key stroke takes. */
export async function browserCases(servicePort: number): Promise<string[]> {
  const { executablePath, args, env } = await findChromium();
  const host = await hostSite();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } as Record<string, string> });
  try {
    const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const service = `http://127.0.0.1:${servicePort}`;
    await writePages(browser, origin, service);
    return [await firstPaint(browser, origin), await keyStrokes(browser, origin, service)];
  } finally {
    await browser.close();
    host.closeAllConnections();
    host.close();
  }
}
