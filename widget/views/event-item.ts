import { html, nothing, type TemplateResult } from "lit";
import { dateTimeRange, nearDay } from "../../server/wording/dates.ts";
import { londonParts } from "../../server/wording/london-time.ts";
import type { Mode } from "../attributes.ts";
import { miles } from "../query.ts";
import type { ListItem } from "../state.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { bookingLink } from "./booking.ts";
import { placesTags, sampleTag } from "./event-tags.ts";
import { heading } from "./heading.ts";
import { chevron, pin, screen, telephone } from "./icons.ts";

export interface ItemContext {
  readonly mode: Mode;
  readonly level: number;
  readonly now: number;
  readonly open: ReadonlySet<string>;
  readonly shortlisted: readonly string[];
  readonly canShortlist: boolean;
  readonly detail: (event: ListItem) => TemplateResult;
  readonly actions: FinderActions;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

function dateBlock(instant: number): TemplateResult {
  const { weekday, day, month } = londonParts(instant);
  return html`<div class="date" part="date" aria-hidden="true">
    <span>${WEEKDAYS[weekday]}</span><span class="day">${day}</span><span>${MONTHS[month - 1]}</span>
  </div>`;
}

function when({ startsAt, endsAt }: ListItem, now: number): TemplateResult {
  const start = Date.parse(startsAt);
  const near = nearDay(start, now);
  return html`<p class="when">${near ? html`<strong>${near}</strong>, ` : nothing}${dateTimeRange(start, Date.parse(endsAt))}</p>`;
}

function where({ venue, format, distanceKm }: ListItem): TemplateResult {
  if (!venue) return html`<p class="where">${format === "phone" ? telephone : screen}<span>${strings.formats[format]}</span></p>`;
  const distance = distanceKm === undefined ? nothing : html`, <strong>${strings.results.away(miles(distanceKm))}</strong>`;
  const place = venue.borough ? `${venue.name}, ${venue.borough.label}` : venue.name;
  return html`<p class="where">${pin}<span>${place}${distance}${format === "hybrid" ? strings.results.orOnline : nothing}</span></p>`;
}

function whoRefers({ booking: { who } }: ListItem): string {
  if (!who.includes("professional")) return strings.clinician.self;
  return who.includes("self") ? strings.clinician.both : strings.clinician.professional;
}

function shortlistButton(event: ListItem, { shortlisted, canShortlist, actions }: ItemContext): TemplateResult {
  const isOn = shortlisted.includes(event.id);
  return html`<button
    type="button" class="secondary shortlist-button" part="button" aria-pressed=${isOn ? "true" : "false"} aria-describedby="t-${event.id}"
    ?disabled=${!isOn && !canShortlist}
    @click=${() => actions.toggleShortlisted(event.id)}
  >
    ${isOn ? strings.clinician.added : strings.clinician.add}
  </button>`;
}

function clinicianColumn(event: ListItem, context: ItemContext): TemplateResult {
  return html`<div class="refer">
    <p class="who">${whoRefers(event)}</p>
    <div class="buttons">${shortlistButton(event, context)}${bookingLink(event, "clinician")}</div>
  </div>`;
}

/** One event of the list. Its title opens its details in place. */
export function eventItem(event: ListItem, context: ItemContext): TemplateResult {
  const { id, title, forWhom, startsAt } = event;
  const isOpen = context.open.has(id);
  const control = html`<button
    type="button" class="title" part="title" id="t-${id}" data-id=${id} aria-expanded=${isOpen ? "true" : "false"}
    aria-controls=${isOpen ? `d-${id}` : nothing} @click=${() => context.actions.toggleEvent(event)}
  >
    <span>${title}</span>${chevron}
  </button>`;
  return html`<article class="event" part="event" aria-labelledby="t-${id}">
    ${dateBlock(Date.parse(startsAt))}
    <div class="about">
      ${heading(context.level, control)} ${when(event, context.now)} ${where(event)}
      <p class="for-whom">${forWhom}</p>
      <p class="tags">${placesTags(event)} ${sampleTag(event)}</p>
    </div>
    ${context.mode === "clinician" ? clinicianColumn(event, context) : nothing}
    ${isOpen ? html`<div class="detail" part="detail" id="d-${id}">${context.detail(event)}</div>` : nothing}
  </article>`;
}
