import { html } from "hono/html";
import { AccessNeeds } from "../../../contract/referral.ts";
import type { Html } from "../../../pages/markup.ts";
import { choices } from "../../../pages/fields/choices.ts";
import type { FieldError, Filled, Reading } from "../../../pages/fields/filled.ts";
import { textField } from "../../../pages/fields/text-field.ts";

const LABELS = {
  interpreter: "A language interpreter",
  bsl: "A British Sign Language (BSL) interpreter",
  wheelchair: "Space for a wheelchair",
  hearingLoop: "A hearing loop",
  other: "Something else",
} as const satisfies Record<keyof AccessNeeds, string>;

const { interpreter: Language, other: Other } = AccessNeeds.shape;

export interface NeedsFields {
  legend: string;
  isHeading?: boolean;
  none: string;
}

/** What a person needs to take part. */
export function needsFields({ none, ...legend }: NeedsFields, filled: Filled): Html {
  const language = textField({ name: "language", label: "Which language?", autocomplete: "off", width: 20, isRevealed: true }, filled);
  const hint = "For example: a seat near the door. You do not need to write about health.";
  const other = textField({ name: "other", label: "What is needed?", hint, autocomplete: "off", rows: 3, isRevealed: true }, filled);
  const options = [
    { value: "interpreter", label: LABELS.interpreter, reveals: language },
    { value: "bsl", label: LABELS.bsl },
    { value: "wheelchair", label: LABELS.wheelchair },
    { value: "hearingLoop", label: LABELS.hearingLoop },
    { value: "other", label: LABELS.other, reveals: other },
    "or" as const,
    { value: "none", label: none },
  ];
  return choices({ kind: "checkboxes", name: "needs", ...legend, hint: "Select all that apply.", options }, filled);
}

const LANGUAGE_ERROR: FieldError = { field: "language", message: "Enter the language, in 60 characters or fewer" };
const OTHER_ERROR: FieldError = { field: "other", message: "Enter what is needed, in 300 characters or fewer" };

/** `unchosen` is the error when nothing is chosen; without it nothing is needed then. */
export function readNeeds(form: URLSearchParams, { unchosen, both }: { unchosen?: string; both: string }): Reading<AccessNeeds> {
  const chosen = new Set(form.getAll("needs"));
  const none = chosen.delete("none");
  if (none && chosen.size > 0) return { errors: [{ field: "needs", message: both }] };
  if (!none && chosen.size === 0 && unchosen !== undefined) return { errors: [{ field: "needs", message: unchosen }] };
  const language = chosen.has("interpreter") ? Language.safeParse(form.get("language")) : undefined;
  const other = chosen.has("other") ? Other.safeParse(form.get("other")?.replaceAll("\r\n", "\n")) : undefined;
  const errors = [...(language?.success === false ? [LANGUAGE_ERROR] : []), ...(other?.success === false ? [OTHER_ERROR] : [])];
  if (errors.length > 0) return { errors };
  const flags = (["bsl", "wheelchair", "hearingLoop"] as const).filter((flag) => chosen.has(flag)).map((flag) => [flag, true] as const);
  const words = { ...(language?.data && { interpreter: language.data }), ...(other?.data && { other: other.data }) };
  return { value: { ...Object.fromEntries(flags), ...words } };
}

export function fillNeeds(needs: AccessNeeds): Record<string, string | string[]> {
  const chosen = Object.keys(needs);
  return { needs: chosen.length > 0 ? chosen : "none", language: needs.interpreter ?? "", other: needs.other ?? "" };
}

/** Each need on a line of its own. */
export function needsWords({ interpreter, bsl, wheelchair, hearingLoop, other }: AccessNeeds): Html {
  const lines = [
    interpreter !== undefined && `${LABELS.interpreter}: ${interpreter}`,
    bsl && LABELS.bsl,
    wheelchair && LABELS.wheelchair,
    hearingLoop && LABELS.hearingLoop,
    other,
  ].filter((line) => typeof line === "string");
  return lines.length === 0 ? html`None` : html`${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;
}
