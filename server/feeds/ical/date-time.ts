import { londonIso, summerTime } from "../../wording/london-time.ts";

const HOUR = 3_600_000;

function basic(iso: string): string {
  return iso.slice(0, 19).replace(/[-:]/g, "");
}

/** An instant in UTC, form 2 of RFC 5545 section 3.3.5: `20260303T140000Z`. Parts of a second are cut off. */
export function utc(instant: number): string {
  return `${basic(new Date(instant).toISOString())}Z`;
}

/** Whether London's clock shows this time twice, because it is within an hour of the end of British Summer Time. */
function comesTwice(instant: number): boolean {
  const { end } = summerTime(new Date(instant).getUTCFullYear());
  return instant >= end - HOUR && instant < end + HOUR;
}

/**
 * DTSTART and DTEND, finished lines. Both are London time with a TZID, unless one of them is in the hour that comes twice in
 * October: RFC 5545 says that such a local time means the first, readers differ, and UTC leaves no doubt. Then both are in
 * UTC, so that the two have the same form (section 3.8.2.2). The calendar must hold the VTIMEZONE of `vtimezone.ts`.
 */
export function startAndEnd(startsAt: number, endsAt: number): string {
  if (comesTwice(startsAt) || comesTwice(endsAt)) return `DTSTART:${utc(startsAt)}\r\nDTEND:${utc(endsAt)}\r\n`;
  const london = (instant: number): string => `;TZID=Europe/London:${basic(londonIso(instant))}\r\n`;
  return `DTSTART${london(startsAt)}DTEND${london(endsAt)}`;
}
