import { html, raw } from "hono/html";
import type { Facets, FacetValue } from "../contract/event-page.ts";
import type { FacetField } from "../contract/values.ts";
import { FILTER_NAMES, FILTER_ORDER } from "./filter-names.ts";
import type { ListAddress } from "./list-address.ts";
import type { Html } from "./markup.ts";
import { FORM_ID } from "./search-form.ts";

/** A single value of these is a choice in itself. Of any other field it would change nothing. */
const ALONE: readonly FacetField[] = ["available", "access"];

/** Groups that most people come for stand open. */
const OPEN: readonly FacetField[] = ["tumour-group", "topic"];
const OPEN_UP_TO = 8;

function checkbox(field: FacetField, { value, label, count }: FacetValue, chosen: boolean): Html {
  return html`<label class="hwbe-check"><input type="checkbox" name="${field}" value="${value}" form="${FORM_ID}"${raw(chosen ? " checked" : "")}><span>${label}</span><span class="hwbe-count">${count}<span class="nhsuk-u-visually-hidden">${count === 1 ? " event" : " events"}</span></span></label>`;
}

function group(field: FacetField, all: readonly FacetValue[], address: ListAddress): Html | undefined {
  const chosen = address.all(field);
  const values = all.filter(({ value, count }) => count > 0 || chosen.includes(value));
  if (chosen.length === 0 && values.length < (ALONE.includes(field) ? 1 : 2)) return undefined;
  const open = chosen.length > 0 || (OPEN.includes(field) && values.length <= OPEN_UP_TO);
  return html`<details class="hwbe-filter"${raw(open ? " open" : "")}>
<summary><span class="hwbe-filter__name">${FILTER_NAMES[field]}</span>${chosen.length > 0 && html`<span class="hwbe-count">${chosen.length} chosen</span>`}</summary>
<fieldset><legend class="nhsuk-u-visually-hidden">${FILTER_NAMES[field]}</legend>
${values.map((value) => checkbox(field, value, chosen.includes(value.value)))}
</fieldset>
</details>`;
}

/** Every filter that can change the list, each value with the number of events that it would give. */
export function filterPanel(facets: Facets, address: ListAddress): Html {
  const chosen = address.countFilters();
  return html`<details class="hwbe-filters hwbe-screen-only" id="filters">
<summary>Filters${chosen > 0 && ` (${chosen} chosen)`}</summary>
<h2 class="hwbe-filters__title">Filters</h2>
${FILTER_ORDER.map((field) => group(field, facets[field] ?? [], address))}
<button class="nhsuk-button nhsuk-button--secondary" type="submit" form="${FORM_ID}">Show events</button>
</details>`;
}
