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
  return html`<h2>${title}</h2>
<ul class="nhsuk-list">${events.map((event) => html`<li><a href="/events/${event.slug}">${event.title}</a><br>${whenWords(event)}<br>${placeLine(event)}</li>`)}</ul>`;
}

/** Undefined where there are none. */
export function otherEventsSection({ online, similar }: OtherEvents): OptionalHtml {
  if (online.length + similar.length === 0) return undefined;
  return html`<section class="hwbe-other-events hwbe-screen-only hwbe-text">
${otherEvents("Online or by phone instead", online)}
${otherEvents("Other events like this", similar)}
</section>`;
}

/** Whether nobody can have a place at an event now, so that others matter more than the rest of its page. */
export function isUnavailable(event: Event, now: number): boolean {
  return event.status === "cancelled" || isOver(event, now) || !event.booking.open || ["full", "waiting-list"].includes(event.places.state);
}
