import { html } from "hono/html";
import { choices } from "../../../pages/fields/choices.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";
import { selectField } from "../../../pages/fields/select-field.ts";
import { textField, type TextField } from "../../../pages/fields/text-field.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import type { Html } from "../../../pages/markup.ts";
import { FormReader } from "../../../pages/fields/form-reader.ts";
import { readPostcode } from "../../../imports/postcode-point.ts";
import { fieldOf, NOTE_FACTS, YES_NO_FACTS, type NoteColumn, type YesNoColumn } from "./venue-facts.ts";
import type { StoredVenue, VenueValues } from "./venue-rows.ts";

interface BoroughChoice {
  value: string;
  label: string;
}

const YES_NO = [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }, { value: "", label: "Not known" }];

const MAP_FIELDS = new Set(["postcode", "latitude", "longitude"]);

function mapFields(filled: Filled, text: (field: Omit<TextField, "autocomplete">) => Html): Html {
  const isOpen = filled.form.get("latitude") || filled.errors.some(({ field }) => MAP_FIELDS.has(field));
  return html`<details class="nhsuk-details"${isOpen && html` open`}>
<summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Where it is on the map</span></summary>
<div class="nhsuk-details__text"><p>The postcode says where it is. Fill this in if that is wrong, or if we do not know the postcode.</p>
${text({ name: "latitude", label: "Latitude", hint: "In degrees north, such as 51.5033", width: 10 })}
${text({ name: "longitude", label: "Longitude", hint: "In degrees east, such as -0.0868", width: 10 })}</div></details>`;
}

export function venueFields(boroughs: readonly BoroughChoice[], filled: Filled): Html {
  const text = (field: Omit<TextField, "autocomplete">) => textField({ autocomplete: "off", ...field }, filled);
  return html`${text({ name: "name", label: "Name" })}
${text({ name: "address", label: "Address", hint: "Building and street, town" })}
${text({ name: "postcode", label: "Postcode", width: 10 })}
${selectField({ name: "borough", label: "Borough", none: "Not known, or not in London", options: boroughs }, filled)}
${mapFields(filled, text)}
<h2 class="nhsuk-heading-m">Access and transport</h2>
${YES_NO_FACTS.map(({ column, label, hint }) =>
    choices({ kind: "radios", name: fieldOf(column), legend: label, ...(hint && { hint }), options: YES_NO }, filled))}
${NOTE_FACTS.map(({ column, label, hint }) => text({ name: fieldOf(column), label, ...(hint && { hint }), rows: 2 }))}`;
}

const asYesNo = (fact: boolean | null) => (fact === null ? "" : fact ? "yes" : "no");

export function fillVenue(venue: StoredVenue): URLSearchParams {
  return toForm({
    name: venue.name, address: venue.address, postcode: venue.postcode, borough: venue.borough_gss ?? "",
    ...Object.fromEntries(YES_NO_FACTS.map(({ column }) => [fieldOf(column), asYesNo(venue[column])])),
    ...Object.fromEntries(NOTE_FACTS.map(({ column }) => [fieldOf(column), venue[column] ?? ""])),
  });
}

export const NEW_VENUE = toForm(Object.fromEntries(YES_NO_FACTS.map(({ column }) => [fieldOf(column), ""])));

function readDegrees(reader: FormReader, field: "latitude" | "longitude", [least, most]: readonly [number, number]): number | null | undefined {
  const typed = reader.line(field, `the ${field}`, 20);
  if (typed === null || typed === undefined) return typed;
  const degrees = /^-?\d{1,3}(\.\d{1,15})?$/.test(typed) ? Number(typed) : NaN;
  return degrees >= least && degrees <= most ? degrees : reader.refuse(field, `Enter the ${field} in degrees, from ${least} to ${most}`);
}

function readPoint(reader: FormReader): Pick<VenueValues, "latitude" | "longitude"> {
  const [latitude, longitude] = [readDegrees(reader, "latitude", [49, 61]), readDegrees(reader, "longitude", [-9, 2])];
  if (typeof latitude === "number" && typeof longitude === "number") return { latitude, longitude };
  if (latitude === null && typeof longitude === "number") reader.refuse("latitude", "Enter the latitude too");
  if (longitude === null && typeof latitude === "number") reader.refuse("longitude", "Enter the longitude too");
  return {};
}

function readFacts(reader: FormReader): Record<YesNoColumn, boolean | null> & Record<NoteColumn, string | null> {
  const yesNo = YES_NO_FACTS.map(({ column }) => {
    const answer = reader.one(fieldOf(column), ["yes", "no"]);
    return [column, answer && answer === "yes"];
  });
  const notes = NOTE_FACTS.map(({ column, label }) => [column, reader.text(fieldOf(column), `“${label}”`, 1_000) ?? null]);
  return Object.fromEntries([...yesNo, ...notes]) as ReturnType<typeof readFacts>;
}

export function readVenue(form: URLSearchParams, boroughs: readonly BoroughChoice[]): Reading<VenueValues> {
  const reader = new FormReader(form);
  const name = reader.required("name", reader.line("name", "the name", 200), "Enter the name of the place");
  const address = reader.required("address", reader.line("address", "the address", 300), "Enter the address");
  const typed = reader.required("postcode", reader.line("postcode", "the postcode", 20), "Enter the postcode");
  const postcode = typed && (readPostcode(typed) ?? reader.refuse("postcode", "Enter a full postcode, like SE1 9RT"));
  const point = readPoint(reader);
  const facts = readFacts(reader);
  if (reader.errors.length > 0 || name === undefined || address === undefined || postcode === undefined) return { errors: reader.errors };
  return { value: { name, address, postcode, borough_gss: reader.one("borough", boroughs.map(({ value }) => value)), ...point, ...facts } };
}
