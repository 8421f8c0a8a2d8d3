import { html, type TemplateResult } from "lit";
import { followAddresses } from "../follow-addresses.ts";
import type { Settings } from "../settings.ts";
import type { Search } from "../state.ts";
import { followWords as words } from "../strings-later.ts";
import { tellUs } from "./tell-us.ts";

const away = (href: string, text: string) => html`<li><a href=${href} target="_blank" rel="noopener noreferrer">${text}<span class="unseen"> ${words.newTab}</span></a></li>`;

/** What to do with the whole list: follow it, pass it on, or tell us of an event that it lacks. */
export function finderFoot(search: Search, { service, scope }: Settings): TemplateResult {
  const { calendar, google, outlook, page } = followAddresses(service, search, scope);
  const mail = `mailto:?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(page)}`;
  return html`<details class="group follow">
      <summary><span>${words.title}</span></summary>
      <p class="hint">${words.hint}</p>
      <ul>
        <li><a href=${calendar} target="_top">${words.calendar}</a></li>
        ${away(google, words.google)} ${away(outlook, words.outlook)}
        <li><a href=${page} target="_top">${words.page}</a></li>
        <li><a href=${mail}>${words.mail}</a></li>
      </ul>
    </details>
    ${tellUs(service)}`;
}
