import type { Lookup } from "../imports/names.ts";
import { shortHash } from "../imports/slug.ts";
import type { ImportedEvent } from "../imports/imported-event.ts";
import { londonInstant } from "../wording/london-time.ts";
import type { CalendarEvent, CalendarProblem, ReadCalendar } from "./calendar-event.ts";
import { findPlace, type Places } from "./find-place.ts";
import type { Mapping } from "./mapping.ts";
import { cutText } from "./plain-text.ts";

/** What the events of a calendar are mapped with. */
export interface MappingContext {
  /** The id of the calendar. */
  calendar: string;
  organisation: string;
  mapping: Mapping;
  lookup: Lookup;
  places: Places;
}

export interface MappedEvent {
  event: ImportedEvent;
  uid: string;
  /** What the calendar says of a place that we do not know, where the place of the mapping stands in. */
  unknownPlace: string | null;
}

export interface MappedCalendar {
  events: MappedEvent[];
  problems: CalendarProblem[];
}

const LONGEST_UID = 200;
const LONGEST_SUMMARY = 300;

/** How the references of all dates of an event begin. */
export function referenceStart(calendar: string, uid: string): string {
  const short = uid.length <= LONGEST_UID ? uid : shortHash(uid) + shortHash(uid, uid);
  return `ics:${calendar}:${short}:`;
}

function timesOf({ when }: CalendarEvent, { dayStart, dayEnd }: Mapping): { startsAt: number; endsAt: number } | undefined {
  if ("startsAt" in when) return when;
  if (dayStart === null || dayEnd === null) return undefined;
  return { startsAt: londonInstant(when.firstDay, 0, dayStart), endsAt: londonInstant(when.lastDay, 0, dayEnd) };
}

/** The first paragraph stands for all of it where that is short. */
function textsOf({ title, description }: CalendarEvent, { summary }: Mapping): Pick<ImportedEvent, "summary" | "whatHappens"> {
  if (description === null) return { summary: summary ?? title, whatHappens: null };
  const [first = description] = description.split(/\n\s*\n/);
  if (first === description && description.length <= LONGEST_SUMMARY) return { summary: description, whatHappens: null };
  return { summary: cutText(first.replace(/\s+/g, " "), LONGEST_SUMMARY), whatHappens: cutText(description, 10_000) };
}

function topicsOf({ categories }: CalendarEvent, { topics }: Mapping, lookup: Lookup): string[] {
  const named = categories.flatMap((category) => { const found = lookup.topics.find(category); return found.length === 1 ? found : []; });
  return [...new Set([...topics, ...named])].sort();
}

function bookingUrlOf({ url }: CalendarEvent, { bookingRoute, bookingUrl }: Mapping): string | null {
  if (bookingRoute !== "organiser") return null;
  return url !== null && /^https:\/\/\S{1,1990}$/.test(url) && URL.canParse(url) ? url : bookingUrl;
}

function mapEvent(event: CalendarEvent, { calendar, organisation, mapping, lookup, places }: MappingContext): MappedEvent | string {
  const times = timesOf(event, mapping);
  if (!times) return "is for whole days: give it a start and an end, or say below when such days start and end";
  const { unknown, ...place } = findPlace(event, mapping, places);
  if ((place.format === "in-person" || place.format === "hybrid") && place.venue === null) {
    return unknown === null ? "has no place: give it one, or choose one below" : `is at a place that we do not know, "${cutText(unknown, 80)}": choose a place below`;
  }
  const bookingUrl = bookingUrlOf(event, mapping);
  if (mapping.bookingRoute === "organiser" && bookingUrl === null) return "has no web address for booking: give it one, or enter one below";
  const texts = textsOf(event, mapping);
  const mapped: ImportedEvent = {
    ...times, ...place, ...texts, bookingUrl,
    reference: referenceStart(calendar, event.uid) + event.recurrence, organiser: organisation, partners: [], series: null, sessions: [],
    title: cutText(event.title, 200), forWhom: mapping.forWhom, whatToBring: null,
    kind: mapping.kind, audience: mapping.audience, topics: topicsOf(event, mapping, lookup), tumourGroups: [...mapping.tumourGroups].sort(), stages: [], languages: ["en"],
    effort: null, breaks: null, bsl: "no", interpreter: "no", askBy: null, cost: null,
    contactName: mapping.contactName, contactPhone: mapping.contactPhone, contactEmail: mapping.contactEmail,
    capacity: mapping.capacity, waitingList: mapping.capacity !== null && mapping.bookingRoute === "here",
    bookingRoute: mapping.bookingRoute, bookingBy: mapping.bookingBy, bookingNote: null,
    status: event.isCancelled ? "cancelled" : "published", statusNote: null, previousStartsAt: null, lastConfirmed: null,
  };
  return { event: mapped, uid: event.uid, unknownPlace: unknown };
}

/** The events of a calendar as the directory has events, and those that cannot be. */
export function mapCalendar({ events, problems }: ReadCalendar, context: MappingContext): MappedCalendar {
  const mapped: MappedCalendar = { events: [], problems: [...problems] };
  const byReference = new Map<string, MappedEvent>();
  for (const event of events) {
    const one = mapEvent(event, context);
    if (typeof one === "string") mapped.problems.push({ uid: event.uid, title: event.title, reason: one });
    else byReference.set(one.event.reference, one);
  }
  mapped.events = [...byReference.values()].sort((a, b) => a.event.startsAt - b.event.startsAt);
  return mapped;
}
