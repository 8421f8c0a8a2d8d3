import type { Browser } from "playwright-core";

const ROWS = 20;

/** Runs in the page: the rows that the finder has drawn, as HTML with their styles, free of the finder. */
function drawnInPage(): string {
  const root = document.querySelector("hwbe-finder")!.shadowRoot!;
  const styles = root.adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText)).join("\n");
  const list = root.querySelector(".list")!;
  return `<style>${styles}</style><div class="${root.querySelector(".finder")!.className}">${list.outerHTML.replaceAll(/<!--.*?-->/g, "")}</div>`;
}

/** The first view of a page with a finder as static HTML: the same 20 rows with the same styles, which is the least that such a list can cost. */
export async function drawnRows(browser: Browser, finderPage: string): Promise<string> {
  const page = await browser.newPage();
  // What comes later would add styles that no row of the first view needs.
  await page.route("**/chunks/later-*", (route) => route.abort());
  await page.goto(finderPage);
  await page.locator("hwbe-finder .list > li").nth(ROWS - 1).waitFor();
  const rows = await page.evaluate(drawnInPage);
  await page.close();
  return rows;
}
