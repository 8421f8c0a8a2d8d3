import { addDays, londonDate } from "../server/wording/london-time.ts";

/** A month of the London calendar, `2026-12`. */
export type Month = string;

export function monthOf(instant: number): Month {
  return londonDate(instant).slice(0, 7);
}

/** Some months later, or earlier. */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** What is still to come of a month: its days from today on, both included. */
export function daysOfMonth(month: Month, now: number): { from: string; to: string } {
  const [first, today] = [`${month}-01`, londonDate(now)];
  return { from: first > today ? first : today, to: addDays(`${addMonths(month, 1)}-01`, -1) };
}
