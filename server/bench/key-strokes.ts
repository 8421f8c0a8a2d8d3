import { chromium, type Browser, type Page } from "playwright-core";
import { findChromium } from "../testing/browser.ts";
import { hostedPage } from "./calendars/site.ts";
import type { ServerProcess } from "./child.ts";
import { milliseconds } from "./report.ts";

const TYPED = ["fatigue kings breast coffee", "tired after chemo", "yogga in camdn"];
const TOLD = "painted after ";
/** Frames follow as soon as there is something to draw. A screen of 60 Hz adds up to 17 ms, and hides what the finder itself takes. */
const AT_ONCE = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

interface Stroke {
  /** From the key to the frame with its result, in milliseconds. */
  whole: number;
  /** From the request to that frame, or null where this browser searched by itself. */
  asked: number | null;
}

/** Runs in the page: tells for each key when the frame that holds its result has been drawn. */
function watchKeys(told: string): void {
  const root = document.querySelector("hwbe-finder")!.shadowRoot!;
  let pressed = 0;
  const askedAt = () => {
    const last = performance.getEntriesByType("resource").findLast(({ name }) => name.includes("/v1/events?"));
    return last && last.startTime > pressed ? last.startTime : undefined;
  };
  function tell(): void {
    const now = performance.now();
    const asked = askedAt();
    console.log(told + JSON.stringify({ whole: now - pressed, asked: asked === undefined ? null : now - asked }));
  }
  function look(): void {
    if (!root.querySelector(".results[aria-busy=false]")) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = tell;
    port1.postMessage(undefined);
  }
  root.addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), { capture: true });
  root.addEventListener("input", () => requestAnimationFrame(look), { capture: true });
}

/** Whether a browser searches by itself in a directory of this size. */
async function searchesLocally(origin: string): Promise<boolean> {
  return (await fetch(`${origin}/v1/events/index`, { method: "HEAD" })).ok;
}

/** A person's first search brings the index: those that follow are what people feel. */
async function searchOnce(page: Page, origin: string): Promise<void> {
  const index = (await searchesLocally(origin)) ? page.waitForResponse((response) => response.url().endsWith("/v1/events/index")) : undefined;
  await page.locator("hwbe-finder input[type=search]").fill("yoga");
  await (await index)?.finished();
  await rest(page);
}

async function rest(page: Page): Promise<void> {
  await page.locator("hwbe-finder .results[aria-busy=false]").waitFor();
  await page.evaluate(() => new Promise((ready) => requestIdleCallback(ready)));
}

async function press(page: Page, key: string): Promise<Stroke> {
  const told = page.waitForEvent("console", (message) => message.text().startsWith(TOLD));
  await page.keyboard.press(key);
  return JSON.parse((await told).text().slice(TOLD.length)) as Stroke;
}

async function strokesOf(browser: Browser, origin: string): Promise<Stroke[]> {
  const page = await browser.newPage();
  await page.goto(`${origin}/keys`);
  await page.locator("hwbe-finder .list > li").first().waitFor();
  await searchOnce(page, origin);
  const strokes: Stroke[] = [];
  for (const words of TYPED) {
    await page.locator("hwbe-finder input[type=search]").fill("");
    await rest(page);
    if (strokes.length === 0) await page.evaluate(watchKeys, TOLD);
    for (const key of words) strokes.push(await press(page, key));
  }
  return strokes;
}

function spread(times: readonly number[]): { middle: number; most: number; slowest: number } {
  const sorted = times.toSorted((a, b) => a - b);
  return { middle: sorted[sorted.length >> 1]!, most: sorted[Math.floor(sorted.length * 0.95)]!, slowest: sorted.at(-1)! };
}

function line(name: string, times: readonly number[], target: number): string {
  const { middle, most, slowest } = spread(times);
  const figures = `median ${milliseconds(middle)}, 95 % within ${milliseconds(most)}, slowest ${milliseconds(slowest)}`;
  return `${name}: ${figures} (${most < target ? "met" : "missed"}: under ${target} ms)`;
}

/**
 * What a key stroke in the search box takes until its result is painted, one key after the other. Where the service answers, also what is left
 * without the pause in which the finder waits for the next key.
 */
export async function keyStrokes(service: ServerProcess): Promise<string[]> {
  const { executablePath, args, env } = await findChromium();
  const origin = `http://127.0.0.1:${service.port}`;
  await service.host(hostedPage("/keys", '<script type="module" src="/widget/v1/hwbe-finder.js"></script>', "<hwbe-finder></hwbe-finder>"));
  const browser = await chromium.launch({ executablePath, args: [...args, ...AT_ONCE], env: { ...process.env, ...env } });
  try {
    const strokes = await strokesOf(browser, origin);
    const target = (await searchesLocally(origin)) ? 16 : 50;
    const asked = strokes.flatMap((stroke) => stroke.asked ?? []);
    return [
      line(`key stroke until its result is painted (${strokes.length} keys)`, strokes.map(({ whole }) => whole), target),
      ...(asked.length > 0 ? [line(`  from the request on (${asked.length})`, asked, target)] : []),
    ];
  } finally {
    await browser.close();
  }
}
