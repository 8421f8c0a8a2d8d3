import { html } from "hono/html";
import { EmailAddress } from "../../contract/referral.ts";
import type { Vocabularies } from "../../contract/vocabulary.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";
import type { Filled, Reading } from "../../pages/fields/filled.ts";
import { selectField } from "../../pages/fields/select-field.ts";
import { textField, type TextField } from "../../pages/fields/text-field.ts";
import type { Html } from "../../pages/markup.ts";
import type { NewSuggestion } from "../suggestion.ts";

type Boroughs = Vocabularies["boroughs"];

export const LINE = 300;
export const LONG = 4_000;
const LINK = 1_000;

/** An address to which mail can be sent, or null. */
export function readEmail(reader: FormReader): string | null | undefined {
  const typed = reader.line("email", "the email address", 254);
  if (!typed) return typed;
  return EmailAddress.safeParse(typed).data ?? reader.refuse("email", "Enter an email address in the correct format, like name@example.com");
}

/** Reads what somebody tells about an event that we do not list. */
export function readSuggestion(form: URLSearchParams, boroughs: Boroughs): Reading<NewSuggestion> {
  const reader = new FormReader(form);
  const line = (field: string, what: string, longest = LINE) => reader.line(field, what, longest);
  const what = reader.required("what", line("what", "what the event is"), "Enter what the event is");
  const when = reader.required("when", line("when", "when it is"), "Enter when it is");
  const where = reader.required("where", line("where", "where it is"), "Enter where it is");
  const organiser = line("organiser", "who runs it");
  const link = line("link", "the web address", LINK);
  const more = reader.text("more", "what else you know", LONG);
  const email = reader.required("email", readEmail(reader), "Enter your email address");
  if (reader.errors.length > 0 || what === undefined) return { errors: reader.errors };
  const details = { what, ...dropNulls({ when, where, organiser, link, more, email }) };
  return { value: { kind: "event", borough: reader.one("borough", boroughs.map(({ slug }) => slug)) ?? undefined, details } };
}

/** Fields that were left empty are left out. */
export function dropNulls<Key extends string>(fields: Record<Key, string | null | undefined>): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === "string")) as Partial<Record<Key, string>>;
}

const FIELDS: readonly TextField[] = [
  { name: "what", label: "What is the event?", hint: "For example, a walk for people who had breast cancer", autocomplete: "off" },
  { name: "when", label: "When is it?", hint: "For example, every first Monday at 2pm, or 3 March 2027", autocomplete: "off" },
  { name: "where", label: "Where is it?", hint: "The name of the place, or ‘online’", autocomplete: "off" },
];

const MORE_FIELDS: readonly TextField[] = [
  { name: "organiser", label: "Who runs it? (optional)", autocomplete: "off" },
  { name: "link", label: "A web page about it (optional)", autocomplete: "off" },
  { name: "more", label: "Anything else we should know? (optional)", rows: 4, autocomplete: "off" },
];

export const NO_HEALTH = html`<div class="nhsuk-inset-text"><p><span class="nhsuk-u-visually-hidden">Information: </span>Please do not write about your own health, or name a patient.</p></div>`;

/** What becomes of what somebody gives us. */
export const CONSENT = html`<p>When you send this, you agree that your cancer alliance may read it. We use your email address only to write to you about it. We delete it all 6 months after we have dealt with it.</p>`;

export function suggestFields(filled: Filled, boroughs: Boroughs): Html {
  const options = boroughs.map(({ slug, label }) => ({ value: slug, label })).sort((a, b) => a.label.localeCompare(b.label));
  const email: TextField = { name: "email", label: "Your email address", hint: "We ask you to confirm it. We may have a question about the event.", type: "email", autocomplete: "email", width: 30 };
  return html`<p class="nhsuk-body-l">Do you know a health and wellbeing event in London that we do not list? Tell us what you know.</p>
${NO_HEALTH}
${FIELDS.map((field) => textField(field, filled))}
${selectField({ name: "borough", label: "Which borough is it in? (optional)", none: "I do not know, or it is online", options }, filled)}
${MORE_FIELDS.map((field) => textField(field, filled))}
${textField(email, filled)}`;
}
