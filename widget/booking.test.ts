import { render } from "lit";
import { equal, ok } from "./testing/assert.ts";
import { fixtureEvent } from "./testing/fixture-events.ts";
import { bookingLink } from "./views/booking.ts";
import { placesTags } from "./views/event-tags.ts";

function shown(content: unknown): HTMLElement {
  const place = document.createElement("div");
  render(content, place);
  return place;
}

describe("The way to a place", () => {
  const open = fixtureEvent(1, Date.now());
  const event = { ...open, status: "scheduled" as const, places: { state: "available" as const, left: null } };

  it("leads to the service while booking is open", () => {
    for (const mode of ["public", "clinician"] as const) ok(shown(bookingLink(event, mode)).querySelector("a"));
  });

  it("is not there while booking is closed, which the places say", () => {
    const closed = { ...event, booking: { ...event.booking, open: false } };
    for (const mode of ["public", "clinician"] as const) equal(shown(bookingLink(closed, mode)).querySelector("a"), null);
    const tag = shown(placesTags(closed, false)).querySelector(".tag.wait");
    equal(tag?.textContent, "Booking is closed");
  });
});
