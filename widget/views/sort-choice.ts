import { html, nothing, type TemplateResult } from "lit";
import type { Sort } from "../../server/contract/values.ts";
import { sortsFor, type FinderState } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";

/** The order of the list, where there is something to order it by. */
export function sortChoice({ search, answer }: FinderState, actions: FinderActions): TemplateResult | typeof nothing {
  const sorts = sortsFor(search);
  if (sorts.length === 0 || (answer?.total ?? 0) < 2) return nothing;
  const current = search.sort ?? sorts[0];
  const choose = (value: string) => actions.change({ sort: sorts.find((sort): sort is Sort => sort === value) });
  return html`<div class="sort">
    <label for="sort">${laterStrings.sort}</label>
    <select id="sort" part="input" @change=${(event: Event & { currentTarget: HTMLSelectElement }) => choose(event.currentTarget.value)}>
      ${sorts.map((sort) => html`<option value=${sort} .selected=${sort === current}>${laterStrings.sorts[sort]}</option>`)}
    </select>
  </div>`;
}
