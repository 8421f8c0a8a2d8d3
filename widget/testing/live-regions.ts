import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** What live regions have said since the page was listened to, oldest first. */
    said: string[];
  }
}

/** From now on keeps what the live regions of the finder say when their words change (WAI-ARIA 1.2, 6.6.6 `aria-live`, and the roles that imply it). */
export function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const root = document.querySelector("hwbe-finder")?.shadowRoot;
    const heard = new Map<Element, string>();
    const hear = () => {
      for (const region of root?.querySelectorAll("[role=status], [role=alert], [aria-live]") ?? []) {
        const words = (region.textContent ?? "").replace(/\s+/g, " ").trim();
        if (words && words !== heard.get(region)) window.said.push(words);
        heard.set(region, words);
      }
    };
    window.said = [];
    if (root) new MutationObserver(hear).observe(root, { subtree: true, childList: true, characterData: true });
  });
}

/** Waits until something that matches was said, and gives back all that was said since the last time. */
export async function heard(page: Page, words: RegExp): Promise<string[]> {
  await page.waitForFunction(([source]) => window.said.some((one) => new RegExp(source).test(one)), [words.source] as const, { timeout: 5000 });
  return page.evaluate(() => window.said.splice(0));
}
