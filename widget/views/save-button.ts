import { html, type TemplateResult } from "lit";
import type { ListItem } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";

export interface ShortlistState {
  readonly ids: readonly string[];
  readonly isFull: boolean;
}

/** Puts an event on the shortlist, and takes it off again. `words` name the two states. */
export function saveButton({ id }: ListItem, { ids, isFull }: ShortlistState, words: readonly [string, string], actions: FinderActions): TemplateResult {
  const isOn = ids.includes(id);
  return html`<button
    type="button" class="secondary shortlist-button" part="button" aria-pressed=${isOn ? "true" : "false"} aria-describedby="t-${id}"
    ?disabled=${!isOn && isFull}
    @click=${() => actions.toggleShortlisted(id)}
  >
    ${isOn ? words[1] : words[0]}
  </button>`;
}

/** In the public finder it stands in the corner of the event. */
export function saveCorner(event: ListItem, shortlist: ShortlistState, actions: FinderActions): TemplateResult {
  const { save, saved } = laterStrings.saved;
  return html`<div class="save">${saveButton(event, shortlist, [save, saved], actions)}</div>`;
}
