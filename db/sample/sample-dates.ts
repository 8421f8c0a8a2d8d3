import { addDays, londonDate, londonParts, summerTime } from "../../server/wording/london-time.ts";
import type { Dates } from "./sample-series.ts";

function nextSummerTimeEdge(today: string, edge: "start" | "end"): string {
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].map((candidate) => londonDate(summerTime(candidate)[edge]));
  return dates.find((date) => date >= today)!;
}

function weekdayFrom(date: string, weekday: number): string {
  const { weekday: first } = londonParts(Date.parse(`${date}T12:00:00Z`));
  return addDays(date, (weekday - first + 7) % 7);
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(londonParts(Date.parse(`${date}T12:00:00Z`)).weekday);
}

const isHoliday = (date: string) => /-(?:12-2[4-6]|01-01)$/.test(date);

/** Most events are held on working days, and none at Christmas or on New Year's Day. */
function workingDay(date: string): string {
  return isWeekend(date) || isHoliday(date) ? workingDay(addDays(date, 1)) : date;
}

/** The days of a series, from a day in London on. */
export function sampleDates(dates: Dates, today: string): string[] {
  if (dates === "tonight") return [today];
  if (dates === "clocks-go-forward") return [nextSummerTimeEdge(today, "start")];
  if (dates === "clocks-go-back") return [addDays(nextSummerTimeEdge(today, "end"), -1)];
  if ("inDays" in dates) return [...new Set(dates.inDays.map((days) => workingDay(addDays(today, days))))];
  const first = weekdayFrom(addDays(today, dates.fromDay ?? 1), dates.weekday);
  const all = Array.from({ length: dates.times }, (_, time) => addDays(first, time * 7 * dates.everyWeeks));
  return all.filter((date) => !isHoliday(date));
}
