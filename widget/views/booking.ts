import { html, nothing, type TemplateResult } from "lit";
import type { Mode } from "../attributes.ts";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";

function wordsFor({ places, booking: { route, who } }: ListItem, mode: Mode): string {
  if (mode === "clinician" && who.includes("professional") && route === "here") return laterStrings.booking.refer;
  if (route !== "here") return laterStrings.booking.how;
  return places.state === "waiting-list" ? laterStrings.booking.waitingList : laterStrings.booking.here;
}

/** A professional goes straight to the referral; others to the event's own page, which says how to get a place. */
function addressFor({ url, booking: { route, who } }: ListItem, mode: Mode): string {
  return mode === "clinician" && who.includes("professional") && route === "here" ? `${url}/refer` : `${url}#get-a-place`;
}

/**
 * The way to a place: a page of the service, opened at top level. A form about a person never stands inside the host's page. A
 * cancelled or full event has none, nor has one whose booking is closed.
 */
export function bookingLink(event: ListItem, mode: Mode): TemplateResult | typeof nothing {
  if (event.status === "cancelled" || event.places.state === "full" || !event.booking.open) return nothing;
  return html`<a class="primary" part="button book" href=${addressFor(event, mode)} target="_top"
    >${wordsFor(event, mode)}<span class="unseen" lang="en-GB">: ${event.title}</span></a
  >`;
}
