import { html, nothing, type TemplateResult } from "lit";
import type { Chip } from "../chips.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";
import { cross } from "./icons.ts";

/** What is chosen. Each removes itself; the last button removes all. */
export function chipList(chips: readonly Chip[], actions: FinderActions): TemplateResult | typeof nothing {
  if (chips.length === 0) return nothing;
  return html`<div class="chips" part="chips" role="group" aria-label=${laterStrings.chips.title}>
    <ul role="list">
      ${chips.map(
        (chip, place) => html`<li>
          <button type="button" class="chip" part="chip" @click=${() => actions.removeChip(place, chip.without)}>
            <span class="unseen">${laterStrings.chips.remove} </span>${chip.label}${cross}
          </button>
        </li>`,
      )}
    </ul>
    <button type="button" class="link" @click=${() => actions.clear()}>${laterStrings.chips.clear}</button>
  </div>`;
}
