import { addDays, londonDate, londonInstant, londonParts } from "../server/wording/london-time.ts";
import { daysOfMonth } from "./month.ts";
import type { Search, When } from "./state.ts";

const SATURDAY = 6;

/** Days of the London calendar, both included. Without `from`: from now on. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** A week ends on Sunday. On a Saturday or Sunday, the weekend is the one that has begun. */
export function daysOf(when: When, now: number): DayRange {
  const today = londonDate(now);
  const daysToSunday = (7 - londonParts(now).weekday) % 7;
  const sunday = addDays(today, daysToSunday);
  switch (when) {
    case "any":
      return {};
    case "today":
      return { to: today };
    case "tomorrow":
      return { from: addDays(today, 1), to: addDays(today, 1) };
    case "week":
      return { to: sunday };
    case "weekend":
      return londonParts(now).weekday === SATURDAY || daysToSunday === 0 ? { to: sunday } : { from: addDays(sunday, -1), to: sunday };
    case "four-weeks":
      return { to: addDays(today, 28) };
  }
}

/** The days that a search is about. */
export function rangeOf({ when, month }: Search, now: number): DayRange {
  return month === undefined ? daysOf(when, now) : daysOfMonth(month, now);
}

/** Milliseconds since 1970. */
export interface Instants {
  from?: number;
  to?: number;
}

/** The instants at which a range begins, and at which it is over. */
export function instantsOf({ from, to }: DayRange): Instants {
  return { ...(from && { from: londonInstant(from) }), ...(to && { to: londonInstant(addDays(to, 1)) }) };
}
