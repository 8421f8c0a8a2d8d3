import type { Event } from "../contract/event.ts";

/** What somebody gets when they ask now: a place, a place once the organiser agrees, or a place in line. */
export type Prospect = "place" | "request" | "waiting";

export function prospectOf({ places, booking }: Pick<Event, "places" | "booking">): Prospect {
  if (places.state === "waiting-list") return "waiting";
  return booking.approval ? "request" : "place";
}

export const BOOK_TITLE = { place: "Book a place", request: "Ask for a place", waiting: "Join the waiting list" } as const satisfies Record<Prospect, string>;
export const BOOK_BUTTON = { place: "Book my place", request: "Ask for a place", waiting: "Join the waiting list" } as const satisfies Record<Prospect, string>;

export const BOOK_NEXT = {
  place: "You find out at once whether you have a place.",
  request: "The organiser looks at each request. Then they tell you whether you have a place.",
  waiting: "All places are taken. If one becomes free, it goes to the first person in line, and we tell them.",
} as const satisfies Record<Prospect, string>;

/** The address of a page of the booking of an event. */
export const bookingPath = ({ slug }: Pick<Event, "slug">, page = "") => `/events/${slug}/book${page && `/${page}`}`;

/** The address where a professional refers to an event. */
export const referPath = ({ slug }: Pick<Event, "slug">) => `/events/${slug}/refer`;
