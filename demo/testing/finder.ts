import type { Locator, Page } from "playwright-core";

/** The parts of a finder as a person meets them. */
export interface Finder {
  readonly element: Locator;
  readonly words: Locator;
  readonly count: Locator;
  readonly titles: Locator;
  readonly detail: Locator;
  /** There when the list shows the answer to what was last asked. */
  readonly settled: Locator;
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
}

export function finderOn(page: Page, selector = "hwbe-finder"): Finder {
  const element = page.locator(selector);
  return {
    element,
    words: element.getByLabel("What are you looking for?"),
    count: element.locator("#count"),
    titles: element.locator(".title"),
    detail: element.locator(".detail"),
    settled: element.locator(".results[aria-busy=false]"),
    button: (name) => element.getByRole("button", { name }),
    link: (name) => element.getByRole("link", { name }),
  };
}

/** Opens a page and waits until each of its finders shows events and the rest of its script is there. */
export async function visit(page: Page, address: string): Promise<Finder> {
  await page.goto(address);
  for (const finder of await page.locator("hwbe-finder").all()) {
    await finder.locator(".title").first().waitFor();
    await finder.locator("#filters").waitFor({ state: "attached" });
  }
  return finderOn(page);
}
