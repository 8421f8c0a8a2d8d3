import { londonInstant, londonParts } from "../wording/london-time.ts";

const YEARS = { first: 2000, last: 2100 };

/** `2026-12-03` or `03/12/2026` (day first) as `2026-12-03`; undefined when it is no day of the calendar from 2000 to 2100. */
export function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [year, month, day] = (iso ? iso.slice(1) : (british?.slice(1).reverse() ?? [])).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (year < YEARS.first || year > YEARS.last) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** A time of a clock: minutes since midnight. */
export type ClockTime = number;

/** `14:00`, `14.00`, `14:00:00`, `2pm`, `2.30 pm`, `midday` or `midnight` (as a day starts); undefined for anything else. */
export function readTime(text: string): ClockTime | undefined {
  const word = text.toLowerCase();
  if (word === "midday" || word === "noon") return 12 * 60;
  if (word === "midnight") return 0;
  const parts = /^(\d{1,2})(?:[:.](\d{2})(?::00)?)?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(word);
  const [, hours, minutes, half] = parts ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined;
  const hour = Number(hours);
  const minute = Number(minutes ?? 0);
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return undefined;
  return (half ? (hour % 12) + (half.startsWith("p") ? 12 : 0) : hour) * 60 + minute;
}

/** The instant, in milliseconds, of a London date and time; undefined for a time that the clocks leave out in March. */
export function readInstant(date: string, time: ClockTime): number | undefined {
  const instant = londonInstant(date, Math.floor(time / 60), time % 60);
  const { hour, minute } = londonParts(instant);
  return hour * 60 + minute === time ? instant : undefined;
}
