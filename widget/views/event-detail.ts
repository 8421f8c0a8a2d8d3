import { html, nothing, type TemplateResult } from "lit";
import type { Event } from "../../server/contract/event.ts";
import type { FacetField } from "../../server/contract/values.ts";
import { londonInstant } from "../../server/wording/london-time.ts";
import { isStale } from "../../server/wording/staleness.ts";
import type { Mode } from "../attributes.ts";
import type { Sharing } from "../sharing.ts";
import { laterStrings } from "../strings-later.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { bookingLink } from "./booking.ts";
import { free } from "./free-text.ts";
import { shareEvent } from "./share-event.ts";
import { accessLines, gettingThere } from "./venue-lines.ts";

/** A term and what there is to say of it; nothing where there is nothing. */
export function row(term: string, content: unknown): TemplateResult | typeof nothing {
  const isEmpty = content === null || content === nothing || (Array.isArray(content) && content.length === 0);
  if (isEmpty) return nothing;
  return html`<div class="row"><dt>${term}</dt><dd>${content}</dd></div>`;
}

export function lines(texts: readonly unknown[]): TemplateResult[] {
  return texts.map((text) => html`<p>${text}</p>`);
}

export function when(event: Event): TemplateResult {
  const { previousStartsAt, statusNote } = event;
  return html`<p>${strings.dates.range(event)}</p>
    ${previousStartsAt ? html`<p>${laterStrings.detail.movedFrom(strings.dates.long(Date.parse(previousStartsAt)))}</p>` : nothing}
    ${statusNote ? html`<p>${free(statusNote)}</p>` : nothing}`;
}

function sessions({ sessions }: Event): TemplateResult | typeof nothing {
  if (sessions.length === 0) return nothing;
  return html`<ul>
    ${sessions.map(
      (session) => html`<li><strong lang="en-GB">${session.title}</strong><br />${strings.dates.range(session)}${session.alone ? html`<br />${laterStrings.detail.alone}` : nothing}</li>`,
    )}
  </ul>`;
}

export function where({ venue, format }: Event): TemplateResult[] {
  if (!venue) return lines([format === "phone" ? laterStrings.detail.phoneOnly : laterStrings.detail.onlineOnly]);
  return lines([free(venue.name), free(`${venue.address}, ${venue.postcode}`), ...(format === "hybrid" ? [laterStrings.detail.hybrid] : [])]);
}

export function howTiring({ effort, breaks }: Event): TemplateResult[] {
  return lines([...(effort ? [laterStrings.detail.effort[effort]] : []), ...(breaks ? [laterStrings.detail.breaks] : [])]);
}

function whoRuns({ organiser, partners }: Event): TemplateResult {
  const others = partners.map((partner) => partner.label).join(", ");
  return html`${free(organiser.label)}${others ? html`, ${laterStrings.detail.with(others)}` : nothing}`;
}

function contact({ contact }: Event): TemplateResult | null {
  if (!contact) return null;
  const { name, phone, email } = contact;
  return html`<p>${free(name)}</p>
    ${phone ? html`<p><a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a></p>` : nothing}
    ${email ? html`<p><a href="mailto:${email}">${email}</a></p>` : nothing}`;
}

/** A few names of the directory on one line. More than three tell nobody apart. */
function named(field: FacetField, terms: Event["stages"]): string[] {
  return terms.length > 0 && terms.length <= 3 ? [terms.map(({ slug, label }) => strings.label(field, slug, label)).join(", ")] : [];
}

/** In the organiser's words, and by the directory's. */
export function forWhom(event: Event): TemplateResult[] {
  const carers = strings.carers(event);
  return lines([free(event.forWhom), ...named("tumour-group", event.tumourGroups), ...named("stage", event.stages), ...(carers ? [`${carers}.`] : [])]);
}

export function howToGetAPlace({ booking: { who, note } }: Event): TemplateResult[] {
  const user = who.length > 1 ? "both" : who.includes("self") ? "self" : "professional";
  return lines([`${laterStrings.who[user]}.`, ...(note ? [free(note)] : [])]);
}

function confirmed({ lastConfirmed }: Event): TemplateResult | typeof nothing {
  if (!lastConfirmed) return nothing;
  const text = laterStrings.detail.confirmed(strings.dates.long(londonInstant(lastConfirmed, 12)));
  return isStale(lastConfirmed, Date.now()) ? html`<p class="notice">${text} ${laterStrings.detail.checkFirst}</p>` : html`<p class="hint">${text}</p>`;
}

export interface DetailContext {
  readonly mode: Mode;
  /** True when the places may have changed since. */
  readonly isOld: boolean;
  readonly sharing: Sharing;
  readonly actions: FinderActions;
}

/** All that a person needs to decide, and the ways on from here. */
export function eventDetail(event: Event, { mode, isOld, sharing, actions }: DetailContext): TemplateResult {
  const words = laterStrings.detail;
  return html`<p class="summary" lang="en-GB">${event.summary}</p>
    <dl>
      ${row(words.places, html`<strong>${isOld ? strings.placesOld : strings.places(event)}</strong>`)} ${row(words.forWhom, forWhom(event))}
      ${row(words.when, when(event))} ${row(words.sessions, sessions(event))} ${row(words.about, free(event.whatHappens))}
      ${row(words.howTiring, howTiring(event))} ${row(words.bring, free(event.whatToBring))} ${row(words.where, where(event))}
      ${row(words.gettingThere, lines(gettingThere(event)))} ${row(words.access, lines(accessLines(event)))}
      ${row(words.cost, free(event.cost) ?? words.free)} ${row(words.booking, howToGetAPlace(event))} ${row(words.contact, contact(event))}
      ${row(words.organiser, whoRuns(event))}
    </dl>
    ${confirmed(event)}
    <div class="buttons">
      ${bookingLink(event, mode)}
      <a class="secondary" part="button" href=${event.url} target="_top">${strings.detail.page}<span class="unseen" lang="en-GB">: ${event.title}</span></a>
    </div>
    ${event.status === "cancelled" ? nothing : shareEvent(event, mode, sharing, actions)}`;
}
