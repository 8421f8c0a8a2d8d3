import type { CalendarEvent, CalendarProblem, CalendarTimes, ReadCalendar } from "./calendar-event.ts";
import { partCalendar, type CalendarParts } from "./components.ts";
import { contentLines } from "./decode-calendar.ts";
import { readEntry, type Entry, type ReadEntry } from "./entry.ts";
import { dayBefore, isSameDate, recurrenceKey, type Moment } from "./moments.ts";
import { datesOf, type Steps, type Window } from "./recurrence.ts";
import { Zones } from "./time-zones.ts";
import { addDays, londonInstant } from "../wording/london-time.ts";

const MAX_BYTES = 2 * 1024 * 1024;
const MAX_ENTRIES = 5_000;
const MAX_EVENTS = 5_000;
const MAX_STEPS = 20_000;
const MOST_DATES = 200;
const DAY_MS = 86_400_000;
const AHEAD_MS = 366 * DAY_MS;

/** A calendar that cannot be read at all: why, and what to do. */
export class UnreadableCalendarError extends Error {
  override name = "UnreadableCalendarError";
}

function headText({ head }: CalendarParts, name: string): string | undefined {
  const line = head.find((one) => one.toUpperCase().startsWith(`${name}:`) || one.toUpperCase().startsWith(`${name};`));
  return line?.slice(line.indexOf(":") + 1).trim() || undefined;
}

/** Of two states of one thing the newer one: by its SEQUENCE, then by its stamp, then as the file has them (RFC 5545 section 3.8.7.4). */
const newest = (entries: readonly Entry[]): Entry => entries.reduce((best, next) =>
  next.sequence > best.sequence || (next.sequence === best.sequence && next.stamp >= best.stamp) ? next : best);

function timesOf({ start, length }: Pick<Entry, "start" | "length">): CalendarTimes {
  if (start.zone) return { startsAt: start.at, endsAt: start.at + length };
  return { firstDay: start.wall, lastDay: dayBefore(addDays(start.wall, length)) };
}

const endsAfter = (when: CalendarTimes, instant: number) => ("endsAt" in when ? when.endsAt : londonInstant(addDays(when.lastDay, 1))) > instant;
const startsBefore = (when: CalendarTimes, instant: number) => ("startsAt" in when ? when.startsAt : londonInstant(when.firstDay)) < instant;

function eventOf(entry: Entry, uid: string, recurrence: string): CalendarEvent {
  const { title, description, location, url, categories, isCancelled } = entry;
  return { uid, recurrence, title, description, location, url, categories, isCancelled, when: timesOf(entry) };
}

interface Reading {
  window: Window;
  zones: Zones;
  steps: Steps;
}

/** The dates of one UID: by the series, save those that are left out or stand for themselves. Gives the reason when it cannot. */
function expand(entries: readonly Entry[], { window, zones, steps }: Reading): CalendarEvent[] | string {
  const uid = entries[0]!.uid;
  const masters = entries.filter(({ replaces }) => replaces === null);
  const byDate = Map.groupBy(entries.filter(({ replaces }) => replaces !== null), ({ replaces }) => recurrenceKey(replaces!));
  const overrides = [...byDate.values()].map(newest);
  const isReplaced = (date: Moment) => overrides.some(({ replaces }) => isSameDate(replaces!, date));
  const events = overrides.map((entry) => eventOf(entry, uid, recurrenceKey(entry.replaces!)));
  if (masters.length > 0) {
    const master = newest(masters);
    const isSeries = master.rule !== null || master.added.length > 0;
    const dates = datesOf(master, window, steps, zones);
    if (typeof dates === "string") return dates;
    const wanted = dates.filter((date) => !isReplaced(date) && !master.removed.some((one) => isSameDate(one, date)));
    events.push(...wanted.map((start) => eventOf({ ...master, start }, uid, isSeries ? recurrenceKey(start) : "")));
  }
  return events.filter(({ when }) => endsAfter(when, window.from) && startsBefore(when, window.to)).slice(0, MOST_DATES);
}

const isEntry = (entry: ReadEntry): entry is Entry => "start" in entry;

function readParts(parts: CalendarParts, now: number): ReadCalendar {
  const zones = new Zones(parts.timeZones);
  const own = headText(parts, "X-WR-TIMEZONE");
  const read = parts.events.map((component) => readEntry(component, { zones, own: own === undefined ? undefined : zones.find(own) }));
  const problems: CalendarProblem[] = read.flatMap((entry) => (isEntry(entry) ? [] : [entry]));
  const reading = { window: { from: now, to: now + AHEAD_MS }, zones, steps: { left: MAX_STEPS } };
  const events: CalendarEvent[] = [];
  for (const [uid, entries] of Map.groupBy(read.filter(isEntry), (entry) => entry.uid)) {
    const expanded = expand(entries, reading);
    if (typeof expanded === "string") problems.push({ uid, title: entries[0]!.title, reason: expanded });
    else events.push(...expanded);
  }
  if (events.length > MAX_EVENTS) throw new UnreadableCalendarError("The calendar has more than 5,000 dates in the next 12 months. Use a calendar for these events alone.");
  const uids = [...new Set(read.flatMap(({ uid }) => uid ?? []))];
  return { name: headText(parts, "X-WR-CALNAME") ?? null, events, problems, uids, isWhole: parts.isWhole };
}

/**
 * Reads a calendar (RFC 5545): what is to come within 12 months of `now`, at most 200 dates of an event, as far as they can be read. Times
 * without a zone are London's. Throws `UnreadableCalendarError`.
 */
export function readCalendar(bytes: Uint8Array, now: number): ReadCalendar {
  if (bytes.length > MAX_BYTES) throw new UnreadableCalendarError("The calendar is larger than 2 MB. Use a calendar for these events alone.");
  const parts = partCalendar(contentLines(bytes));
  if (!parts.isCalendar) throw new UnreadableCalendarError("There is no calendar at this address. Copy the address that ends in .ics, or that your calendar calls iCal.");
  if (parts.events.length > MAX_ENTRIES) throw new UnreadableCalendarError("The calendar has more than 5,000 entries. Use a calendar for these events alone.");
  return readParts(parts, now);
}
