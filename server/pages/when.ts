import { addDays, londonDate, londonParts } from "../wording/london-time.ts";

export const WHENS = ["today", "tomorrow", "week", "weekend", "four-weeks"] as const;
export type When = (typeof WHENS)[number];

export const WHEN_NAMES: Readonly<Record<When, string>> = {
  today: "Today",
  tomorrow: "Tomorrow",
  week: "This week",
  weekend: "This weekend",
  "four-weeks": "Next 4 weeks",
};

export function isWhen(value: string | null): value is When {
  return WHENS.some((when) => when === value);
}

/**
 * The days that a choice stands for, as London dates. Weeks end on Sunday. What begins today has no `from`, so that what is over
 * already is left out.
 */
export function daysOf(when: When, now: number): { from?: string; to: string } {
  const today = londonDate(now);
  const daysToSunday = (7 - londonParts(now).weekday) % 7;
  const sunday = addDays(today, daysToSunday);
  switch (when) {
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
