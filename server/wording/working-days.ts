import { addDays, londonDate, londonInstant } from "./london-time.ts";

const isWorkingDay = (day: string) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

/**
 * The instant before which a thing must lie for `days` whole working days, Monday to Friday in London, to have passed since:
 * on Thursday at any hour, for 2, the start of Tuesday. Bank holidays count as working days.
 */
export function workingDaysAgo(now: number, days: number): number {
  let day = londonDate(now);
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left--;
  }
  return londonInstant(day);
}
