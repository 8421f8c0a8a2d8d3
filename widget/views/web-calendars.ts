import { html, type TemplateResult } from "lit";
import type { Mode } from "../attributes.ts";
import { laterStrings } from "../strings-later.ts";

/** A way to another site, in a list. It says that it opens a new tab, and that site learns nothing of this page. */
function newTabLink(href: string, text: string): TemplateResult {
  return html`<li><a href=${href} target="_blank" rel="noopener noreferrer">${text}<span class="unseen"> ${laterStrings.follow.newTab}</span></a></li>`;
}

/** The ways into calendars on the web, two items of a list. Clinicians keep theirs in an account of their work (Microsoft 365), others in one of their own. */
export function webCalendars({ google, outlook }: { google: string; outlook: string }, mode: Mode): TemplateResult {
  const { follow } = laterStrings;
  return html`${newTabLink(google, follow.google)} ${newTabLink(mode === "clinician" ? outlook.replace(".live.", ".office.") : outlook, follow.outlook)}`;
}
