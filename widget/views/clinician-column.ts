import { html, type TemplateResult } from "lit";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";
import { bookingLink } from "./booking.ts";

export interface ShortlistState {
  readonly ids: readonly string[];
  readonly isFull: boolean;
}

function whoRefers({ booking: { who } }: ListItem): string {
  if (!who.includes("professional")) return laterStrings.clinician.self;
  return who.includes("self") ? laterStrings.clinician.both : laterStrings.clinician.professional;
}

function shortlistButton({ id }: ListItem, { ids, isFull }: ShortlistState, actions: FinderActions): TemplateResult {
  const isOn = ids.includes(id);
  return html`<button
    type="button" class="secondary shortlist-button" part="button" aria-pressed=${isOn ? "true" : "false"} aria-describedby="t-${id}"
    ?disabled=${!isOn && isFull}
    @click=${() => actions.toggleShortlisted(id)}
  >
    ${isOn ? laterStrings.clinician.added : laterStrings.clinician.add}
  </button>`;
}

/** Who can refer to an event, the two things that a professional does with one, and the way to `similar` ones. */
export function clinicianColumn(event: ListItem, shortlist: ShortlistState, actions: FinderActions, similar: TemplateResult | undefined): TemplateResult {
  return html`<div class="refer">
    <p class="who">${whoRefers(event)}</p>
    <div class="buttons">${shortlistButton(event, shortlist, actions)}${bookingLink(event, "clinician")}${similar}</div>
  </div>`;
}
