import type { Browser } from "playwright-core";

const ROWS = 20;

/** HTML with its styles. */
export interface DrawnView {
  /** All that a person sees first: the search, the number of events, and 20 of them. */
  whole: string;
  /** The 20 events alone, which is the least that such a list can cost. */
  rows: string;
}

/** Runs in the page: what the finder has drawn, free of the finder. */
function drawnInPage(): DrawnView {
  const root = document.querySelector("hwbe-finder")!.shadowRoot!;
  const styles = root.adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText)).join("\n");
  const finder = root.querySelector(".finder")!;
  const page = (html: string) => `<style>${styles}</style>${html.replaceAll(/<!--.*?-->/g, "")}`;
  return { whole: page(finder.outerHTML), rows: page(`<div class="${finder.className}">${root.querySelector(".list")!.outerHTML}</div>`) };
}

/** The first view of a page with a finder as static HTML. */
export async function drawnView(browser: Browser, finderPage: string): Promise<DrawnView> {
  const page = await browser.newPage();
  // What comes later would add styles and controls that are no part of the first view.
  await page.route("**/chunks/later-*", (route) => route.abort());
  await page.goto(finderPage);
  await page.locator("hwbe-finder .list > li").nth(ROWS - 1).waitFor();
  const view = await page.evaluate(drawnInPage);
  await page.close();
  return view;
}
