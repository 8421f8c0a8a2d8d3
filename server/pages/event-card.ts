import { html } from "hono/html";
import type { Event, EventSummary } from "../contract/event.ts";
import { FIXED_LABELS } from "../contract/vocabulary.ts";
import { longDate, nearDay } from "../wording/dates.ts";
import { placesWords } from "../wording/places.ts";
import { whenWords } from "./event-when.ts";
import type { Html } from "./markup.ts";
import { milesAway } from "./miles.ts";

export interface ListedEvent {
  event: Event;
  /** In a straight line, in kilometres, from the place that was asked for. */
  distanceKm?: number;
}

/** Green says yes, orange says hurry, grey says not now, red says no: and the words say the same. */
export function placesTag(event: Pick<EventSummary, "places" | "status" | "booking">): Html {
  const colours = { open: "green", available: "green", few: "orange", "waiting-list": "grey", full: "grey" } as const;
  const whileBooked = event.booking.open ? colours[event.places.state] : "grey";
  const colour = event.status === "cancelled" ? "red" : whileBooked;
  return html`<strong class="nhsuk-tag nhsuk-tag--${colour}">${placesWords(event)}</strong>`;
}

function leaf(startsAt: number): Html {
  const [weekday, day, month] = longDate(startsAt).split(" ") as [string, string, string];
  return html`<div class="hwbe-leaf" aria-hidden="true"><span class="hwbe-leaf__weekday">${weekday.slice(0, 3)}</span><span class="hwbe-leaf__day">${day}</span><span class="hwbe-leaf__month">${month.slice(0, 3)}</span></div>`;
}

/** Where it is, in one line. */
export function placeLine({ format, venue }: Pick<EventSummary, "format" | "venue">): string {
  if (!venue) return format === "phone" ? "By phone" : "Online";
  const borough = venue.borough && !venue.name.includes(venue.borough.label) ? `, ${venue.borough.label}` : "";
  return `${venue.name}${borough}${format === "hybrid" ? ", or online" : ""}`;
}

/** The same with the address in full, for who goes there. */
export function addressLine({ format, venue }: Pick<EventSummary, "format" | "venue">): string {
  return venue ? `${venue.name}, ${venue.address}, ${venue.postcode}${format === "hybrid" ? ", or online" : ""}` : placeLine({ format, venue });
}

function eventCard({ event, distanceKm }: ListedEvent, now: number): Html {
  const startsAt = Date.parse(event.startsAt);
  const near = nearDay(startsAt, now);
  return html`<li><article class="hwbe-event${event.status === "cancelled" ? " hwbe-event--cancelled" : ""}">
${leaf(startsAt)}
<div class="hwbe-text">
<h3><a href="/events/${event.slug}">${event.title}</a></h3>
<p class="hwbe-event__when">${near && `${near}, `}${whenWords(event)}</p>
<p>${placeLine(event)}${distanceKm !== undefined && ` (${milesAway(distanceKm)})`}</p>
<p class="hwbe-event__for">${event.forWhom}</p>
<ul class="hwbe-tags">
<li>${placesTag(event)}</li>
${event.status === "postponed" && html`<li><strong class="nhsuk-tag nhsuk-tag--yellow">New date</strong></li>`}
<li><span class="nhsuk-tag nhsuk-tag--white">${FIXED_LABELS.format[event.format]}</span></li>
${event.kind !== "group-session" && event.kind !== "drop-in" && html`<li><span class="nhsuk-tag nhsuk-tag--white">${FIXED_LABELS.kind[event.kind]}</span></li>`}
${event.tumourGroups.slice(0, 2).map(({ label }) => html`<li><span class="nhsuk-tag nhsuk-tag--white">${label}</span></li>`)}
</ul>
</div>
</article></li>`;
}

/** Events one below the other, each under a heading of level 3. */
export function eventList(events: readonly ListedEvent[], now: number): Html {
  return html`<ol class="hwbe-events">${events.map((listed) => eventCard(listed, now))}</ol>`;
}
