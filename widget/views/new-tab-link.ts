import { html, type TemplateResult } from "lit";
import { laterStrings } from "../strings-later.ts";

/** A way to another site, in a list. It says that it opens a new tab, and that site learns nothing of this page. */
export function newTabLink(href: string, text: string): TemplateResult {
  return html`<li><a href=${href} target="_blank" rel="noopener noreferrer">${text}<span class="unseen"> ${laterStrings.follow.newTab}</span></a></li>`;
}
