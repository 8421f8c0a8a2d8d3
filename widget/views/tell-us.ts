import { html, type TemplateResult } from "lit";
import { laterStrings } from "../strings-later.ts";

/** The way to tell of an event that is missing: a page of the service, opened at top level. */
export function tellUs(service: string): TemplateResult {
  return html`<p class="tell-us">${laterStrings.tellUs.question} <a href="${service}/suggest" target="_top">${laterStrings.tellUs.link}</a></p>`;
}
