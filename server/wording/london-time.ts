/**
 * Time in London, by the rule of The Summer Time Order 2002: clocks go forward at 01:00 UTC on the last Sunday of March and
 * back at 01:00 UTC on the last Sunday of October. All instants are milliseconds since 1970 in UTC; a date is `2026-03-03`.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface LondonParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
}

function lastSundayAtOneUtc(year: number, month: number): number {
  const lastDay = Date.UTC(year, month, 0, 1);
  return lastDay - new Date(lastDay).getUTCDay() * DAY;
}

/** When British Summer Time starts and ends in a year. */
export function summerTime(year: number): { start: number; end: number } {
  return { start: lastSundayAtOneUtc(year, 3), end: lastSundayAtOneUtc(year, 10) };
}

/** How far London is ahead of UTC at an instant: 0 or 60 minutes. */
export function londonOffset(instant: number): 0 | 60 {
  const { start, end } = summerTime(new Date(instant).getUTCFullYear());
  return instant >= start && instant < end ? 60 : 0;
}

/** What a clock in London shows at an instant. */
export function londonParts(instant: number): LondonParts {
  const wall = new Date(instant + londonOffset(instant) * MINUTE);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: wall.getUTCDay(),
  };
}

/** An instant as ISO 8601 with London's offset: `2026-07-03T14:00:00+01:00`. */
export function londonIso(instant: number): string {
  const offset = londonOffset(instant);
  const wall = new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
  return `${wall}+0${offset / 60}:00`;
}

/** The calendar date in London at an instant: `2026-07-03`. */
export function londonDate(instant: number): string {
  return londonIso(instant).slice(0, 10);
}

/**
 * The instant at which a clock in London shows a date and time. The hour that occurs twice in October is read as the first,
 * the one that does not occur in March as one hour later.
 */
export function londonInstant(date: string, hour = 0, minute = 0): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + hour * HOUR + minute * MINUTE;
  const asSummer = wall - HOUR;
  return londonOffset(asSummer) === 60 ? asSummer : wall;
}

/** A date some days later (or earlier) on the calendar. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
