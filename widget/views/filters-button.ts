import { html, nothing, type TemplateResult } from "lit";
import { strings } from "../strings.ts";
import type { FirstActions } from "./actions.ts";
import { chevron } from "./icons.ts";

/** Opens and closes the filters. Where they stand beside the list it is not there. `filters` is true once there are any. */
export function filtersButton(isOpen: boolean, chosen: number, filters: unknown, actions: FirstActions): TemplateResult {
  return html`<button
    type="button" class="secondary filters-button" part="button" aria-expanded=${isOpen ? "true" : "false"} aria-controls=${filters ? "filters" : nothing}
    @click=${() => actions.toggleFilters()}
  >
    ${strings.filters(chosen)}${chevron}
  </button>`;
}
