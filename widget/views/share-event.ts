import { html, nothing, type TemplateResult } from "lit";
import type { Event } from "../../server/contract/event.ts";
import { shareEvent as addressesOf } from "../../server/wording/share-event.ts";
import type { Mode } from "../attributes.ts";
import type { Sharing } from "../sharing.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { copyField } from "./copy-field.ts";
import { chevron } from "./icons.ts";
import { webCalendars } from "./web-calendars.ts";

function whereWords({ venue, format }: Event): string {
  return venue ? `${venue.name}, ${venue.address}, ${venue.postcode}` : strings.formats[format];
}

/** The ways to pass an event on and to keep its date. Nothing is asked of anybody until a person chooses one. */
export function shareEvent(event: Event, mode: Mode, sharing: Sharing, actions: FinderActions): TemplateResult {
  const { share, follow } = laterStrings;
  const addresses = addressesOf({ ...event, when: strings.dates.range(event), where: whereWords(event) });
  const { text, sms, mail } = addresses;
  const device = html`<li><button type="button" class="link" @click=${() => actions.share(event, text)}>${share.device}</button></li>`;
  return html`<details class="group follow share">
    <summary>${share.title}${chevron}</summary>
    <ul>
      ${"share" in navigator ? device : nothing}
      <li><a href=${sms}>${share.sms}</a></li>
      <li><a href=${mail}>${share.mail}</a></li>
      <li><a href=${event.calendarUrl} download>${follow.calendar}</a></li>
      ${webCalendars(addresses, mode)}
    </ul>
    ${copyField({ id: event.id, label: share.text, button: share.copy, text, rows: 5 }, sharing, actions)}
  </details>`;
}
