import { html } from "hono/html";
import type { Html, OptionalHtml } from "../markup.ts";
import type { FieldError } from "./filled.ts";

/** All errors of a page at its top, each leading to its field. It takes the focus when the page opens (WCAG 2.2 criterion 3.3.1). */
export function errorSummary(errors: readonly FieldError[]): OptionalHtml {
  if (errors.length === 0) return undefined;
  return html`<div class="nhsuk-error-summary" tabindex="-1" autofocus><div role="alert">
<h2 class="nhsuk-error-summary__heading">There is a problem</h2>
<div class="nhsuk-error-summary__body"><ul class="nhsuk-list nhsuk-error-summary__list">
${errors.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}
</ul></div>
</div></div>`;
}

/** The error of one field, beside it. */
export function errorMessage(field: string, message: string | undefined): OptionalHtml {
  if (message === undefined) return undefined;
  return html`<span class="nhsuk-error-message" id="${field}-error"><span class="nhsuk-u-visually-hidden">Error: </span>${message}</span>`;
}

export function hintText(field: string, hint: Html | string | undefined): OptionalHtml {
  return hint === undefined ? undefined : html`<div class="nhsuk-hint" id="${field}-hint">${hint}</div>`;
}
