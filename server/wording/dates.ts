import { addDays, londonDate, londonParts, type LondonParts } from "./london-time.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

/** `Tuesday 3 March 2026` (NHS content style guide, "Dates"). */
export function longDate(instant: number): string {
  const { weekday, day, month, year } = londonParts(instant);
  return `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]} ${year}`;
}

function clock({ hour, minute }: LondonParts): string {
  if (minute === 0 && hour === 0) return "midnight";
  if (minute === 0 && hour === 12) return "midday";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** `2pm`, `2:30pm`, `midday`, `midnight` (NHS content style guide, "Times"). */
export function time(instant: number): string {
  return clock(londonParts(instant));
}

/** `2pm to 4:30pm`. */
export function timeRange(startsAt: number, endsAt: number): string {
  return `${time(startsAt)} to ${time(endsAt)}`;
}

/** `Tuesday 3 March 2026, 2pm to 4:30pm`, or both dates when it ends on another day. */
export function dateTimeRange(startsAt: number, endsAt: number): string {
  if (londonDate(startsAt) === londonDate(endsAt)) return `${longDate(startsAt)}, ${timeRange(startsAt, endsAt)}`;
  return `${longDate(startsAt)}, ${time(startsAt)} to ${longDate(endsAt)}, ${time(endsAt)}`;
}

/** `Today`, `Tomorrow`, or nothing for any other day. */
export function nearDay(instant: number, now: number): "Today" | "Tomorrow" | undefined {
  const date = londonDate(instant);
  const today = londonDate(now);
  if (date === today) return "Today";
  if (date === addDays(today, 1)) return "Tomorrow";
  return undefined;
}
