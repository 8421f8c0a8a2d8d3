import { BOOKING_ROUTES } from "../../contract/event.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../../contract/vocabulary.ts";
import type { Mapping } from "../../calendars/mapping.ts";
import type { Reading } from "../../pages/fields/filled.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import { valuesOf, type EventChoices } from "../events/form/choices.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";

const MAX_CAPACITY = 100_000;

type Draft = { [Key in keyof Mapping]: Mapping[Key] | undefined };
const isComplete = (draft: Draft): draft is Mapping => Object.values(draft).every((value) => value !== undefined);

function atLeastOne<Value>(reader: FormReader, field: string, values: Value[], message: string): Value[] | undefined {
  return values.length > 0 ? values : reader.refuse(field, message);
}

function readDraft(reader: FormReader, choices: EventChoices): Draft {
  return {
    forWhom: reader.required("for-whom", reader.line("for-whom", "who it is for", 300), "Enter who the events are for"),
    summary: reader.line("summary", "the description", 1_000),
    topics: reader.many("topic", valuesOf(choices.topics)),
    tumourGroups: reader.many("tumour-group", valuesOf(choices.tumourGroups)),
    format: reader.required("format", reader.one("format", FORMATS), "Choose how people take part"),
    venue: reader.one("venue", valuesOf(choices.venues)),
    kind: reader.required("kind", reader.one("kind", KINDS), "Choose the kind of event"),
    audience: atLeastOne(reader, "audience", reader.many("audience", AUDIENCES), "Choose who may come"),
    bookingRoute: reader.required("booking", reader.one("booking", BOOKING_ROUTES), "Choose how people get a place"),
    bookingBy: atLeastOne(reader, "booking-by", reader.many("booking-by", BOOKING_USERS), "Choose who can ask for a place"),
    bookingUrl: reader.link("booking-url"),
    capacity: reader.count("capacity", "the number of places", { least: 0, most: MAX_CAPACITY }),
    contactName: reader.line("contact-name", "who to ask for", 200),
    contactPhone: reader.line("contact-phone", "the phone number", 50),
    contactEmail: reader.email("contact-email"),
    dayStart: reader.time("day-start"),
    dayEnd: reader.time("day-end"),
  };
}

function checkTogether(reader: FormReader, draft: Draft): void {
  const { dayStart, dayEnd } = draft;
  if (draft.bookingRoute === "phone" && draft.contactPhone === null) reader.refuse("contact-phone", "Enter the phone number on which people book");
  if (draft.contactName === null && (draft.contactPhone || draft.contactEmail)) reader.refuse("contact-name", "Enter who people ask for");
  if (dayStart === null && dayEnd) reader.refuse("day-start", "Enter when such days start");
  if (dayEnd === null && dayStart) reader.refuse("day-end", "Enter when such days end");
  if (dayStart && dayEnd && dayEnd <= dayStart) reader.refuse("day-end", "Enter an end after the start");
}

/** Reads what the events of a calendar have in common. */
export function readMappingForm(form: URLSearchParams, choices: EventChoices): Reading<Mapping> {
  const reader = new FormReader(form);
  const draft = readDraft(reader, choices);
  checkTogether(reader, draft);
  return reader.errors.length === 0 && isComplete(draft) ? { value: draft } : { errors: reader.errors };
}

const two = (value: number) => String(value).padStart(2, "0");
const clock = (minutes: number | null) => (minutes === null ? "" : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);

/** The form as it stands; a new one has what most calendars need. */
export function fillMapping(mapping: Mapping | null): URLSearchParams {
  if (!mapping) {
    return toForm({ format: "in-person", kind: "group-session", audience: [...AUDIENCES], booking: "organiser", "booking-by": [...BOOKING_USERS] });
  }
  return toForm({
    "for-whom": mapping.forWhom, summary: mapping.summary ?? "", topic: mapping.topics, "tumour-group": mapping.tumourGroups, format: mapping.format,
    venue: mapping.venue ?? "", kind: mapping.kind, audience: mapping.audience, booking: mapping.bookingRoute, "booking-by": mapping.bookingBy,
    "booking-url": mapping.bookingUrl ?? "", capacity: mapping.capacity === null ? "" : String(mapping.capacity), "contact-name": mapping.contactName ?? "",
    "contact-phone": mapping.contactPhone ?? "", "contact-email": mapping.contactEmail ?? "", "day-start": clock(mapping.dayStart), "day-end": clock(mapping.dayEnd),
  });
}
