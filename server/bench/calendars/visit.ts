import type { Browser, CDPSession, Page } from "playwright-core";

/** What one visit to a page costs in time and memory. */
export interface Visit {
  /** Until the first event was painted, in milliseconds. */
  first: number;
  /** What tasks took beyond 50 ms each, in milliseconds (Long Tasks API; "total blocking time"). */
  blocking: number;
  /** Memory of the page's script after a collection, in bytes. */
  heap: number;
}

/** What comes over the wire, headers and all. */
export interface Bytes {
  /** Page, script, styles and data that had come over the wire when the first event was painted, in bytes. */
  firstBytes: number;
  /** The same, once the page had settled. */
  bytes: number;
}

const TOLD = "first event at ";
/** What a page does so long after its first event counts too. */
const SETTLED_MS = 1_000;
const PATIENCE_MS = 120_000;

declare global {
  interface Window {
    blocking?: number;
  }
}

/** Runs in the page, before all else: adds up what long tasks block. */
function watchLongTasks(): void {
  window.blocking = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.blocking! += Math.max(0, duration - 50);
  });
  observer.observe({ type: "longtask", buffered: true });
}

/** Runs in the page: tells when the frame that first holds an event has been drawn. It looks into the finder too. */
function watchFirstEvent([selector, told]: readonly [string, string]): void {
  const hasEvent = () => document.querySelector(selector) ?? document.querySelector("hwbe-finder")?.shadowRoot?.querySelector(selector);
  function look(): void {
    if (!hasEvent()) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => console.log(told + performance.now());
    port1.postMessage(undefined);
  }
  requestAnimationFrame(look);
}

function countBytes(devtools: CDPSession): () => number {
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

async function firstEvent(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript(watchLongTasks);
  await page.addInitScript(watchFirstEvent, [selector, TOLD] as const);
  // It is told by the console, as a question to the page would run in it and hold it up.
  const told = page.waitForEvent("console", { predicate: (message) => message.text().startsWith(TOLD), timeout: PATIENCE_MS });
  await page.goto(url, { timeout: PATIENCE_MS });
  return Number((await told).text().slice(TOLD.length));
}

async function inNewContext<Result>(browser: Browser, use: (page: Page, devtools: CDPSession) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** Visits a page in a browser that has never seen it. `selector` finds an event; `rate` slows the processor down. */
export function visit(browser: Browser, url: string, selector: string, rate: number): Promise<Visit> {
  return inNewContext(browser, async (page, devtools) => {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    const first = await firstEvent(page, url, selector);
    await page.waitForTimeout(SETTLED_MS);
    const blocking = await page.evaluate(() => window.blocking ?? 0);
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    return { first, blocking, heap: usedSize };
  });
}

/** Visits a page for its bytes alone: while they are counted, the browser notes for each request which line of the script made it, which costs time. */
export function weigh(browser: Browser, url: string, selector: string): Promise<Bytes> {
  return inNewContext(browser, async (page, devtools) => {
    const count = countBytes(devtools);
    await devtools.send("Network.enable");
    await firstEvent(page, url, selector);
    const firstBytes = count();
    await page.waitForTimeout(SETTLED_MS);
    return { firstBytes, bytes: count() };
  });
}
