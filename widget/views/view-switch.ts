import { html, nothing, type TemplateResult } from "lit";
import type { BoroughTiles } from "../borough-tiles.ts";
import { monthOf } from "../month.ts";
import { sortsFor, VIEWS, withChange, type FinderState, type Search, type View } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";
import { boroughMap } from "./borough-map.ts";
import { monthHead } from "./month-list.ts";

/** What a view asks for: by month, the month that it is now, soonest first; undefined when it is asked for already. */
export function searchFor(view: View, search: Search, now: number): Search | undefined {
  const month = view === "month" ? monthOf(now) : undefined;
  if (month === search.month) return undefined;
  return withChange(search, { month, sort: month !== undefined && sortsFor(search).length > 0 ? "date" : undefined });
}

function switchViews(view: View, actions: FinderActions): TemplateResult {
  return html`<fieldset class="views" part="views">
    <legend class="unseen">${laterStrings.views.title}</legend>
    <div class="pills">
      ${VIEWS.map(
        (one) => html`<label class="pill">
          <input type="radio" name="view" value=${one} .checked=${view === one} @change=${() => actions.view(one)} />
          <span>${laterStrings.views.views[one]}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** How the events are shown, and what belongs to that above them: a list, a month, or a map of the boroughs. */
export function viewHead({ view, search, answer }: FinderState, map: { tiles: BoroughTiles; service: string }, actions: FinderActions): TemplateResult {
  const places = { counts: answer?.facets.borough ?? [], chosen: search.filters.borough ?? [] };
  return html`${switchViews(view, actions)}
  ${view === "map" ? boroughMap(map.tiles.of(map.service), places, actions) : nothing}
  ${view === "month" && search.month !== undefined ? monthHead(search.month, Date.now(), actions) : nothing}`;
}
