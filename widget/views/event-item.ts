import { html, nothing, type TemplateResult } from "lit";
import { miles } from "../query.ts";
import type { ListItem } from "../state.ts";
import { strings } from "../strings.ts";
import type { FirstActions } from "./actions.ts";
import { placesTags, sampleTag } from "./event-tags.ts";
import { heading } from "./heading.ts";
import { chevron, pin, screen, telephone } from "./icons.ts";

export interface ItemContext {
  readonly level: number;
  readonly now: number;
  readonly open: ReadonlySet<string>;
  /** True when the places may have changed since. */
  readonly isOld: boolean;
  /** How many events may be drawn now. */
  readonly most: number;
  /** What stands beside an event, if anything does. */
  readonly aside: (event: ListItem) => TemplateResult | undefined;
  readonly detail: (event: ListItem) => TemplateResult;
  readonly actions: FirstActions;
}

function dateBlock(instant: number): TemplateResult {
  const [weekday, day, month] = strings.dates.block(instant);
  return html`<div class="date" part="date" aria-hidden="true"><span>${weekday}</span><span class="day">${day}</span><span>${month}</span></div>`;
}

function when(event: ListItem, now: number): TemplateResult {
  const near = strings.dates.near(Date.parse(event.startsAt), now);
  return html`<p class="when">${near ? html`<strong>${near}</strong>, ` : nothing}${strings.dates.range(event)}</p>`;
}

function where({ venue, format, distanceKm }: ListItem): TemplateResult {
  if (!venue) return html`<p class="where">${format === "phone" ? telephone : screen}<span>${strings.formats[format]}</span></p>`;
  const distance = distanceKm === undefined ? nothing : html`, <strong>${strings.results.away(miles(distanceKm))}</strong>`;
  const borough = venue.borough ? `, ${strings.label("borough", venue.borough.slug, venue.borough.label)}` : "";
  return html`<p class="where">${pin}<span><span lang="en-GB">${venue.name}</span>${borough}${distance}${format === "hybrid" ? strings.results.orOnline : nothing}</span></p>`;
}

/** One event of the list. Its title opens its details in place. */
export function eventItem(event: ListItem, context: ItemContext): TemplateResult {
  const { id, title, startsAt } = event;
  const isOpen = context.open.has(id);
  const carers = strings.carers(event);
  const control = html`<button
    type="button" class="title" part="title" id="t-${id}" data-id=${id} aria-expanded=${isOpen ? "true" : "false"}
    aria-controls=${isOpen ? `d-${id}` : nothing} @click=${() => context.actions.toggleEvent(event)}
  >
    <span lang="en-GB">${title}</span>${chevron}
  </button>`;
  return html`<article class="event" part="event" aria-labelledby="t-${id}">
    ${dateBlock(Date.parse(startsAt))}
    <div class="about">
      ${heading(context.level, control)} ${when(event, context.now)} ${where(event)}
      <p class="for-whom"><span lang="en-GB">${event.forWhom}</span>${carers && `. ${carers}.`}</p>
      <p class="tags">${placesTags(event, context.isOld)} ${sampleTag(event)} <span>${strings.tiring(event)}</span></p>
    </div>
    ${context.aside(event)}
    ${isOpen ? html`<div class="detail" part="detail" id="d-${id}">${context.detail(event)}</div>` : nothing}
  </article>`;
}
