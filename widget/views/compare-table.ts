import { html, type TemplateResult } from "lit";
import type { Event } from "../../server/contract/event.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";
import { bookingLink } from "./booking.ts";
import { forWhom, howTiring, howToGetAPlace, lines, when, where, type DetailContext } from "./event-detail.ts";
import { free } from "./free-text.ts";
import { accessLines } from "./venue-lines.ts";

/** Events side by side, a question a row. Where there is no room it scrolls, by keyboard too. */
export function compareTable(events: readonly Event[], { mode, isOld, actions }: Omit<DetailContext, "sharing">): TemplateResult {
  const { compare, detail } = laterStrings;
  const row = (name: string, cell: (event: Event) => unknown) =>
    html`<tr><th scope="row">${name}</th>${events.map((event) => html`<td>${cell(event)}</td>`)}</tr>`;
  return html`<div class="compare" part="compare" id="compared" role="region" aria-labelledby="compare-title" tabindex="0">
    <table>
      <caption id="compare-title">${compare.title}</caption>
      <tr><td></td>${events.map(({ title, url }) => html`<th scope="col"><a href=${url} target="_top" lang="en-GB">${title}</a></th>`)}</tr>
      ${row(detail.when, when)} ${row(detail.where, where)} ${row(detail.forWhom, forWhom)}
      ${row(detail.places, (event) => (isOld ? strings.placesOld : strings.places(event)))} ${row(detail.howTiring, howTiring)}
      ${row(detail.access, (event) => lines(accessLines(event)))} ${row(detail.cost, ({ cost }) => free(cost) ?? detail.free)}
      ${row(detail.booking, (event) => html`${howToGetAPlace(event)}${bookingLink(event, mode)}`)}
    </table>
    <button type="button" class="secondary" part="button" @click=${() => actions.compare(false)}>${compare.close}<span class="unseen">: ${compare.title}</span></button>
  </div>`;
}
