import { textProperty, uriProperty } from "../feeds/ical/content-line.ts";
import { startAndEnd, utc } from "../feeds/ical/date-time.ts";
import { VTIMEZONE } from "../feeds/ical/vtimezone.ts";

export interface BookingEntry {
  /** Never changes for this booking and this part of the event. */
  uid: string;
  startsAt: number;
  endsAt: number;
}

export interface BookingCalendar {
  reference: string;
  entries: readonly BookingEntry[];
  /** Rises with each change of the event. */
  sequence: number;
  /** When this was written. */
  at: number;
  /** The page of the booking: an absolute address. */
  url: string;
  /** The address that the mail comes from. */
  organizer: string;
  isCancelled: boolean;
}

const PRODID = "-//Events in London//Bookings//EN";

function vevent({ reference, sequence, at, url, organizer, isCancelled }: BookingCalendar, { uid, startsAt, endsAt }: BookingEntry): string {
  return [
    "BEGIN:VEVENT\r\n",
    `UID:${uid}\r\n`,
    `DTSTAMP:${utc(at)}\r\n`,
    `SEQUENCE:${sequence}\r\n`,
    startAndEnd(startsAt, endsAt),
    textProperty("SUMMARY", `${isCancelled ? "Cancelled: your" : "Your"} booking ${reference}`),
    textProperty("DESCRIPTION", `What it is and where: ${url}`),
    uriProperty("URL", url),
    uriProperty("ORGANIZER;CN=Events in London", `mailto:${organizer}`),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}\r\n`,
    `TRANSP:${isCancelled ? "TRANSPARENT" : "OPAQUE"}\r\n`,
    "CLASS:PRIVATE\r\n",
    "END:VEVENT\r\n",
  ].join("");
}

/** A booking for somebody's own calendar (RFC 5546 sections 3.2.1 and 3.2.5). It says when, and neither what nor where. */
export function bookingCalendar(booking: BookingCalendar): string {
  const method = booking.isCancelled ? "CANCEL" : "PUBLISH";
  return [
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:${PRODID}\r\nCALSCALE:GREGORIAN\r\nMETHOD:${method}\r\n`,
    VTIMEZONE,
    ...booking.entries.map((entry) => vevent(booking, entry)),
    "END:VCALENDAR\r\n",
  ].join("");
}
