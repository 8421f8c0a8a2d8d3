import { html, type TemplateResult } from "lit";
import { VIEWS, type FinderState } from "../state.ts";
import { viewWords as words } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";

/** How the events are shown: as a list, by month, or with a map of the boroughs above them. */
export function viewSwitch({ view }: FinderState, actions: FinderActions): TemplateResult {
  return html`<fieldset class="views" part="views">
    <legend class="unseen">${words.title}</legend>
    <div class="pills">
      ${VIEWS.map(
        (one) => html`<label class="pill">
          <input type="radio" name="view" value=${one} .checked=${view === one} @change=${() => actions.view(one)} />
          <span>${words.views[one]}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
