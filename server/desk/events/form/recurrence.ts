import { addDays, londonDate, londonInstant, londonParts } from "../../../wording/london-time.ts";
import type { EventTimes } from "./event-content.ts";

export const REPEATS = ["no", "weekly", "fortnightly", "monthly", "dates"] as const;
export type Repeat = (typeof REPEATS)[number];

/** A year of weeks. */
export const MOST_OCCURRENCES = 52;

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The same weekday of the months that follow: the second Tuesday, or the last where a month has no fifth. */
function sameWeekday(first: string, months: number): string {
  const [year = 0, month = 0, day = 0] = first.split("-").map(Number);
  const week = Math.ceil(day / 7);
  const weekday = new Date(Date.parse(first)).getUTCDay();
  const start = new Date(Date.UTC(year, month - 1 + months, 1));
  const earliest = 1 + ((weekday - start.getUTCDay() + 7) % 7);
  const length = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  const date = earliest + (week - 1) * 7;
  return new Date(start.getTime() + ((date > length ? date - 7 : date) - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** The days of a recurring event, `2026-03-03`, with the first: `times` of them in all. */
export function recurringDates(repeat: Exclude<Repeat, "no" | "dates">, first: string, times: number): string[] {
  const next = { weekly: (index: number) => addDays(first, 7 * index), fortnightly: (index: number) => addDays(first, 14 * index), monthly: (index: number) => sameWeekday(first, index) };
  return Array.from({ length: times }, (_, index) => next[repeat](index));
}

/** The instant with the same time on the clock, some days later. */
function onAnotherDay(instant: number, days: number): number {
  const { hour, minute } = londonParts(instant);
  return londonInstant(addDays(londonDate(instant), days), hour, minute);
}

/** The same times on the clock, on another day: over both clock changes 2pm stays 2pm. */
export function timesOn(times: EventTimes, date: string): EventTimes {
  const days = daysBetween(londonDate(times.startsAt), date);
  const move = (instant: number) => onAnotherDay(instant, days);
  return {
    startsAt: move(times.startsAt),
    endsAt: move(times.endsAt),
    sessions: times.sessions.map((session) => ({ ...session, startsAt: move(session.startsAt), endsAt: move(session.endsAt) })),
  };
}

/** The day of another event of the series when this one goes from one day to another: all move by as many days. */
export function movedDate(other: number, from: number, to: number): string {
  return addDays(londonDate(other), daysBetween(londonDate(from), londonDate(to)));
}
