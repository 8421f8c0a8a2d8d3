import { html, nothing, type TemplateResult } from "lit";
import { dateTimeRange, nearDay } from "../../server/wording/dates.ts";
import { londonParts } from "../../server/wording/london-time.ts";
import { miles } from "../query.ts";
import type { ListItem } from "../state.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { placesTags, sampleTag } from "./event-tags.ts";
import { heading } from "./heading.ts";
import { chevron, pin, screen, telephone } from "./icons.ts";

export interface ItemContext {
  readonly level: number;
  readonly now: number;
  readonly open: ReadonlySet<string>;
  /** How many events may be drawn now. */
  readonly most: number;
  /** What stands beside an event, if anything does. */
  readonly aside: (event: ListItem) => TemplateResult | undefined;
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
    ${context.aside(event)}
    ${isOpen ? html`<div class="detail" part="detail" id="d-${id}">${context.detail(event)}</div>` : nothing}
  </article>`;
}
