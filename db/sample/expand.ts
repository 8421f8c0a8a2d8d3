import { createHash } from "node:crypto";
import type { Insertable, Selectable } from "kysely";
import { addDays, londonInstant } from "../../server/wording/london-time.ts";
import type { EventTable, SeriesTable, SessionTable } from "../schema.ts";
import { sampleDates } from "./sample-dates.ts";
import type { SampleSeries } from "./sample-series.ts";

/** An event of the sample with all that belongs to it. */
export interface SampleEvent {
  event: Insertable<EventTable> & { id: string };
  series: Insertable<SeriesTable> | undefined;
  sessions: Insertable<SessionTable>[];
  partners: readonly string[];
  topics: readonly string[];
  tumourGroups: readonly string[];
  stages: readonly string[];
  languages: readonly string[];
}

const MINUTE = 60_000;
const CONFIRMED_WITHIN_DAYS = 20;

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** The same text always gives the same UUID (RFC 9562, version 8). */
export function uuidOf(text: string): string {
  const bytes = digest(text).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A whole number below `below` that the same text always gives. */
export function numberOf(text: string, below: number): number {
  return digest(text).readUInt32BE(0) % below;
}

function at<Value>(list: readonly Value[], index: number): Value | undefined {
  return list[Math.min(index, list.length - 1)];
}

function placesOf({ places }: SampleSeries, index: number): Pick<Selectable<EventTable>, "capacity" | "places_taken" | "waiting_list" | "waiting_count"> {
  if (places === null) return { capacity: null, places_taken: 0, waiting_list: false, waiting_count: 0 };
  const { capacity, taken, waiting = 0 } = places ?? { capacity: 20, taken: [0] };
  const places_taken = at(taken, index) ?? 0;
  const isFull = places_taken >= capacity;
  return { capacity, places_taken, waiting_list: waiting > 0, waiting_count: isFull ? waiting : 0 };
}

function sessionsOf({ key, title, at: [hour, minute, minutes], courseSessions = 0, parts = [] }: SampleSeries, date: string): Insertable<SessionTable>[] {
  const event_id = uuidOf(`${key} ${date}`);
  const startOf = (days: number) => londonInstant(addDays(date, days), hour, minute);
  const course = Array.from({ length: courseSessions }, (_, week) => ({ title: `${title}: week ${week + 1}`, start: startOf(7 * week), minutes, alone: false }));
  const day = parts.map((part) => ({ title: part.title, start: startOf(0) + part.from * MINUTE, minutes: part.minutes, alone: true }));
  return [...course, ...day].map((part, index) => ({
    id: uuidOf(`${key} ${date} ${index}`),
    event_id,
    position: index + 1,
    title: part.title.slice(0, 200),
    starts_at: new Date(part.start),
    ends_at: new Date(part.start + part.minutes * MINUTE),
    alone: part.alone,
  }));
}

function statusOf(series: SampleSeries, index: number, date: string): Pick<Selectable<EventTable>, "status" | "status_note" | "previous_starts_at"> {
  const { cancelled, postponed, at: [hour, minute] } = series;
  if (cancelled?.date === index) return { status: "cancelled", status_note: cancelled.note, previous_starts_at: null };
  if (postponed?.date !== index) return { status: "published", status_note: null, previous_starts_at: null };
  const before = londonInstant(addDays(date, -postponed.days), hour, minute);
  return { status: "postponed", status_note: postponed.note, previous_starts_at: new Date(before) };
}

function bookingOf({ booking }: SampleSeries) {
  const { route, self, professional, url, note, approval } = booking ?? { route: "here" };
  return {
    booking_route: route,
    booking_self: self ?? true,
    booking_professional: professional ?? route === "here",
    booking_url: url ?? null,
    booking_note: note ?? null,
    booking_approval: approval ?? false,
  };
}

function contactOf({ key, contact }: SampleSeries) {
  const line = `020 7946 0${String(numberOf(key, 1000)).padStart(3, "0")}`;
  return { contact_name: contact?.name ?? "Cancer support team", contact_phone: contact?.phone ?? line, contact_email: null };
}

function eventOf(series: SampleSeries, date: string, index: number, today: string): SampleEvent["event"] {
  const { key, venue, at: [hour, minute, minutes] } = series;
  const id = uuidOf(`${key} ${date}`);
  const starts = londonInstant(date, hour, minute);
  const format = series.format ?? (venue ? "in-person" : "online");
  const wants = [series.bsl, series.interpreter].includes("on-request");
  return {
    id,
    slug: `${key}-${date}`,
    series: null,
    organisation: series.organiser,
    venue: venue ?? null,
    title: series.title,
    for_whom: series.forWhom,
    summary: series.summary,
    what_happens: series.happens ?? null,
    what_to_bring: series.bring ?? null,
    format,
    kind: series.kind ?? "group-session",
    for_patients: series.for !== "carers",
    for_carers: series.for === "carers" || series.for === "both",
    effort: series.effort ?? null,
    breaks: series.breaks ?? null,
    bsl: series.bsl ?? "no",
    interpreter: series.interpreter ?? "no",
    support_request_by: wants ? addDays(date, -7) : null,
    cost: series.cost ?? null,
    ...contactOf(series),
    starts_at: new Date(starts),
    ends_at: sessionsOf(series, date).reduce((last, { ends_at }) => (ends_at > last ? (ends_at as Date) : last), new Date(starts + minutes * MINUTE)),
    ...placesOf(series, index),
    ...bookingOf(series),
    join_url: format === "online" || format === "hybrid" ? `https://meet.example.org/${id}` : null,
    ...statusOf(series, index, date),
    last_confirmed: addDays(today, -(series.confirmedDaysAgo ?? numberOf(key, CONFIRMED_WITHIN_DAYS))),
    sample: true,
    import_key: null,
  };
}

/** Every dated event of a series, from a day in London on. One that is held more than once becomes a series of the directory. */
export function expandSeries(series: SampleSeries, today: string): SampleEvent[] {
  const dates = sampleDates(series.dates, today);
  const group = dates.length > 1 ? { slug: series.key, title: series.title, organisation: series.organiser } : undefined;
  return dates.map((date, index) => ({
    event: { ...eventOf(series, date, index, today), series: group?.slug ?? null },
    series: group,
    sessions: sessionsOf(series, date),
    partners: series.partners ?? [],
    topics: series.topics,
    tumourGroups: series.tumourGroups ?? [],
    stages: series.stages ?? [],
    languages: series.languages ?? ["en"],
  }));
}
