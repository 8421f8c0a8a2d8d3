import { html, raw } from "hono/html";
import { DEFAULT_WITHIN_KM } from "../contract/values.ts";
import { SPANS } from "../wording/spans.ts";
import type { ListAddress } from "./list-address.ts";
import type { Html } from "./markup.ts";
import { DEFAULT_MILES, kilometres, MILES, milesOf, milesWords, withinWords } from "./miles.ts";
import { SPAN_NAMES } from "./spans.ts";

/** The id of the form, for the filters that stand elsewhere on the page. */
export const FORM_ID = "search";

function withinChoices(address: ListAddress): Html {
  const unasked = address.get("near") === null ? kilometres(DEFAULT_MILES) : String(DEFAULT_WITHIN_KM);
  const asked = address.get("within");
  const within = asked !== null && Number.isFinite(Number(asked)) ? asked : unasked;
  const chosen = milesOf(within);
  return html`${chosen === undefined && html`<option value="${within}" selected>${withinWords(within)}</option>`}
${MILES.map((miles) => html`<option value="${kilometres(miles)}"${raw(miles === chosen ? " selected" : "")}>${milesWords(miles)}</option>`)}`;
}

/** The distance of a search that does not ask how far. */
export const HIDDEN_WITHIN = html`<input type="hidden" name="within" value="${kilometres(DEFAULT_MILES)}">`;

/** The words to look for. */
export function wordsField(value: string): Html {
  return html`<div class="nhsuk-form-group">
<label class="nhsuk-label" for="q">What are you looking for?</label>
<div class="nhsuk-hint" id="q-hint">For example: tiredness, breast cancer, money</div>
<input class="nhsuk-input" id="q" name="q" type="text" value="${value}" maxlength="200" enterkeyhint="search" autocomplete="off" aria-describedby="q-hint">
</div>`;
}

/** The place to look near. `error` says what is wrong with it. */
export function nearField(value: string, error?: string): Html {
  return html`<div class="nhsuk-form-group${error && " nhsuk-form-group--error"}">
<label class="nhsuk-label" for="near">Near a postcode or borough</label>
<div class="nhsuk-hint" id="near-hint">For example: SE1 or Camden</div>
${error && html`<span class="nhsuk-error-message" id="near-error"><span class="nhsuk-u-visually-hidden">Error: </span>${error}</span>`}
<input class="nhsuk-input${error && " nhsuk-input--error"}" id="near" name="near" type="text" value="${value}" maxlength="60" enterkeyhint="search" autocomplete="off" aria-describedby="near-hint${error && " near-error"}">
</div>`;
}

function whenField(address: ListAddress): Html {
  const chosen = address.when() ?? "";
  const choices = [["", "Any time"], ...SPANS.map((span) => [span, SPAN_NAMES[span]])] as const;
  return html`<fieldset class="hwbe-choices">
<legend>When</legend>
<div class="hwbe-choices__row">
${choices.map(([value, text]) => html`<label class="hwbe-choice"><input type="radio" name="when" value="${value}"${raw(value === chosen ? " checked" : "")}><span>${text}</span></label>`)}
</div>
</fieldset>`;
}

function hiddenFields(address: ListAddress, names: readonly string[]): Html {
  return html`${names.flatMap((name) => address.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}`;
}

export interface SearchFormOptions {
  nearError?: string | undefined;
  /** Parameters that no field of the page shows and that the next search keeps. */
  keep: readonly string[];
}

/** The search of the list: a plain form that asks for another address. */
export function searchForm(address: ListAddress, { nearError, keep }: SearchFormOptions): Html {
  return html`<form class="hwbe-search__ask" id="${FORM_ID}" action="/events" method="get" role="search" aria-label="Events">
<div class="hwbe-search__fields">
${wordsField(address.get("q") ?? "")}
${nearField(address.get("near") ?? "", nearError)}
<div class="nhsuk-form-group">
<label class="nhsuk-label" for="within">Within</label>
<select class="nhsuk-select" id="within" name="within">${withinChoices(address)}</select>
</div>
</div>
<div class="hwbe-search__go">
${whenField(address)}
<button class="nhsuk-button" type="submit">Search</button>
</div>
${hiddenFields(address, keep)}
</form>`;
}
