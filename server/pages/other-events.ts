import { html } from "hono/html";
import type { Event } from "../contract/event.ts";
import { placeLine } from "./event-card.ts";
import { isOver, whenWords } from "./event-when.ts";
import type { OptionalHtml } from "./markup.ts";

/** What a person could go to instead of an event, best first. */
export interface OtherEvents {
  online: readonly Event[];
  similar: readonly Event[];
}

function otherEvents(title: string, events: readonly Event[]): OptionalHtml {
  if (events.length === 0) return undefined;
  return html`<div><h2>${title}</h2>
<ul class="nhsuk-list">${events.map((event) => html`<li><a href="/events/${event.slug}">${event.title}</a><br>${whenWords(event)}<br>${placeLine(event)}</li>`)}</ul></div>`;
}

/** Why somebody should look at others. An alert says so already of what is cancelled or over. */
function whyOthers({ status, booking, places }: Event): OptionalHtml {
  if (status === "cancelled") return undefined;
  if (!booking.open) return html`<p>This event takes no new bookings at the moment. You could go to another one.</p>`;
  if (places.state === "full") return html`<p>This event is full. You could go to another one.</p>`;
  return places.state === "waiting-list" ? html`<p>This event is full. You can ask to go on the waiting list, or go to another one.</p>` : undefined;
}

/** What there is instead of an event; undefined where there is nothing. */
export function otherEventsSection(event: Event, { online, similar }: OtherEvents, now: number): OptionalHtml {
  if (online.length + similar.length === 0) return undefined;
  return html`<section class="hwbe-other-events hwbe-screen-only hwbe-text">
${!isOver(event, now) && whyOthers(event)}
<div class="hwbe-other-events__lists">
${otherEvents("Online or by phone instead", online)}
${otherEvents("Other events like this", similar)}
</div>
</section>`;
}

/** Whether nobody can have a place at an event now, so that others matter more than the rest of its page. */
export function isUnavailable(event: Event, now: number): boolean {
  return event.status === "cancelled" || isOver(event, now) || !event.booking.open || ["full", "waiting-list"].includes(event.places.state);
}
