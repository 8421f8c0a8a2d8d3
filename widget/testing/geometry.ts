import type { Page } from "playwright-core";

/** Sets text as far apart as a person may (WCAG 2.2 criterion 1.4.12), in every finder of a page. */
export function spaceText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    );
    for (const { shadowRoot } of document.querySelectorAll("hwbe-finder")) shadowRoot?.adoptedStyleSheets.push(sheet);
  });
}

/**
 * What is wrong with where things stand in the finders of a page: a page wider than its window (WCAG 2.2 criterion 1.4.10), text that its box
 * cuts off, and text that lies on other text. The venue in the dense list is cut on purpose: the details say it in full.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CUT_ON_PURPOSE = ".unseen, .unseen *, .venue";
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} pixels wide in a window of ${clientWidth}`);
    const roots = [...document.querySelectorAll("hwbe-finder")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const elements = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>("*")]);
    const seen = elements.filter((element) => element.checkVisibility({ opacityProperty: true }) && !element.matches(CUT_ON_PURPOSE));
    for (const element of seen) {
      const isCut = getComputedStyle(element).overflowX !== "visible" && !element.matches(".compare, input, textarea, select");
      if (isCut && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) faults.push(`cut: ${element.outerHTML.slice(0, 100)}`);
    }
    const lines = seen.flatMap((element) =>
      [...element.childNodes].flatMap((node) => {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return [];
        const range = document.createRange();
        range.selectNode(node);
        return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom, node, element }));
      }),
    );
    // Lines may touch: letters stand in the middle of them.
    const [wide, high] = [2, 6];
    for (const [place, one] of lines.entries()) {
      for (const other of lines.slice(place + 1)) {
        const isApart = one.right - wide <= other.left || other.right - wide <= one.left || one.bottom - high <= other.top || other.bottom - high <= one.top;
        if (!isApart && one.node !== other.node) faults.push(`“${one.node.textContent?.trim().slice(0, 40)}” lies on “${other.node.textContent?.trim().slice(0, 40)}”`);
      }
    }
    return [...new Set(faults)];
  });
}
