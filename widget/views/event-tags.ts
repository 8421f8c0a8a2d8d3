import { html, nothing, type TemplateResult } from "lit";
import type { ListItem } from "../state.ts";
import { strings } from "../strings.ts";

/** What the colour of the places tag says once more: the words say it all. */
function tone({ status, places, booking }: ListItem): string {
  if (status === "cancelled") return "stop";
  if (!booking.open) return "wait";
  switch (places.state) {
    case "few":
      return "hurry";
    case "full":
    case "waiting-list":
      return "wait";
    default:
      return "go";
  }
}

/** The places left, in words, unless the list is old. A postponed event says first that its date is new. */
export function placesTags(event: ListItem, isOld: boolean): TemplateResult {
  return html`${event.status === "postponed" ? html`<strong class="tag note" part="tag">${strings.postponed}</strong>` : nothing}
    <strong class="tag ${isOld ? "plain" : tone(event)}" part="tag places">${isOld ? strings.placesOld : strings.places(event)}</strong>`;
}

export function sampleTag(event: ListItem): TemplateResult | typeof nothing {
  return event.sample ? html`<span class="tag plain" part="tag">${strings.results.sample}</span>` : nothing;
}
