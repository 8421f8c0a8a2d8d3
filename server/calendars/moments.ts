import { addDays } from "../wording/london-time.ts";
import { LONDON, UTC, type Zone, type Zones } from "./time-zones.ts";

/** A day, or what a clock in a zone shows. `wall` is `2026-12-03` or `2026-12-03T14:00:00`; `at` is in milliseconds since 1970. */
export interface Moment {
  wall: string;
  at: number;
  /** Undefined for a day. */
  zone: Zone | undefined;
}

const TEXT = /^(\d{4}-\d{2}-\d{2})(?:T(?:::)?)?$|^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):(\d{2})(Z?)$/;

/** Whether a day is one of the calendar, from 1900 to 2100. */
function isDay(date: string): boolean {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return date >= "1900" && date < "2101" && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
}

/**
 * Reads a value as ical.js gives it. `own` is the zone of a time that names none. Gives the reason, after the words "its time", when
 * it cannot.
 */
export function readMoment(text: string, tzid: string | undefined, { zones, own = LONDON }: { zones: Zones; own?: Zone | undefined }): Moment | string {
  const [, day, date = day, clock, second, isUtc] = TEXT.exec(text) ?? [];
  if (date === undefined || !isDay(date)) return "cannot be read: set it again in the calendar";
  if (clock === undefined) return { wall: date, at: LONDON(`${date}T00:00:00`), zone: undefined };
  if (clock > "23:59") return "cannot be read: set it again in the calendar";
  const zone = isUtc ? UTC : tzid === undefined ? own : zones.find(tzid);
  if (!zone) return `is in a time zone that we do not know, "${tzid?.slice(0, 60)}": choose the time zone of London`;
  const wall = `${date}T${clock}:${second === "60" ? "59" : second}`;
  const at = zone(wall);
  return Number.isFinite(at) ? { wall, at, zone } : "cannot be read: set it again in the calendar";
}

/** What tells one date of a series from the others. */
export function recurrenceKey({ wall, at, zone }: Moment): string {
  return (zone ? `${new Date(at).toISOString().slice(0, 19)}Z` : wall).replace(/[-:]/g, "");
}

/** Whether two mean one date of a series. Programs also name a time by its day. */
export function isSameDate(one: Moment, other: Moment): boolean {
  return one.zone && other.zone ? one.at === other.at : one.wall.slice(0, 10) === other.wall.slice(0, 10);
}

/** The last day of something that ends before a day begins. */
export const dayBefore = (date: string): string => addDays(date, -1);
