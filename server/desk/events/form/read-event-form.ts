import { BOOKING_ROUTES, EFFORTS, SUPPORT_LEVELS } from "../../../contract/event.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../../../contract/vocabulary.ts";
import { readInstant } from "../../../imports/dates-and-times.ts";
import { readPostcode } from "../../../imports/postcode-point.ts";
import { readSession } from "../../../imports/read-sessions.ts";
import type { Reading } from "../../../pages/fields/filled.ts";
import { londonDate } from "../../../wording/london-time.ts";
import { valuesOf, type EventChoices } from "./choices.ts";
import type { EventContent, EventForm, EventTimes, NewVenue } from "./event-content.ts";
import { FormReader } from "../../../pages/fields/form-reader.ts";
import { MOST_OCCURRENCES, recurringDates, REPEATS } from "./recurrence.ts";

/** Stands in the list of venues for one that is not in it. */
export const OTHER_VENUE = "another-place";

type Partly<Value> = { [Key in keyof Value]: Value[Key] | undefined };
const isWhole = <Value extends object>(value: Partly<Value>): value is Value => Object.values(value).every((part) => part !== undefined);

function readNewVenue(reader: FormReader): NewVenue | undefined {
  const name = reader.required("venue-name", reader.line("venue-name", "the name of the place", 200), "Enter the name of the place");
  const address = reader.required("venue-address", reader.line("venue-address", "the address", 300), "Enter the address of the place");
  const typed = reader.required("venue-postcode", reader.line("venue-postcode", "the postcode", 10), "Enter the postcode of the place");
  const postcode = typed && (readPostcode(typed) ?? reader.refuse("venue-postcode", "Enter a full postcode, like SE1 9RT"));
  return name !== undefined && address !== undefined && postcode !== undefined ? { name, address, postcode } : undefined;
}

function readPlace(reader: FormReader, choices: EventChoices): { venue: string | null | undefined; newVenue: NewVenue | undefined } {
  const venue = reader.one("venue", [...valuesOf(choices.venues), OTHER_VENUE]);
  if (venue === null) return { venue: reader.refuse("venue", "Choose where the event is"), newVenue: undefined };
  return venue === OTHER_VENUE ? { venue: null, newVenue: readNewVenue(reader) } : { venue, newVenue: undefined };
}

function readBooking(reader: FormReader): Partly<Pick<EventContent, "bookingRoute" | "bookingUrl" | "bookingBy" | "bookingNote" | "approval" | "capacity" | "waitingList">> {
  const bookingRoute = reader.required("booking", reader.one("booking", BOOKING_ROUTES), "Choose how people get a place");
  const url = bookingRoute === "organiser" ? reader.required("booking-url", reader.link("booking-url"), "Enter the web address where people book") : null;
  const bookingBy = reader.many("booking-by", BOOKING_USERS);
  const capacity = reader.count("capacity", "the number of places", { least: 1, most: 100_000 });
  return {
    bookingRoute,
    bookingUrl: url,
    bookingBy: bookingBy.length > 0 ? bookingBy : reader.refuse("booking-by", "Choose who can ask for a place"),
    bookingNote: reader.text("booking-note", "the note on booking", 500),
    approval: reader.isTicked("approval"),
    capacity,
    waitingList: capacity !== null && reader.isTicked("waiting-list"),
  };
}

function readContact(reader: FormReader, bookingRoute: EventContent["bookingRoute"] | undefined): Partly<Pick<EventContent, "contactName" | "contactPhone" | "contactEmail">> {
  const contactPhone = reader.line("contact-phone", "the phone number", 50);
  const contactEmail = reader.email("contact-email");
  const contactName = reader.line("contact-name", "who to ask for", 200);
  if (bookingRoute === "phone" && contactPhone === null) reader.refuse("contact-phone", "Enter the phone number that people call to get a place");
  const needsName = contactName === null && Boolean(contactPhone ?? contactEmail);
  return { contactName: needsName ? "The organiser" : contactName, contactPhone, contactEmail };
}

function readYesNo(reader: FormReader, field: string): boolean | null {
  const answer = reader.one(field, ["yes", "no"]);
  return answer && answer === "yes";
}

