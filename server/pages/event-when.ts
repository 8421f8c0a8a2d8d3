import type { Event } from "../contract/event.ts";
import { dateTimeRange, longDate } from "../wording/dates.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

type When = Pick<Event, "startsAt" | "endsAt" | "sessions">;

/** When it is. What goes on for longer than a day, as a course does, is told by its days: `…, 6 sessions`. */
export function whenWords({ startsAt, endsAt, sessions }: When): string {
  const start = Date.parse(startsAt);
  const end = Date.parse(endsAt);
  if (end - start <= DAY_MS) return dateTimeRange(start, end);
  const count = sessions.length > 1 ? `, ${sessions.length} sessions` : "";
  return `${longDate(start)} to ${longDate(end)}${count}`;
}

export function isOver({ endsAt }: Pick<Event, "endsAt">, now: number): boolean {
  return Date.parse(endsAt) <= now;
}
