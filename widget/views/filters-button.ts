import { html, type TemplateResult } from "lit";
import { strings } from "../strings.ts";
import type { FirstActions } from "./actions.ts";
import { chevron } from "./icons.ts";

/** Opens and closes the filters. Where they stand beside the list it is not there. */
export function filtersButton(isOpen: boolean, chosen: number, actions: FirstActions): TemplateResult {
  return html`<button
    type="button" class="secondary filters-button" part="button" aria-expanded=${isOpen ? "true" : "false"} aria-controls="filters"
    @click=${() => actions.toggleFilters()}
  >
    ${strings.filters(chosen)}${chevron}
  </button>`;
}
