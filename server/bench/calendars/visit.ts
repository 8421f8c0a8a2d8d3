import type { Browser } from "playwright-core";

/** What one visit to a page costs. */
export interface Visit {
  /** Until the first event was painted, in milliseconds. */
  first: number;
  /** What tasks took beyond 50 ms each, in milliseconds (Long Tasks API; "total blocking time"). */
  blocking: number;
  /** Memory of the page's script after a collection, in bytes. */
  heap: number;
  /** What came over the wire, in bytes. */
  bytes: number;
}

const SETTLED_MS = 1_000;

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

/** Runs in the page: tells when the frame that first holds an event has been drawn. */
function watchFirstEvent(selector: string): void {
  const hasEvent = () => document.querySelector(selector) ?? document.querySelector("hwbe-finder")?.shadowRoot?.querySelector(".list li");
  function look(): void {
    if (!hasEvent()) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => console.log(`first event at ${performance.now()}`);
    port1.postMessage(undefined);
  }
  requestAnimationFrame(look);
}

/** Visits a page in a browser that has never seen it. `selector` finds an event; `rate` slows the processor down. */
export async function visit(browser: Browser, url: string, selector: string, rate: number): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    let bytes = 0;
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await devtools.send("Network.enable");
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    await page.addInitScript(watchLongTasks);
    await page.addInitScript(watchFirstEvent, selector);
    // It is told by the console, as a question to the page would run in it and hold it up.
    const told = page.waitForEvent("console", { predicate: (message) => message.text().startsWith("first event at "), timeout: 120_000 });
    await page.goto(url, { timeout: 120_000 });
    const first = Number((await told).text().slice("first event at ".length));
    await page.waitForTimeout(SETTLED_MS);
    const blocking = await page.evaluate(() => window.blocking ?? 0);
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    return { first, blocking, heap: usedSize, bytes };
  } finally {
    await context.close();
  }
}
