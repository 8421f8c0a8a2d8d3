import type { Context } from "hono";
import { html } from "hono/html";
import type { OptionalHtml } from "../../pages/markup.ts";

/** The page of a long list that the address asks for, from 1. */
export function pageOf(c: Context): number {
  return Math.min(1_000, Math.max(1, Math.trunc(Number(c.req.query("page"))) || 1));
}

/** Ways to the pages before and after; `path` ends where the number of the page is to follow. */
export function pageLinks({ path, page, hasMore }: { path: string; page: number; hasMore: boolean }): OptionalHtml {
  if (page === 1 && !hasMore) return undefined;
  const link = (to: number, words: string) => html`<li><a href="${`${path}page=${to}`}">${words}</a></li>`;
  return html`<nav aria-label="Pages"><ul class="nhsuk-list hwbe-row-actions">${page > 1 && link(page - 1, "Page before")}${hasMore && link(page + 1, "Next page")}</ul></nav>`;
}
