import type { EventSummary } from "../contract/event.ts";

/** How many places are left, in words: `3 places left`, `Full: join the waiting list`. A cancelled event says so instead, and so does one that takes no new bookings. */
export function placesWords(event: Pick<EventSummary, "places" | "status" | "booking">): string {
  if (event.status === "cancelled") return "Cancelled";
  if (!event.booking.open) return "Booking is closed";
  switch (event.places.state) {
    case "few":
      return event.places.left === 1 ? "1 place left" : `${event.places.left} places left`;
    case "available":
      return "Places left";
    case "waiting-list":
      return "Full: join the waiting list";
    case "full":
      return "Full";
    case "open":
      return event.booking.route === "drop-in" ? "Drop in, no need to book" : "Places left";
  }
}
