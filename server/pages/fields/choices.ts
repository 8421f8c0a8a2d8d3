import { html, raw } from "hono/html";
import type { Html } from "../markup.ts";
import { errorMessage, hintText } from "./error-summary.ts";
import { describedBy, errorFor, type Filled } from "./filled.ts";

export interface Choice {
  value: string;
  label: Html | string;
  hint?: string;
  /** A field that belongs to this choice. It is out of sight while the choice is not made, where the style sheet can do that. */
  reveals?: Html;
}

export interface Choices {
  kind: "radios" | "checkboxes";
  /** The name of the fields, and the id of the first. */
  name: string;
  legend: string;
  /** The legend is the main heading of the page. */
  isHeading?: boolean;
  /** A long list: smaller, and in columns where there is room. */
  isLong?: boolean;
  hint?: Html | string;
  options: readonly (Choice | "or")[];
}

const TYPES = { radios: "radio", checkboxes: "checkbox" } as const;

function choice({ kind, name }: Choices, { value, label, hint, reveals }: Choice, id: string, filled: Filled): Html {
  const described = hint && html` aria-describedby="${id}-item-hint"`;
  const checked = filled.form.getAll(name).includes(value) && raw(" checked");
  return html`<div class="nhsuk-${kind}__item">
<input class="nhsuk-${kind}__input" id="${id}" name="${name}" type="${TYPES[kind]}" value="${value}"${checked}${described}>
<label class="nhsuk-label nhsuk-${kind}__label" for="${id}">${label}</label>
${hint && html`<div class="nhsuk-hint nhsuk-${kind}__hint" id="${id}-item-hint">${hint}</div>`}
</div>
${reveals && html`<div class="nhsuk-${kind}__conditional hwbe-reveal">${reveals}</div>`}`;
}

function legendOf({ legend, isHeading }: Choices): Html {
  if (!isHeading) return html`<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">${legend}</legend>`;
  return html`<legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l"><h1 class="nhsuk-fieldset__heading">${legend}</h1></legend>`;
}

/** Radios or checkboxes, with what is wrong with the choice. */
export function choices(field: Choices, filled: Filled): Html {
  const { kind, name, isLong, hint, options } = field;
  const error = errorFor(filled, name);
  const ids = describedBy(name, { hint, error });
  return html`<div class="nhsuk-form-group${error && " nhsuk-form-group--error"}">
<fieldset class="nhsuk-fieldset"${ids !== "" && html` aria-describedby="${ids}"`}>
${legendOf(field)}
${hintText(name, hint)}
${errorMessage(name, error)}
<div class="nhsuk-${kind}${isLong && ` nhsuk-${kind}--small hwbe-choice-columns`}">
${options.map((option, index) => {
  if (option === "or") return html`<div class="nhsuk-${kind}__divider">or</div>`;
  return choice(field, option, index === 0 ? name : `${name}-${option.value}`, filled);
})}
</div>
</fieldset>
</div>`;
}
