import { html } from "hono/html";
import type { PageSection } from "../../../events/page-texts.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import type { Html } from "../../../pages/markup.ts";
import { FormReader } from "../../../pages/fields/form-reader.ts";
import type { SignpostValues } from "./page-rows.ts";

const HOW_TO_WRITE =
  "Leave an empty line between paragraphs. Begin each line of a list with a hyphen and a space. Write a link as [words](https://…).";

const fieldsOf = (filled: Filled) => (field: Omit<TextField, "autocomplete">) => textField({ autocomplete: "off", ...field }, filled);

export function sectionFields(filled: Filled): Html {
  const text = fieldsOf(filled);
  return html`${text({ name: "title", label: "Heading" })}
${text({ name: "body", label: "Text", hint: HOW_TO_WRITE, rows: 16 })}`;
}

export function signpostFields(filled: Filled): Html {
  const text = fieldsOf(filled);
  return html`${text({ name: "title", label: "Name" })}
${text({ name: "body", label: "What it offers", hint: "1 or 2 short sentences", rows: 3 })}
${text({ name: "phone", label: "Phone number", hint: "Leave it empty if there is none", width: 20 })}
${text({ name: "website", label: "Website", hint: "Starts with https://" })}`;
}

export const fillSection = ({ title, body }: PageSection): URLSearchParams => toForm({ title, body });

export function fillSignpost({ title, body, phone, website }: SignpostValues): URLSearchParams {
  return toForm({ title, body, phone: phone ?? "", website: website ?? "" });
}

export function readSection(form: URLSearchParams, slug: PageSection["slug"]): Reading<PageSection> {
  const reader = new FormReader(form);
  const title = reader.required("title", reader.line("title", "the heading", 100), "Enter the heading");
  const body = reader.text("body", "the text", 10_000);
  return title === undefined || body === undefined ? { errors: reader.errors } : { value: { slug, title, body: body ?? "" } };
}

function readPhone(reader: FormReader): string | null | undefined {
  const phone = reader.line("phone", "the phone number", 50);
  return phone && !/^\+?[\d ()]{3,}$/.test(phone) ? reader.refuse("phone", "Enter a phone number, like 0808 808 00 00") : phone;
}

export function readSignpost(form: URLSearchParams): Reading<SignpostValues> {
  const reader = new FormReader(form);
  const title = reader.required("title", reader.line("title", "the name", 100), "Enter the name");
  const body = reader.required("body", reader.text("body", "what it offers", 1_000), "Enter what it offers");
  const [phone, website] = [readPhone(reader), reader.link("website")];
  if (title === undefined || body === undefined || phone === undefined || website === undefined) return { errors: reader.errors };
  return { value: { title, body, phone, website } };
}
