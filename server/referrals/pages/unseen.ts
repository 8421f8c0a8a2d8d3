import { html } from "hono/html";
import type { Html } from "../../pages/markup.ts";

/** Words for those who do not see how a thing looks or where it stands. */
export function unseen(words: string): Html {
  return html`<span class="nhsuk-u-visually-hidden">${words}</span>`;
}

/** Something to know, beside what there is to do. */
export function inset(content: Html): Html {
  return html`<div class="nhsuk-inset-text">${unseen("Information: ")}${content}</div>`;
}
