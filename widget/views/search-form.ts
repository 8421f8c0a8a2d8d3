import { html, nothing, type TemplateResult } from "lit";
import { MILES, type Failure, type Miles, type Search } from "../state.ts";
import { strings } from "../strings.ts";
import type { FirstActions } from "./actions.ts";
import { magnifier } from "./icons.ts";

function milesOf(value: string): Miles {
  return MILES.find((miles) => String(miles) === value) ?? 5;
}

function fieldsOf(form: HTMLFormElement, place: (near: string) => string): Partial<Search> {
  const data = new FormData(form);
  return { q: String(data.get("q")), near: place(String(data.get("near"))), miles: milesOf(String(data.get("miles"))) };
}

function unknownPlace(failure: Failure | undefined, actions: FirstActions): TemplateResult | typeof nothing {
  if (failure?.kind !== "unknown-place") return nothing;
  return html`<div class="field-error" id="near-error">
    <p>${strings.search.unknownPlace}</p>
    ${failure.suggestions.length > 0
      ? html`<p>
          ${strings.search.didYouMean}
          ${failure.suggestions.map(
            (place) => html`<button type="button" class="link" @click=${() => actions.submit({ near: place })}>${place}</button> `,
          )}
        </p>`
      : nothing}
  </div>`;
}

export interface PlaceField {
  /** What stands in the field, where that is not the place of the search itself. */
  readonly text: string | undefined;
  /** Another way to say a place. */
  readonly other: unknown;
}

/** The words, the place and the distance, with a button that sends them. */
export function searchForm(search: Search, failure: Failure | undefined, label: string, { text = search.near, other }: PlaceField, actions: FirstActions): TemplateResult {
  const place = (near: string) => (near === text ? search.near : near);
  const isUnknown = failure?.kind === "unknown-place";
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) actions.submit(fieldsOf(event.currentTarget, place));
  };
  return html`<form class="search" part="search" role="search" aria-label=${label} @submit=${submit}>
    <div class="field what">
      <label for="q">${strings.search.label}</label>
      <p class="hint" id="q-hint">${strings.search.hint}</p>
      <input
        id="q" name="q" type="search" maxlength="200" autocomplete="off" enterkeyhint="search" aria-describedby="q-hint" part="input"
        .value=${search.q}
        @input=${(event: InputEvent & { currentTarget: HTMLInputElement }) => actions.type(event.currentTarget.value)}
      />
    </div>
    <div class="field place">
      <label for="near">${strings.search.near}</label>
      ${other}
      <input
        id="near" name="near" type="text" maxlength="60" autocomplete="postal-code" spellcheck="false" part="input"
        aria-invalid=${isUnknown ? "true" : nothing} aria-describedby=${isUnknown ? "near-error" : nothing}
        .value=${text}
        @change=${(event: Event & { currentTarget: HTMLInputElement }) => actions.change({ near: place(event.currentTarget.value) })}
      />
    </div>
    <div class="field distance">
      <label for="miles">${strings.search.within}</label>
      <select
        id="miles" name="miles" part="input"
        @change=${(event: Event & { currentTarget: HTMLSelectElement }) => actions.change({ miles: milesOf(event.currentTarget.value) })}
      >
        ${MILES.map((miles) => html`<option value=${miles} .selected=${miles === search.miles}>${strings.search.miles(miles)}</option>`)}
      </select>
    </div>
    <button class="primary" part="button">${magnifier}<span>${strings.search.submit}</span></button>
    ${unknownPlace(failure, actions)}
  </form>`;
}
