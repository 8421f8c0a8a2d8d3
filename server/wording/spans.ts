import { addDays, londonDate, londonParts } from "./london-time.ts";

/** The spans of days that people choose from. */
export const SPANS = ["today", "tomorrow", "week", "weekend", "four-weeks"] as const;
export type Span = (typeof SPANS)[number];

/**
 * The days that a choice stands for, as London dates, both included. A week ends on Sunday; on a Saturday or Sunday, the weekend is the one that
 * has begun. What begins today has no `from`, so that what is over already is left out.
 */
export function daysOf(span: Span, now: number): { from?: string; to: string } {
  const today = londonDate(now);
  const daysToSunday = (7 - londonParts(now).weekday) % 7;
  const sunday = addDays(today, daysToSunday);
  switch (span) {
    case "today":
      return { to: today };
    case "tomorrow":
      return { from: addDays(today, 1), to: addDays(today, 1) };
    case "week":
      return { to: sunday };
    case "weekend":
      return daysToSunday > 1 ? { from: addDays(sunday, -1), to: sunday } : { to: sunday };
    case "four-weeks":
      return { to: addDays(today, 28) };
  }
}
