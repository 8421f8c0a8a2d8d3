import "axe-core";
import { same } from "./assert.ts";

declare global {
  interface Window {
    axe: typeof import("axe-core");
  }
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules about a whole page, which the host page must keep and a test page does not have. */
const PAGE_RULES = ["region", "landmark-one-main", "page-has-heading-one", "document-title", "html-has-lang"];

/** Fails with the rules and the places that break WCAG 2.0 to 2.2 A and AA or best practice, or may break one that is not about colour. */
export async function expectAccessible(element: Element): Promise<void> {
  const rules = Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: false }]));
  const { violations, incomplete } = await window.axe.run(element, { runOnly: TAGS, rules });
  const faults = [...violations, ...incomplete.filter(({ id }) => id !== "color-contrast")];
  same(faults.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html.slice(0, 120)}`).join("; ")}`), []);
}
