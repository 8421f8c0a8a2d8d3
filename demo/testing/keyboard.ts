import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** More stops than any page of ours has between a start and an end. */
const MOST_STOPS = 200;

/** What has the focus, inside shadow roots too. */
export interface Focused {
  id: string;
  name: string;
  value: string;
  words: string;
  href: string;
  /** Whether an outline or a shadow is drawn around it (WCAG 2.2 criterion 2.4.7). */
  isShown: boolean;
}

export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    let at = document.activeElement ?? document.body;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const { outlineStyle, boxShadow } = getComputedStyle(at);
    return {
      id: at.id,
      name: at.getAttribute("name") ?? "",
      value: at.getAttribute("value") ?? "",
      words: (at.textContent ?? "").trim().replace(/\s+/g, " "),
      href: at.getAttribute("href") ?? "",
      isShown: outlineStyle !== "none" || boxShadow !== "none" || at === document.body,
    };
  });
}

/** Presses Tab, or another key that moves the focus, until it is there. It must be visible at each stop. */
export async function tabTo(page: Page, what: string, isThere: (focused: Focused) => boolean, key = "Tab"): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press(key);
    const at = await focused(page);
    assert.ok(at.isShown, `On the way to ${what} the focus cannot be seen on: ${at.words || at.name || at.id}`);
    if (isThere(at)) return;
  }
  throw new Error(`${key} does not reach ${what}`);
}

export const says = (words: string) => (at: Focused) => at.words.startsWith(words);
