import { html, nothing, type TemplateResult } from "lit";
import type { Event } from "../../server/contract/event.ts";
import { dateTimeRange, longDate } from "../../server/wording/dates.ts";
import { londonInstant } from "../../server/wording/london-time.ts";
import { placesWords } from "../../server/wording/places.ts";
import { isStale } from "../../server/wording/staleness.ts";
import type { Mode } from "../attributes.ts";
import { detailWords as words, whoWords } from "../strings-later.ts";
import { strings } from "../strings.ts";
import { bookingLink } from "./booking.ts";
import { accessLines, gettingThere } from "./venue-lines.ts";

function row(term: string, content: unknown): TemplateResult | typeof nothing {
  const isEmpty = content === null || content === nothing || (Array.isArray(content) && content.length === 0);
  if (isEmpty) return nothing;
  return html`<div class="row"><dt>${term}</dt><dd>${content}</dd></div>`;
}

function lines(texts: readonly string[]): TemplateResult[] {
  return texts.map((text) => html`<p>${text}</p>`);
}

const range = (part: { startsAt: string; endsAt: string }) => dateTimeRange(Date.parse(part.startsAt), Date.parse(part.endsAt));

function when(event: Event): TemplateResult {
  const { previousStartsAt, statusNote } = event;
  return html`<p>${range(event)}</p>
    ${previousStartsAt ? html`<p>${words.movedFrom(longDate(Date.parse(previousStartsAt)))}</p>` : nothing}
    ${statusNote ? html`<p>${statusNote}</p>` : nothing}`;
}

function sessions({ sessions }: Event): TemplateResult | typeof nothing {
  if (sessions.length === 0) return nothing;
  return html`<ul>
    ${sessions.map(
      (session) => html`<li><strong>${session.title}</strong><br />${range(session)}${session.alone ? html`<br />${words.alone}` : nothing}</li>`,
    )}
  </ul>`;
}

function where({ venue, format }: Event): TemplateResult[] {
  if (!venue) return lines([format === "phone" ? words.phoneOnly : words.onlineOnly]);
  return lines([venue.name, `${venue.address}, ${venue.postcode}`, ...(format === "hybrid" ? [words.hybrid] : [])]);
}

function howTiring({ effort, breaks }: Event): TemplateResult[] {
  return lines([...(effort ? [words.effort[effort]] : []), ...(breaks ? [words.breaks] : [])]);
}

function whoRuns({ organiser, partners }: Event): string {
  const others = partners.map((partner) => partner.label).join(", ");
  return others ? `${organiser.label}, ${words.with(others)}` : organiser.label;
}

function contact({ contact }: Event): TemplateResult | null {
  if (!contact) return null;
  const { name, phone, email } = contact;
  return html`<p>${name}</p>
    ${phone ? html`<p><a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a></p>` : nothing}
    ${email ? html`<p><a href="mailto:${email}">${email}</a></p>` : nothing}`;
}

function forWhom({ forWhom, audience }: Event): TemplateResult[] {
  return lines([forWhom, ...(audience.includes("carers") && audience.length > 1 ? [words.carers] : [])]);
}

function howToGetAPlace({ booking: { who, note } }: Event): TemplateResult[] {
  const user = who.length > 1 ? "both" : who.includes("self") ? "self" : "professional";
  return lines([`${whoWords[user]}.`, ...(note ? [note] : [])]);
}

function confirmed({ lastConfirmed }: Event): TemplateResult | typeof nothing {
  if (!lastConfirmed) return nothing;
  const text = words.confirmed(longDate(londonInstant(lastConfirmed, 12)));
  return isStale(lastConfirmed, Date.now()) ? html`<p class="notice">${text} ${words.checkFirst}</p>` : html`<p class="hint">${text}</p>`;
}

/** All that a person needs to decide, and the ways on from here. */
export function eventDetail(event: Event, mode: Mode): TemplateResult {
  return html`<p class="summary">${event.summary}</p>
    <dl>
      ${row(words.places, html`<strong>${placesWords(event)}</strong>`)} ${row(words.forWhom, forWhom(event))}
      ${row(words.when, when(event))} ${row(words.sessions, sessions(event))} ${row(words.about, event.whatHappens)}
      ${row(words.howTiring, howTiring(event))} ${row(words.bring, event.whatToBring)} ${row(words.where, where(event))}
      ${row(words.gettingThere, lines(gettingThere(event)))} ${row(words.access, lines(accessLines(event)))}
      ${row(words.cost, event.cost ?? words.free)} ${row(words.booking, howToGetAPlace(event))} ${row(words.contact, contact(event))}
      ${row(words.organiser, whoRuns(event))}
    </dl>
    ${confirmed(event)}
    <div class="buttons">
      ${bookingLink(event, mode)}
      <a class="secondary" part="button" href=${event.calendarUrl} download>${words.calendar}<span class="unseen">: ${event.title}</span></a>
      <a class="secondary" part="button" href=${event.url} target="_top">${strings.detail.page}<span class="unseen">: ${event.title}</span></a>
    </div>`;
}
