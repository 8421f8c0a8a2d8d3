import { html, nothing, type TemplateResult } from "lit";
import type { EventAlternatives } from "../../server/contract/alternatives.ts";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { row } from "./event-detail.ts";
import { free } from "./free-text.ts";

/** Whether nobody can have a place at an event now, so that others matter more than its details. */
export function isUnavailable({ status, places, booking }: ListItem): boolean {
  return status === "cancelled" || !booking.open || places.state === "full" || places.state === "waiting-list";
}

function where({ venue, format }: ListItem): TemplateResult | string {
  if (!venue) return strings.formats[format];
  const borough = venue.borough ? `, ${strings.label("borough", venue.borough.slug, venue.borough.label)}` : "";
  return html`${free(venue.name)}${borough}${format === "hybrid" ? strings.results.orOnline : nothing}`;
}

function list(events: readonly ListItem[]): TemplateResult | null {
  if (events.length === 0) return null;
  return html`<ul>
    ${events.map((event) => html`<li><a href=${event.url} target="_top" lang="en-GB">${event.title}</a><br />${strings.dates.range(event)}<br />${where(event)}</li>`)}
  </ul>`;
}

/** What there is instead of an event. Only where the event itself cannot be had is it worth a word that there is nothing. */
export function alternatives(event: ListItem, found: EventAlternatives | undefined, hasFailed: boolean): TemplateResult | typeof nothing {
  const words = laterStrings.alternatives;
  if (found && found.online.length + found.similar.length > 0) {
    return html`<dl>${row(words.online, list(found.online))} ${row(words.similar, list(found.similar))}</dl>`;
  }
  if (!isUnavailable(event)) return nothing;
  return html`<p class="hint">${found ? words.none : hasFailed ? words.failed : `${words.loading}…`}</p>`;
}

/** On an event that cannot be had: the way to what there is instead, which stands in its details. */
export function alternativesButton(event: ListItem, actions: FinderActions): TemplateResult {
  return html`<button type="button" class="link see-similar" @click=${() => actions.seeSimilar(event)}
    >${laterStrings.alternatives.see}<span class="unseen" lang="en-GB">: ${event.title}</span></button
  >`;
}
