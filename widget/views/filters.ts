import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { FacetGroup } from "../facet-groups.ts";
import type { FinderState } from "../state.ts";
import { WHENS } from "../state.ts";
import { strings } from "../strings.ts";
import type { FinderActions } from "./actions.ts";
import { chevron } from "./icons.ts";

const words = strings.filters;
/** So many values of a group show at first; a group with one more shows that one too. */
const SHORT = 7;
const OPEN_AT_FIRST: ReadonlySet<string> = new Set(["tumour-group", "topic"]);

function whenChoice(state: FinderState, actions: FinderActions): TemplateResult {
  return html`<fieldset class="group when">
    <legend>${words.when}</legend>
    <div class="pills">
      ${WHENS.map(
        (when) => html`<label class="pill">
          <input
            type="radio" name="when" value=${when} .checked=${live(state.search.when === when)}
            @change=${() => actions.change({ when })}
          /><span>${strings.whens[when]}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function value(group: FacetGroup, { value, label, count, chosen }: FacetGroup["values"][number], actions: FinderActions): TemplateResult {
  return html`<label class="choice">
    <input
      type="checkbox" name=${group.field} value=${value} .checked=${live(chosen)}
      @change=${(event: Event & { currentTarget: HTMLInputElement }) => actions.filter(group.field, value, event.currentTarget.checked)}
    /><span>${label} <span class="number">(${count})</span></span>
  </label>`;
}

function facetGroup(group: FacetGroup, isInFull: boolean, actions: FinderActions): TemplateResult {
  const isLong = !isInFull && group.values.length > SHORT + 1;
  const shown = isLong ? group.values.filter(({ chosen }, place) => place < SHORT || chosen) : group.values;
  return html`<details class="group" ?open=${OPEN_AT_FIRST.has(group.field)}>
    <summary>
      <span>${group.title}${group.chosen > 0 ? html` <span class="number">${words.chosen(group.chosen)}</span>` : nothing}</span>${chevron}
    </summary>
    <fieldset data-group=${group.field}>
      <legend class="unseen">${group.title}</legend>
      ${repeat(shown, ({ value }) => value, (each) => value(group, each, actions))}
      ${isLong
        ? html`<button type="button" class="link" @click=${() => actions.showInFull(group.field)}>
            ${words.more(group.values.length, group.title)}
          </button>`
        : nothing}
    </fieldset>
  </details>`;
}

/** The choices that narrow the list. They lie behind a button where the finder is narrow, and beside the list where it is wide. */
export function filters(state: FinderState, groups: readonly FacetGroup[], actions: FinderActions): TemplateResult {
  return html`<div id="filters" class="filters ${state.filtersOpen ? "open" : ""}" part="filters">
    ${whenChoice(state, actions)}
    ${repeat(groups, ({ field }) => field, (group) => facetGroup(group, state.shownInFull.has(group.field), actions))}
    <button type="button" class="primary done" part="button" @click=${() => actions.showResults()}>
      ${words.show(state.answer?.total ?? 0)}
    </button>
  </div>`;
}

/** Opens and closes the filters. Where they stand beside the list it is not there. */
export function filtersButton(isOpen: boolean, chosen: number, actions: FinderActions): TemplateResult {
  return html`<button
    type="button" class="secondary filters-button" part="button" aria-expanded=${isOpen ? "true" : "false"} aria-controls="filters"
    @click=${() => actions.toggleFilters()}
  >
    ${words.open(chosen)}${chevron}
  </button>`;
}
