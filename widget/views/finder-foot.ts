import { html, type TemplateResult } from "lit";
import type { Mode, Scope } from "../attributes.ts";
import { followAddresses } from "../follow-addresses.ts";
import type { Search } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import { chevron } from "./icons.ts";
import { tellUs } from "./tell-us.ts";
import { webCalendars } from "./web-calendars.ts";

/** What to do with the whole list: follow it, pass it on, or tell us of an event that it lacks. */
export function finderFoot(search: Search, service: string, scope: Scope, mode: Mode): TemplateResult {
  const addresses = followAddresses(service, search, scope);
  const { calendar, page } = addresses;
  const mail = `mailto:?subject=${encodeURIComponent(laterStrings.follow.subject)}&body=${encodeURIComponent(page)}`;
  return html`<details class="group follow">
      <summary>${laterStrings.follow.title}${chevron}</summary>
      <p class="hint">${laterStrings.follow.hint}</p>
      <ul>
        <li><a href=${calendar} target="_top">${laterStrings.follow.calendar}</a></li>
        ${webCalendars(addresses, mode)}
        <li><a href=${page} target="_top">${laterStrings.follow.page}</a></li>
        <li><a href=${mail}>${laterStrings.follow.mail}</a></li>
      </ul>
    </details>
    ${tellUs(service)}`;
}
