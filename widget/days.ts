import { addDays, londonInstant } from "../server/wording/london-time.ts";
import { daysOf } from "../server/wording/spans.ts";
import { daysOfMonth } from "./month.ts";
import type { Search } from "./state.ts";

/** Days of the London calendar, both included. Without `from`: from now on. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** The days that a search is about. */
export function rangeOf({ when, month }: Search, now: number): DayRange {
  if (month !== undefined) return daysOfMonth(month, now);
  return when === "any" ? {} : daysOf(when, now);
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
