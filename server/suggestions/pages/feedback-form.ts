import { html } from "hono/html";
import type { Event } from "../../contract/event.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";
import { whenWords } from "../../pages/event-when.ts";
import { choices } from "../../pages/fields/choices.ts";
import type { Filled, Reading } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Html } from "../../pages/markup.ts";
import type { NewSuggestion } from "../suggestion.ts";
import { dropNulls, LONG, NO_HEALTH, readEmail } from "./suggest-form.ts";

const KINDS = ["question", "wrong", "praise", "other"] as const;
const LABELS = {
  question: { label: "I have a question" },
  wrong: { label: "Something is wrong", hint: "A mistake on a page, or a problem at an event" },
  praise: { label: "Something is good" },
  other: { label: "Something else" },
} as const satisfies Record<(typeof KINDS)[number], { label: string; hint?: string }>;

/** Reads a question or feedback. `event` is the slug of the event that it is about. */
export function readFeedback(form: URLSearchParams, event: string | undefined): Reading<NewSuggestion> {
  const reader = new FormReader(form);
  const kind = reader.required("kind", reader.one("kind", KINDS), "Choose what it is");
  const what = reader.required("what", reader.text("what", "what you want to say", LONG), "Enter what you want to say");
  const email = readEmail(reader);
  if (reader.errors.length > 0 || kind === undefined || what === undefined) return { errors: reader.errors };
  return { value: { kind, event, details: { what, ...dropNulls({ email }) } } };
}

export function feedbackFields(filled: Filled, event: Event | undefined): Html {
  return html`${event && html`<p class="nhsuk-body-l">About: <a href="/events/${event.slug}">${event.title}</a>, ${whenWords(event)}</p>`}
<p>If you need help today, do not wait for our answer. Call your hospital team, or the Macmillan Support Line free on <a href="tel:08088080000">0808 808 00 00</a>.</p>
${NO_HEALTH}
${choices({ kind: "radios", name: "kind", legend: "What do you want to tell us?", options: KINDS.map((value) => ({ value, ...LABELS[value] })) }, filled)}
${textField({ name: "what", label: "Your question or feedback", rows: 6, autocomplete: "off" }, filled)}
${textField({ name: "email", label: "Your email address (optional)", hint: "Without it we cannot answer you.", type: "email", autocomplete: "email", width: 30 }, filled)}`;
}
