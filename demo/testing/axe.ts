import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with the rules and places of a page, shadow roots included, that break WCAG 2.0 to 2.2 A and AA or best practice. */
export async function expectAccessible(page: Page, state: string, within = "html"): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ([tags, root]) => {
      const { axe: checker } = window as unknown as { axe: typeof import("axe-core") };
      const { violations: found } = await checker.run(root, { runOnly: tags });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 120)}`).join("; ")}`);
    },
    [TAGS, within] as const,
  );
  assert.deepEqual(violations, [], `${state}, ${page.viewportSize()?.width} pixels`);
}

/** Fails when a page is wider than its window (WCAG 2.2 criterion 1.4.10). */
export async function expectNoSideways(page: Page, state: string): Promise<void> {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= width, `${state} is ${content} pixels wide in a window of ${width}`);
}
