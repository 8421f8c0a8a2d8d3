import { html } from "hono/html";
import { choices } from "../../pages/fields/choices.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { selectField } from "../../pages/fields/select-field.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import type { Scope } from "./scope.ts";

function scopeField(scopes: readonly Scope[], filled: Filled): OptionalHtml {
  const [first, ...others] = scopes.map(({ key, name }) => ({ value: key, label: name }));
  if (!first || others.length === 0) return undefined;
  return selectField({ name: "scope", label: "Whose events", none: first.label, options: others }, filled);
}

/** Whose figures, and for when. It is sent as a question, so that an answer can be bookmarked. */
export function periodForm(scopes: readonly Scope[], filled: Filled): Html {
  const day = (name: string, label: string) => textField({ name, label, isRevealed: true, hint: "For example 3/3/2026", autocomplete: "off", width: 10 }, filled);
  return html`${errorSummary(filled.errors)}<form class="hwbe-period" action="/desk/dashboard" method="get">
${scopeField(scopes, filled)}
${choices({
    kind: "radios",
    name: "period",
    legend: "Period",
    options: [
      { value: "month", label: "This month" },
      { value: "quarter", label: "3 months, this one the last" },
      { value: "year", label: "12 months, this one the last" },
      { value: "dates", label: "Other dates", reveals: html`${day("from", "First day")}${day("to", "Last day")}` },
    ],
  }, filled)}
<button class="nhsuk-button nhsuk-button--secondary" type="submit">Show</button>
</form>`;
}
