import { html, type TemplateResult } from "lit";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";
import { bookingLink } from "./booking.ts";
import { saveButton, type ShortlistState } from "./save-button.ts";

function whoRefers({ booking: { who } }: ListItem): string {
  if (!who.includes("professional")) return laterStrings.clinician.self;
  return who.includes("self") ? laterStrings.clinician.both : laterStrings.clinician.professional;
}

/** Who can refer to an event, the two things that a professional does with one, and the way to `similar` ones. */
export function clinicianColumn(event: ListItem, shortlist: ShortlistState, actions: FinderActions, similar: TemplateResult | undefined): TemplateResult {
  return html`<div class="refer">
    <p class="who">${whoRefers(event)}</p>
    <div class="buttons">${saveButton(event, shortlist, [laterStrings.clinician.add, laterStrings.clinician.added], actions)}${bookingLink(event, "clinician")}${similar}</div>
  </div>`;
}
