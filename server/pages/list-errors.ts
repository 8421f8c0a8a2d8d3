import { html } from "hono/html";
import type { FacetField } from "../contract/values.ts";
import type { FieldError } from "../contract/problem.ts";
import { FILTER_NAMES } from "./filter-names.ts";
import type { ListAddress } from "./list-address.ts";
import type { Html } from "./markup.ts";

/** A problem as the page tells it: the field it belongs to, if the page has one, and places to try instead. */
export interface PageError {
  field?: "q" | "near";
  text: string;
  suggestions: readonly string[];
}

/** What is wrong with a search, in the words of the page. It never repeats what was sent. */
export function toPageError({ parameter, code, suggestions = [] }: FieldError): PageError {
  if (parameter === "near") {
    const text = code === "unknown-place" ? "We do not know that place. Try the first half of a London postcode, or a borough." : "Use a shorter place name.";
    return { field: "near", text, suggestions };
  }
  if (parameter === "q") return { field: "q", text: "Use fewer words to search for.", suggestions };
  if (Object.hasOwn(FILTER_NAMES, parameter)) {
    return { text: `One of your choices is not one that we have: ${FILTER_NAMES[parameter as FacetField].toLowerCase()}.`, suggestions };
  }
  if (parameter === "from" || parameter === "to") return { text: "The dates in the web address are not right.", suggestions };
  return { text: "Part of the web address is not right.", suggestions };
}

/** The summary that stands before everything else, with a link to each field (NHS design system, "Error summary"). */
export function errorSummary(errors: readonly PageError[], address: ListAddress): Html {
  const suggestions = errors.flatMap((error) => error.suggestions);
  return html`<div class="nhsuk-error-summary">
<div role="alert">
<h2 class="nhsuk-error-summary__heading">There is a problem</h2>
<div class="nhsuk-error-summary__body">
<ul class="nhsuk-list nhsuk-error-summary__list">
${errors.map(({ field, text }) => html`<li>${field ? html`<a href="#${field}">${text}</a>` : text}</li>`)}
</ul>
${suggestions.length > 0 && html`<p>Boroughs to try:</p>
<ul class="nhsuk-list">${suggestions.map((place) => html`<li><a href="${address.with("near", place).path()}">${place}</a></li>`)}</ul>`}
</div>
</div>
</div>`;
}
