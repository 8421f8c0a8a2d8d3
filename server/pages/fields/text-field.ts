import { html, raw } from "hono/html";
import type { Html } from "../markup.ts";
import { errorMessage, hintText } from "./error-summary.ts";
import { describedBy, errorFor, type Filled } from "./filled.ts";

export interface TextField {
  /** The name of the field, and its id. */
  name: string;
  label: string;
  /** The label is the main heading of the page. */
  isHeading?: boolean;
  /** The field belongs to a choice, whose own label leads it. */
  isRevealed?: boolean;
  hint?: Html | string;
  type?: "text" | "email" | "tel";
  /** The token of WCAG 2.2 criterion 1.3.5, or `off` where the answer is about somebody else. */
  autocomplete: string;
  /** In characters, where the answer is short. */
  width?: 10 | 20 | 30;
  /** More lines than one. */
  rows?: number;
}

const KEYBOARD = { text: raw(""), email: raw(' inputmode="email" spellcheck="false"'), tel: raw(' inputmode="tel" spellcheck="false"') };

function labelOf({ name, label, isHeading, isRevealed }: TextField): Html {
  if (isHeading) return html`<h1 class="nhsuk-label-wrapper"><label class="nhsuk-label nhsuk-label--l" for="${name}">${label}</label></h1>`;
  return html`<label class="nhsuk-label${!isRevealed && " nhsuk-label--s"}" for="${name}">${label}</label>`;
}

function control({ name, hint, type = "text", autocomplete, width, rows }: TextField, filled: Filled): Html {
  const error = errorFor(filled, name);
  const ids = describedBy(name, { hint, error });
  const value = filled.form.get(name) ?? "";
  const described = html`${ids !== "" && html` aria-describedby="${ids}"`}`;
  if (rows !== undefined) {
    return html`<textarea class="nhsuk-textarea${error && " nhsuk-textarea--error"}" id="${name}" name="${name}"
rows="${rows}" autocomplete="${autocomplete}"${described}>
${value}</textarea>`;
  }
  const size = width && ` nhsuk-input--width-${width}`;
  return html`<input class="nhsuk-input${size}${error && " nhsuk-input--error"}" id="${name}" name="${name}" type="${type}" value="${value}"
autocomplete="${autocomplete}"${KEYBOARD[type]}${described}>`;
}

/** A field to write in, with its label, its hint and what is wrong with it. */
export function textField(field: TextField, filled: Filled): Html {
  const error = errorFor(filled, field.name);
  return html`<div class="nhsuk-form-group${error && " nhsuk-form-group--error"}">
${labelOf(field)}
${hintText(field.name, field.hint)}
${errorMessage(field.name, error)}
${control(field, filled)}
</div>`;
}
