import ICAL from "ical.js";
import type { Entry } from "./entry.ts";
import { readMoment, type Moment } from "./moments.ts";
import type { Zones } from "./time-zones.ts";

/** From when to when dates are wanted, in milliseconds since 1970. */
export interface Window {
  from: number;
  to: number;
}

/** How many steps all rules of a calendar may take together. */
export interface Steps {
  left: number;
}

/** More than are wanted of an event: some may be left out or over. */
const MOST_DATES = 300;
const DAY_MS = 86_400_000;
const SECONDS = /^(SECONDLY|MINUTELY|HOURLY)$/;

const momentAt = (wall: string, { zone }: Moment): Moment => {
  const day = wall.slice(0, 10);
  return zone ? { wall, at: zone(wall), zone } : { wall: day, at: Date.parse(`${day}T00:00:00Z`), zone };
};

const UNREADABLE = "repeats by a rule that cannot be read: set it again in the calendar";

/** ical.js throws errors of any kind over rules that make no sense. */
class BadRuleError extends Error {}

function byRule<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (cause) {
    throw new BadRuleError(UNREADABLE, { cause });
  }
}

/** The walls of a rule, its end apart, without end. */
function* walls(rule: string, start: Moment): Generator<string> {
  const first = start.zone ? ICAL.Time.fromDateTimeString(start.wall) : ICAL.Time.fromDateString(start.wall);
  const recur = byRule(() => ICAL.Recur.fromString(rule.replace(/\s/g, "").replace(/(^|;)UNTIL=[^;]*/i, "")));
  if (recur.interval < 1) throw new BadRuleError(UNREADABLE);
  if (SECONDS.test(recur.freq)) throw new BadRuleError("repeats more often than once a day: choose another rule");
  const iterator = byRule(() => recur.iterator(first));
  for (let next = byRule(() => iterator.next()); next as ICAL.Time | null; next = byRule(() => iterator.next())) yield next.toString();
}

/** The last moment of a rule; Infinity without one. It may be of another kind than the start. */
function endOf(rule: string, start: Moment, zones: Zones): number | undefined {
  const [, until] = /(?:^|;)UNTIL=([^;]*)/i.exec(rule) ?? [];
  if (until === undefined) return Infinity;
  const [, year, month, day, clock = "", isUtc = ""] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6}))?(Z?)$/i.exec(until.trim()) ?? [];
  const time = clock === "" ? "T23:59:59" : `T${clock.replace(/(..)(..)(..)/, "$1:$2:$3")}${isUtc}`;
  const moment = readMoment(`${year}-${month}-${day}${time}`, undefined, { zones, own: start.zone });
  return typeof moment === "string" ? undefined : start.zone ? moment.at : Date.parse(`${moment.wall.slice(0, 10)}T00:00:00Z`);
}

/** The dates by the rule of a series, on the clock of its zone, so that they keep their time when the clocks change. */
function ruleDates({ rule, start, length }: Entry & { rule: string }, { from, to }: Window, steps: Steps, zones: Zones): Moment[] {
  const end = endOf(rule, start, zones);
  if (end === undefined) throw new BadRuleError(UNREADABLE);
  const reach = from - (start.zone ? length : length * DAY_MS) - 2 * DAY_MS;
  const dates: Moment[] = [];
  for (const wall of walls(rule, start)) {
    if ((steps.left -= 1) < 0) throw new BadRuleError("repeats too many times: start the series later");
    if (Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) < reach && end === Infinity) continue;
    const date = momentAt(wall, start);
    if (date.at > end || date.at > to || dates.length >= MOST_DATES) break;
    if (date.at >= reach) dates.push(date);
  }
  return dates;
}

/** The dates of a series that are wanted, the excluded ones too, in order and each once; or why they cannot be told. */
export function datesOf(entry: Entry, window: Window, steps: Steps, zones: Zones): Moment[] | string {
  const { rule, start, added } = entry;
  try {
    const dates = rule === null ? [start] : ruleDates({ ...entry, rule }, window, steps, zones);
    const unique = new Map([...dates, ...added].map((date) => [date.at, date]));
    return [...unique.values()].sort((a, b) => a.at - b.at);
  } catch (error) {
    if (error instanceof BadRuleError) return error.message;
    throw error;
  }
}
