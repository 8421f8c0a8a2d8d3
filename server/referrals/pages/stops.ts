import { html } from "hono/html";
import type { Event } from "../../contract/event.ts";
import { isOver, whenWords } from "../../pages/event-when.ts";
import type { Html } from "../../pages/markup.ts";
import type { Refusal } from "../referral.ts";
import { otherWays } from "./ways-on.ts";

const TITLES = {
  "no-event": "This event is no longer listed",
  over: "This event is over",
  cancelled: "This event is cancelled",
  closed: "Booking is closed",
  full: "All places are taken",
  "not-here": "You cannot book this event here",
  "not-for-self": "A health professional has to refer you to this event",
  "not-for-professionals": "Patients book this event themselves",
  "wrong-sessions": "The parts of this event have changed",
} as const satisfies Record<Refusal, string>;

const WORDS = {
  "no-event": "The organiser has taken it down.",
  over: "You can no longer get a place.",
  cancelled: "You can no longer get a place.",
  closed: "The organiser takes no new bookings at the moment. They may open it again.",
  full: "There is no waiting list for it.",
  "not-here": "Ask the organiser how to get a place.",
  "not-for-self": "This can be your clinical nurse specialist or your GP. Ask them.",
  "not-for-professionals": "Give your patient the address of the event’s page, or help them to book.",
  "wrong-sessions": "Choose the parts again.",
} as const satisfies Record<Refusal, string>;

/** What keeps everybody from a place, as far as the public page of the event tells. */
export function stopOf(event: Event, who: Event["booking"]["who"][number], now: number): Refusal | undefined {
  if (event.status === "cancelled") return "cancelled";
  if (isOver(event, now)) return "over";
  if (event.booking.route !== "here") return "not-here";
  if (!event.booking.who.includes(who)) return who === "self" ? "not-for-self" : "not-for-professionals";
  if (!event.booking.open) return "closed";
  return event.places.state === "full" ? "full" : undefined;
}

export function refusalTitle(refusal: Refusal): string {
  return TITLES[refusal];
}

interface Stopped {
  event: Event;
  otherDates: readonly Event[];
  /** What stands before the other ways on. */
  first?: Html | undefined;
}

/** Why there is no place, and what to do. */
export function stopContent(refusal: Refusal, { event, otherDates, first }: Stopped): Html {
  return html`<h1 class="nhsuk-heading-l">${TITLES[refusal]}</h1>
<p class="hwbe-text">${event.title}, ${whenWords(event)}</p>
<p>${WORDS[refusal]}</p>
${first}
${otherWays(event, otherDates)}`;
}
