import { html } from "hono/html";
import { choices } from "../../../pages/fields/choices.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import type { Html } from "../../../pages/markup.ts";
import { FormReader } from "../../../pages/fields/form-reader.ts";
import { THEMES, type Theme, type TermValues, type TopicValues } from "./term-rows.ts";

const THEME_LABELS: Record<Theme, string> = { body: "Body", mind: "Feelings", people: "People around you", practical: "Practical help" };
const THEME_OPTIONS = THEMES.map((value) => ({ value, label: THEME_LABELS[value] }));
const MOST_NAMES = 100;
const LONGEST_NAME = 60;

export function termFields(filled: Filled, { isTopic }: { isTopic: boolean }): Html {
  const text = (field: Omit<TextField, "autocomplete">) => textField({ autocomplete: "off", ...field }, filled);
  return html`${text({ name: "label", label: "Name", hint: "As people see it in the finder" })}
${isTopic && choices({ kind: "radios", name: "theme", legend: "What is it about?", options: THEME_OPTIONS }, filled)}
${text({ name: "definition", label: "What it means", hint: "One line, for those who publish events", rows: 2 })}
${text({ name: "synonyms", label: "What people call it", hint: "One on each line. The search finds events by these words too.", rows: 8 })}
${text({ name: "misspellings", label: "How people misspell it", hint: "One on each line. Nobody sees these.", rows: 4 })}`;
}

export function fillTerm(term: TermValues & { theme?: Theme }): URLSearchParams {
  const { label, definition, synonyms, misspellings, theme } = term;
  return toForm({ label, definition: definition ?? "", synonyms: synonyms.join("\n"), misspellings: misspellings.join("\n"), ...(theme && { theme }) });
}

function readNames(reader: FormReader, field: "synonyms" | "misspellings", what: string): string[] | undefined {
  const text = reader.text(field, what, 10_000);
  if (text === undefined) return undefined;
  const names = [...new Set((text ?? "").split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean))];
  if (names.length > MOST_NAMES) return reader.refuse(field, `Enter ${MOST_NAMES} lines or fewer`);
  const long = names.findIndex((name) => Array.from(name).length > LONGEST_NAME);
  return long >= 0 ? reader.refuse(field, `Make line ${long + 1} ${LONGEST_NAME} characters or fewer`) : names;
}

function readWith(reader: FormReader): TermValues | undefined {
  const label = reader.required("label", reader.line("label", "the name", 60), "Enter the name");
  const definition = reader.line("definition", "what it means", 300);
  const synonyms = readNames(reader, "synonyms", "what people call it");
  const misspellings = readNames(reader, "misspellings", "the misspellings");
  if (label === undefined || definition === undefined || synonyms === undefined || misspellings === undefined) return undefined;
  return { label, definition, synonyms, misspellings };
}

export function readTerm(form: URLSearchParams): Reading<TermValues> {
  const reader = new FormReader(form);
  const value = readWith(reader);
  return value ? { value } : { errors: reader.errors };
}

export function readTopic(form: URLSearchParams): Reading<TopicValues> {
  const reader = new FormReader(form);
  const value = readWith(reader);
  const theme = reader.required("theme", reader.one("theme", THEMES), "Choose what it is about");
  return value && theme ? { value: { ...value, theme } } : { errors: reader.errors };
}
