import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { build } from "vite";
import { findChromium } from "../../server/testing/browser.ts";

const ADDRESS = "https://host.example/";
/** Events stand on the days after this one, so that what is read of them stays the same. */
const TODAY = new Date("2026-03-02T09:00:00Z");

/** A page as good as a host can make it: what is found on it is the finder's. */
const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Events</title>
<style>
  body { margin: 0; padding: 12px; font-family: Arial, sans-serif }
  @media (prefers-color-scheme: dark) { :root { color-scheme: dark; background: #1b1b1b; color: #eee } }
</style>
</head>
<body><main><h1>Support</h1><h2>Wellbeing</h2><h3>In London</h3><h4>Events</h4></main><script type="module" src="/widget/states.js"></script></body>
</html>`;

/** The page of states as one script, made from the source. */
async function bundle(): Promise<string> {
  const made = await build({
    configFile: false, logLevel: "error", publicDir: false,
    build: {
      write: false, minify: false, target: "es2022", modulePreload: false,
      lib: { entry: fileURLToPath(new URL("./states-page.ts", import.meta.url)), formats: ["es"] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [first] = [made].flat();
  const code = first && "output" in first ? first.output[0].code : undefined;
  if (code === undefined) throw new Error("The page of states could not be built");
  return code;
}

/** A browser, and pages in it that can show a finder in each of its states (`window.showFinder`). */
export interface StatesSite {
  readonly browser: Browser;
  /** In a context of its own, which nothing was ever stored in. */
  page(options?: { width?: number; height?: number }): Promise<Page>;
  stop(): Promise<void>;
}

export async function startStatesSite(): Promise<StatesSite> {
  const [code, { executablePath, args, env }] = await Promise.all([bundle(), findChromium()]);
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  return {
    browser,
    async page({ width = 1024, height = 768 } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB", timezoneId: "Europe/London" });
      const page = await context.newPage();
      await page.clock.setFixedTime(TODAY);
      await page.route(`${ADDRESS}**`, (route) =>
        route.fulfill(route.request().url() === ADDRESS ? { contentType: "text/html", body: PAGE } : { contentType: "text/javascript", body: code }),
      );
      await page.goto(ADDRESS);
      return page;
    },
    stop: () => browser.close(),
  };
}