function readContent(reader: FormReader, choices: EventChoices): { content: Partly<EventContent>; newVenue: NewVenue | undefined } {
  const title = reader.required("title", reader.line("title", "the name", 200), "Enter the name of the event");
  const forWhom = reader.required("for-whom", reader.line("for-whom", "who it is for", 300), "Enter who the event is for");
  const summary = reader.required("summary", reader.text("summary", "the summary", 1_000), "Enter what people get from the event");
  const format = reader.required("format", reader.one("format", FORMATS), "Choose how people take part");
  const { venue, newVenue } = format === "in-person" || format === "hybrid" ? readPlace(reader, choices) : { venue: null, newVenue: undefined };
  const booking = readBooking(reader);
  const audience = reader.many("audience", AUDIENCES);
  const languages = reader.many("language", valuesOf(choices.languages));
  const content = {
    title, forWhom, summary, format, venue,
    ...booking,
    ...readContact(reader, booking.bookingRoute),
    topics: reader.many("topic", valuesOf(choices.topics)).sort(),
    tumourGroups: reader.one("cancers", ["some"]) ? reader.many("tumour-group", valuesOf(choices.tumourGroups)).sort() : [],
    stages: reader.many("stage", valuesOf(choices.stages)).sort(),
    audience: audience.length > 0 ? audience : reader.refuse("audience", "Choose who may come"),
    kind: reader.one("kind", KINDS) ?? "group-session",
    languages: languages.length > 0 ? languages : ["en"],
    partners: reader.many("partner", valuesOf(choices.organisations)),
    whatHappens: reader.text("what-happens", "what happens", 10_000),
    whatToBring: reader.text("what-to-bring", "what to bring", 1_000),
    effort: reader.one("effort", EFFORTS),
    breaks: readYesNo(reader, "breaks"),
    bsl: reader.one("bsl", SUPPORT_LEVELS) ?? "no",
    interpreter: reader.one("interpreter", SUPPORT_LEVELS) ?? "no",
    askBy: reader.date("ask-by"),
    cost: reader.line("cost", "the cost", 200),
    joinUrl: format === "online" || format === "hybrid" ? reader.link("join-url") : null,
  } satisfies Partly<EventContent>;
  return { content, newVenue };
}

function readSessions(reader: FormReader, whole: { date: string; startsAt: number; endsAt: number }): EventTimes["sessions"] | undefined {
  const lines = reader.text("sessions", "the parts", 10_000)?.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean) ?? [];
  const sessions = lines.map((line, index) => {
    const session = readSession(line, { ...whole, alone: reader.isTicked("alone") });
    return typeof session === "string" ? reader.refuse("sessions", `Part ${index + 1} ${session}`) : session;
  });
  return sessions.every((session) => session !== undefined) ? sessions.sort((a, b) => a.startsAt - b.startsAt) : undefined;
}

const CLOCKS = "The clocks leave out this time that night: choose another";

/** When an event is, by the fields of a form. */
export function readTimes(reader: FormReader, now: number): EventTimes | undefined {
  const date = reader.required("date", reader.date("date"), "Enter the date of the event");
  const start = reader.required("start", reader.time("start"), "Enter the time when it starts");
  const end = reader.required("end", reader.time("end"), "Enter the time when it ends");
  const endDate = reader.date("end-date");
  if (date === undefined || start === undefined || end === undefined || endDate === undefined) return undefined;
  const startsAt = readInstant(date, start) ?? reader.refuse("start", CLOCKS);
  const endsAt = readInstant(endDate ?? date, end) ?? reader.refuse("end", CLOCKS);
  if (startsAt === undefined || endsAt === undefined) return undefined;
  if (endsAt <= startsAt) return reader.refuse(endDate === null ? "end" : "end-date", "The event must end after it starts");
  if (endsAt <= now) return reader.refuse("date", "Enter a date that is to come");
  const sessions = readSessions(reader, { date, startsAt, endsAt });
  return sessions && { startsAt, endsAt, sessions };
}

function readDates(reader: FormReader, first: string | undefined): string[] {
  const repeat = reader.one("repeat", REPEATS) ?? "no";
  if (repeat === "no") return [];
  if (repeat === "dates") {
    const dates = reader.required("dates", reader.dates("dates"), "Enter the other dates") ?? [];
    if (dates.length >= MOST_OCCURRENCES) reader.refuse("dates", `Enter fewer than ${MOST_OCCURRENCES} dates`);
    if (first !== undefined && dates.some((date) => date <= first)) reader.refuse("dates", "Enter dates after the first one");
    return dates;
  }
  const times = reader.required("times", reader.count("times", "how many times it takes place", { least: 2, most: MOST_OCCURRENCES }), "Enter how many times it takes place");
  return first === undefined || times === undefined ? [] : recurringDates(repeat, first, times).slice(1);
}

/** Reads the form of an event. `now` in milliseconds: what is over cannot be published. */
export function readEventForm(form: URLSearchParams, choices: EventChoices, now: number): Reading<EventForm> {
  const reader = new FormReader(form);
  const { content, newVenue } = readContent(reader, choices);
  const times = readTimes(reader, now);
  const dates = readDates(reader, times && londonDate(times.startsAt));
  if (reader.errors.length > 0 || times === undefined || !isWhole(content)) return { errors: reader.errors };
  return { value: { content, times, newVenue, dates } };
}
