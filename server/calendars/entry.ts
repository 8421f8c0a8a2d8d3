import ICAL from "ical.js";
import type { Component } from "./components.ts";
import { readMoment, type Moment } from "./moments.ts";
import { plainText } from "./plain-text.ts";
import type { Zone, Zones } from "./time-zones.ts";

/** A VEVENT (RFC 5545 section 3.6.1) as it stands: a single event, a series, or one date of a series that differs from it. */
export interface Entry {
  uid: string;
  sequence: number;
  stamp: string;
  title: string;
  description: string | null;
  location: string | null;
  url: string | null;
  categories: string[];
  start: Moment;
  /** In milliseconds; of whole days a number of days. */
  length: number;
  isCancelled: boolean;
  rule: string | null;
  /** Further dates, and dates that are left out. */
  added: Moment[];
  removed: Moment[];
  /** The date of a series that this stands for. */
  replaces: Moment | null;
}

/** An entry, or why it cannot be taken. */
export type ReadEntry = Entry | { uid: string | null; title: string | null; reason: string };

const DAY_MS = 86_400_000;
const MAX_DATES = 1_000;

class Refusal extends Error {}

interface Property {
  values: string[];
  tzid: string | undefined;
  /** RFC 5545 section 3.2.13. */
  range: string | undefined;
}

/** The values of each property; a line that cannot be read is as if it were not there, save where its name is asked for. */
function propertiesOf({ lines }: Component): Map<string, Property[]> {
  const properties = new Map<string, Property[]>();
  for (const line of lines) {
    const name = (/^[A-Z0-9-]+/i.exec(line)?.[0] ?? "").toLowerCase();
    const found = properties.get(name) ?? [];
    properties.set(name, found);
    try {
      const [, parameters, type, ...values]: unknown[] = ICAL.parse.property(line.replace(/^([^:"]*?);{2,}/, "$1;"));
      const { tzid, range } = parameters as { tzid?: unknown; range?: unknown };
      const texts = type === "recur" ? [line.slice(line.lastIndexOf(":") + 1)] : values.flat().map(String);
      found.push({ values: texts, tzid: typeof tzid === "string" ? tzid : undefined, range: typeof range === "string" ? range : undefined });
    } catch {
      found.push({ values: [], tzid: undefined, range: undefined });
    }
  }
  return properties;
}

interface Reader {
  properties: Map<string, Property[]>;
  zones: Zones;
  own: Zone | undefined;
}

function moment({ values, tzid }: Property, value: string | undefined, { zones, own }: Reader, what: string): Moment {
  const read = values.length === 0 ? "cannot be read: set it again in the calendar" : readMoment(value ?? "", tzid, { zones, own });
  if (typeof read === "string") throw new Refusal(`${what} ${read}`);
  return read;
}

function single(reader: Reader, name: string, what: string): Moment | null {
  const property = reader.properties.get(name)?.[0];
  return property ? moment(property, property.values[0], reader, what) : null;
}

function list(reader: Reader, name: string, what: string): Moment[] {
  const all = reader.properties.get(name) ?? [];
  const moments = all.flatMap((property) => (property.values.length === 0 ? [moment(property, undefined, reader, what)]
    : property.values.filter((value) => !/^-?P/.test(value)).map((value) => moment(property, value, reader, what))));
  if (moments.length > MAX_DATES) throw new Refusal("names more than 1,000 dates: make several events of it");
  return moments;
}

function lengthOf(reader: Reader, start: Moment): number {
  const end = single(reader, "dtend", "has an end that");
  const duration = reader.properties.get("duration")?.[0]?.values[0];
  if (!start.zone) {
    const days = end ? (Date.parse(end.wall.slice(0, 10)) - Date.parse(start.wall)) / DAY_MS : duration ? ICAL.Duration.fromString(duration).toSeconds() / 86_400 : 1;
    if (days < 0) throw new Refusal("ends before it starts: set its end again");
    return Math.max(1, Math.round(days));
  }
  if (!end && duration === undefined) throw new Refusal("has no end: give it one in the calendar");
  const length = end ? end.at - start.at : ICAL.Duration.fromString(duration ?? "").toSeconds() * 1_000;
  if (!(length > 0)) throw new Refusal("does not end after it starts: set its end again");
  return length;
}

const textOf = ({ properties }: Reader, name: string) => plainText(properties.get(name)?.[0]?.values.join(",") ?? "");
const uidOf = ({ properties }: Reader) => properties.get("uid")?.[0]?.values[0]?.trim() ?? "";
const textOrNull = (reader: Reader, name: string) => textOf(reader, name) || null;

function readDates(reader: Reader, start: Moment): Pick<Entry, "rule" | "added" | "removed" | "replaces"> {
  const { properties } = reader;
  if (properties.get("recurrence-id")?.[0]?.range !== undefined) throw new Refusal("changes all later dates at once: end the series, and begin a new one");
  const rules = properties.get("rrule") ?? [];
  if (rules.length > 1 || properties.has("exrule")) throw new Refusal("repeats by more than one rule: make several events of it");
  const at = { ...reader, own: start.zone };
  return {
    rule: rules[0]?.values[0] ?? (rules.length > 0 ? "" : null),
    added: list(at, "rdate", "repeats on a date that"), removed: list(at, "exdate", "leaves out a date that"),
    replaces: single(at, "recurrence-id", "belongs to a date that"),
  };
}

function read(component: Component, reader: Reader): Entry {
  const start = single(reader, "dtstart", "has a start that");
  if (!component.isWhole) throw new Refusal("breaks off: the calendar did not arrive whole");
  if (!start) throw new Refusal("has no start: give it one in the calendar");
  const title = textOf(reader, "summary").replace(/\s+/g, " ");
  if (title === "") throw new Refusal("has no title: give it one in the calendar");
  const shown = textOf(reader, "class").toUpperCase();
  if (shown === "PRIVATE" || shown === "CONFIDENTIAL") throw new Refusal("is marked as private: make it public in the calendar if people may see it");
  return {
    uid: uidOf(reader) || `${title} ${start.wall}`,
    sequence: Number(textOf(reader, "sequence")) || 0,
    stamp: textOf(reader, "last-modified") || textOf(reader, "dtstamp"),
    title, description: textOrNull(reader, "description"), location: textOrNull(reader, "location"), url: textOrNull(reader, "url"),
    categories: (reader.properties.get("categories") ?? []).flatMap(({ values }) => values.map((value) => plainText(value)).filter((value) => value !== "")),
    start, length: lengthOf(reader, start), isCancelled: textOf(reader, "status").toUpperCase() === "CANCELLED",
    ...readDates(reader, start),
  };
}

/** Reads one component. `own` is the zone of the calendar. */
export function readEntry(component: Component, { zones, own }: { zones: Zones; own: Zone | undefined }): ReadEntry {
  const reader = { properties: propertiesOf(component), zones, own };
  try {
    return read(component, reader);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { uid: uidOf(reader) || null, title: textOf(reader, "summary").replace(/\s+/g, " ") || null, reason: error.message };
  }
}
