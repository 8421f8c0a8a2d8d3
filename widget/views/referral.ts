import { html, nothing, type TemplateResult } from "lit";
import type { Event } from "../../server/contract/event.ts";
import { REFERRED_LIMIT } from "../shortlist.ts";
import { clinicianStrings } from "../strings-clinician.ts";
import { strings } from "../strings.ts";

/** Why a professional cannot refer to an event here; undefined where they can. */
function reason(event: Event): string | undefined {
  const { booking, places, status } = event;
  if (status === "cancelled" || places.state === "full" || !booking.open || booking.route === "drop-in") return strings.places(event);
  if (!booking.who.includes("professional")) return clinicianStrings.row.self;
  return booking.route === "here" ? undefined : clinicianStrings.refer.elsewhere;
}

/** Says why a professional cannot refer to an event here, where that is so. */
export function obstacle(event: Event): TemplateResult | typeof nothing {
  const why = reason(event);
  return why ? html`<p class="hint">${clinicianStrings.refer.notHere(why)}</p>` : nothing;
}

/** The way to refer to all events that take referrals here. */
export function referLink(events: readonly Event[], service: string): TemplateResult | typeof nothing {
  const open = events.filter((event) => reason(event) === undefined);
  const referred = open.slice(0, REFERRED_LIMIT).map(({ id }) => ["ids", id]);
  const words = clinicianStrings.refer;
  if (referred.length === 0) return nothing;
  return html`<a class="primary" part="button" href="${service}/refer?${new URLSearchParams(referred)}" target="_top">${words.all(referred.length)}</a>
    ${open.length > REFERRED_LIMIT ? html`<p class="hint">${words.some(REFERRED_LIMIT)}</p>` : nothing}`;
}
