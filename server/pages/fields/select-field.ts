import { html, raw } from "hono/html";
import type { Html } from "../markup.ts";
import { errorMessage, hintText } from "./error-summary.ts";
import { describedBy, errorFor, type Filled } from "./filled.ts";

export interface SelectField {
  /** The name of the field, and its id. */
  name: string;
  label: string;
  hint?: Html | string;
  /** The first choice, which stands for none. */
  none: string;
  options: readonly { value: string; label: string }[];
}

/** A long list to choose one from. For a short one use `choices`, where all can be seen. */
export function selectField({ name, label, hint, none, options }: SelectField, filled: Filled): Html {
  const error = errorFor(filled, name);
  const ids = describedBy(name, { hint, error });
  const chosen = filled.form.get(name) ?? "";
  return html`<div class="nhsuk-form-group${error && " nhsuk-form-group--error"}">
<label class="nhsuk-label nhsuk-label--s" for="${name}">${label}</label>
${hintText(name, hint)}
${errorMessage(name, error)}
<select class="nhsuk-select${error && " nhsuk-select--error"}" id="${name}" name="${name}"${ids !== "" && html` aria-describedby="${ids}"`}>
${[{ value: "", label: none }, ...options].map((option) => html`<option value="${option.value}"${option.value === chosen && raw(" selected")}>${option.label}</option>`)}
</select>
</div>`;
}
