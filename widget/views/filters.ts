import { html, nothing, type TemplateResult } from "lit";
import type { FacetGroup } from "../facet-groups.ts";
import { WHENS, type FinderState } from "../state.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";
import { chevron } from "./icons.ts";

/** So many values of a group show at first; a group with one more shows that one too. */
const SHORT = 7;
const OPEN_AT_FIRST: ReadonlySet<string> = new Set(["tumour-group", "topic"]);

function whenChoice(state: FinderState, actions: FinderActions): TemplateResult {
  return html`<fieldset class="group when">
    <legend>${laterStrings.filters.when}</legend>
    <div class="pills">
      ${WHENS.map(
        (when) => html`<label class="pill">
          <input type="radio" name="when" value=${when} .checked=${state.search.when === when} @change=${() => actions.change({ when })} />
          <span>${laterStrings.whens[when]}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function choice({ field }: FacetGroup, { value, label, count, chosen }: FacetGroup["values"][number], isShown: boolean, actions: FinderActions): TemplateResult {
  return html`<label class="choice" ?hidden=${!isShown}>
    <input
      type="checkbox" name=${field} value=${value} .checked=${chosen}
      @change=${(event: Event & { currentTarget: HTMLInputElement }) => actions.filter(field, value, event.currentTarget.checked)}
    /><span>${label} <span class="number">(${count})</span></span>
  </label>`;
}

/** Each value keeps its place, shown or hidden, so that the focus stays on it when the counts change. */
function facetGroup(group: FacetGroup, isInFull: boolean, actions: FinderActions): TemplateResult | typeof nothing {
  if (!group.isUseful) return nothing;
  const possible = group.values.filter(({ count, chosen }) => count > 0 || chosen);
  const isLong = !isInFull && possible.length > SHORT + 1;
  const shown = new Set(isLong ? possible.filter(({ chosen }, place) => place < SHORT || chosen) : possible);
  return html`<details class="group" ?open=${OPEN_AT_FIRST.has(group.field)}>
    <summary>
      <span>${group.title}${group.chosen > 0 ? ` (${laterStrings.filters.chosen(group.chosen)})` : nothing}</span>${chevron}
    </summary>
    <fieldset data-group=${group.field}>
      <legend class="unseen">${group.title}</legend>
      ${group.values.map((value) => choice(group, value, shown.has(value), actions))}
      ${isLong
        ? html`<button type="button" class="link" @click=${() => actions.showInFull(group.field)}>
            ${laterStrings.filters.more(possible.length)}<span class="unseen">: ${group.title}</span>
          </button>`
        : nothing}
    </fieldset>
  </details>`;
}

/** The choices that narrow the list. They lie behind a button where the finder is narrow, and beside the list where it is wide. */
export function filters(state: FinderState, groups: readonly FacetGroup[], actions: FinderActions): TemplateResult {
  return html`<div id="filters" class="filters ${state.filtersOpen ? "open" : ""}" part="filters">
    ${whenChoice(state, actions)} ${groups.map((group) => facetGroup(group, state.shownInFull.has(group.field), actions))}
    <button type="button" class="primary done" part="button" @click=${() => actions.showResults()}>
      ${laterStrings.filters.show(state.answer?.total ?? 0)}
    </button>
  </div>`;
}
