import type { Browser } from "playwright-core";

/** Runs in the page: the rows that the finder has drawn, as HTML with its styles, free of the finder. */
function drawnInPage(): string {
  const root = document.querySelector("hwbe-finder")!.shadowRoot!;
  const styles = root.adoptedStyleSheets.flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText)).join("\n");
  const list = root.querySelector(".list")!;
  return `<style>${styles}</style><div class="${root.querySelector(".finder")!.className}">${list.outerHTML.replaceAll(/<!--.*?-->/g, "")}</div>`;
}

/** The list of a page with a finder as static HTML: the same 20 rows with the same styles, which is the least that such a list can cost. */
export async function drawnRows(browser: Browser, finderPage: string): Promise<string> {
  const visit = await browser.newPage();
  await visit.goto(finderPage);
  await visit.locator("hwbe-finder .list > li").nth(19).waitFor();
  const rows = await visit.evaluate(drawnInPage);
  await visit.close();
  return rows;
}
