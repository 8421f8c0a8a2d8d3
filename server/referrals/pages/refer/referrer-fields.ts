import { html } from "hono/html";
import { Referrer } from "../../../contract/referral.ts";
import type { Html } from "../../../pages/markup.ts";
import { choices } from "../../../pages/fields/choices.ts";
import { EMAIL_MESSAGES } from "../fields/contact-fields.ts";
import type { FieldError, Filled, Reading } from "../../../pages/fields/filled.ts";
import { readLine, type LineMessages } from "../../../pages/fields/read-line.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import { unseen } from "../unseen.ts";

type Part = keyof Referrer;

const FIELDS = {
  name: { name: "referrer-name", label: "Your name", autocomplete: "name" },
  role: {
    name: "referrer-role",
    label: "Your role",
    hint: "For example: clinical nurse specialist, GP.",
    autocomplete: "organization-title",
  },
  organisation: { name: "referrer-organisation", label: "Where you work", autocomplete: "organization" },
  email: {
    name: "referrer-email",
    label: "Your NHS or work email",
    hint: "We send you a link to prove that the address is yours.",
    type: "email",
    autocomplete: "email",
  },
} as const satisfies Record<Part, TextField>;

const MESSAGES: Record<Part, LineMessages> = {
  name: { empty: "Enter your name", invalid: "Your name must be 100 characters or fewer" },
  role: { empty: "Enter your role", invalid: "Your role must be 100 characters or fewer" },
  organisation: { empty: "Enter where you work", invalid: "Where you work must be 150 characters or fewer" },
  email: { ...EMAIL_MESSAGES, empty: "Enter your NHS or work email" },
};

const PARTS = Object.keys(FIELDS) as Part[];

/** Who refers. */
export function readReferrer(form: URLSearchParams): Reading<Referrer> {
  const read = PARTS.map((part) => [part, readLine(form, FIELDS[part].name, Referrer.shape[part], MESSAGES[part])] as const);
  const errors = read.flatMap(([, one]): FieldError[] => ("errors" in one ? one.errors : []));
  if (errors.length > 0) return { errors };
  return { value: Referrer.parse(Object.fromEntries(read.map(([part, one]) => [part, "value" in one ? one.value : undefined]))) };
}

export function fillReferrer(referrer: Referrer): Record<string, string> {
  return { ...Object.fromEntries(PARTS.map((part) => [FIELDS[part].name, referrer[part]])), remember: "yes" };
}

/** The form without what stands in it about who refers. */
export function withoutReferrer(form: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(form);
  for (const name of [...PARTS.map((part) => FIELDS[part].name), "remember"]) rest.delete(name);
  return rest;
}

/** One line where they are remembered, which opens to be changed. */
export function referrerFields(filled: Filled, remembered: Referrer | undefined): Html {
  const fields = html`<div class="hwbe-side-by-side">${PARTS.map((part) => textField(FIELDS[part], filled))}</div>
${choices({
  kind: "checkboxes",
  name: "remember",
  legend: "On this computer",
  options: [{ value: "yes", label: "Remember my details", hint: "For 180 days. We never remember your patient’s." }],
}, filled)}`;
  const isWrong = filled.errors.some(({ field }) => field.startsWith("referrer-"));
  if (!remembered || isWrong) return fields;
  const { name, role, organisation, email } = remembered;
  return html`<details class="hwbe-referrer"><summary>
<span class="hwbe-referrer__who hwbe-text">${name}, ${role}, ${organisation}, ${email}</span>
<span class="hwbe-referrer__change">Change${unseen(" your details")}</span>
</summary>
${fields}
</details>`;
}
