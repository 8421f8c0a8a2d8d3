import { textProperty, uriProperty } from "./content-line.ts";
import { normalText, oneLine } from "./text.ts";
import { VTIMEZONE } from "./vtimezone.ts";

const PRODID = "-//Health and Wellbeing Events//Directory//EN";
const REFRESH = "PT1H";

export interface CalendarOptions {
  /** What a calendar application calls it in its list. */
  name: string;
  description: string;
  /** Where this calendar is refreshed from: an absolute URL. */
  source: string;
  /** The page for people that shows the same events: an absolute URL. */
  page?: string;
  /** Finished VEVENTs, as `vevent` writes them. */
  vevents: Iterable<string>;
}

/**
 * A calendar for readers to subscribe to (RFC 5545 section 3.4, RFC 7986 section 5), with the older X- properties that Outlook
 * and Apple read. With no event it is still valid: its time zone is the one component that the grammar asks for.
 */
export function calendar({ name, description, source, page, vevents }: CalendarOptions): string {
  return [
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
    `PRODID:${PRODID}\r\nCALSCALE:GREGORIAN\r\n`,
    textProperty("NAME", oneLine(name)),
    textProperty("X-WR-CALNAME", oneLine(name)),
    textProperty("DESCRIPTION", normalText(description)),
    textProperty("X-WR-CALDESC", normalText(description)),
    "X-WR-TIMEZONE:Europe/London\r\n",
    uriProperty("SOURCE;VALUE=URI", source),
    page === undefined ? "" : uriProperty("URL", page),
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}\r\nX-PUBLISHED-TTL:${REFRESH}\r\n`,
    VTIMEZONE,
    ...vevents,
    "END:VCALENDAR\r\n",
  ].join("");
}
