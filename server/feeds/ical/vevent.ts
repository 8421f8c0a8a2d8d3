import type { Event } from "../../contract/event.ts";
import { FIXED_LABELS } from "../../contract/vocabulary.ts";
import { fold, textProperty, uriProperty } from "./content-line.ts";
import { startAndEnd, utc } from "./date-time.ts";
import { contactLine, description } from "./description.ts";
import { occurrences, type Occurrence } from "./occurrence.ts";
import { escapeText, oneLine } from "./text.ts";

/** What calendars are told of a status. `prefix` is for the calendars, Outlook among them, that show no STATUS. */
interface CalendarStatus {
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  prefix: string;
  transparency: "OPAQUE" | "TRANSPARENT";
}

/**
 * A postponed event with a new date goes ahead on it. One without is TENTATIVE on its old date, not CANCELLED: calendars that
 * hide what is cancelled, such as Google's, would hide the news too.
 */
function calendarStatus({ status, previousStartsAt }: Event): CalendarStatus {
  if (status === "cancelled") return { status: "CANCELLED", prefix: "Cancelled: ", transparency: "TRANSPARENT" };
  if (status === "postponed" && previousStartsAt === null) {
    return { status: "TENTATIVE", prefix: "Postponed: ", transparency: "TRANSPARENT" };
  }
  return { status: "CONFIRMED", prefix: "", transparency: "OPAQUE" };
}

function location({ venue, format }: Event): string {
  return venue ? oneLine(`${venue.name}, ${venue.address}, ${venue.postcode}`) : FIXED_LABELS.format[format];
}

function categories({ topics, tumourGroups }: Event): string {
  const labels = [...topics, ...tumourGroups].map(({ label }) => escapeText(oneLine(label))).filter(Boolean);
  return labels.length > 0 ? fold(`CATEGORIES:${labels.join(",")}`) : "";
}

function geo({ venue }: Event): string {
  return venue ? `GEO:${venue.latitude.toFixed(6)};${venue.longitude.toFixed(6)}\r\n` : "";
}

function component(event: Event, occurrence: Occurrence): string {
  const { status, prefix, transparency } = calendarStatus(event);
  const { uid, startsAt, endsAt, session } = occurrence;
  const changed = utc(Date.parse(event.updatedAt));
  const contact = contactLine(event);
  const title = session ? `${event.title}: ${session.title}` : event.title;
  return [
    "BEGIN:VEVENT\r\n",
    `UID:${uid}\r\n`,
    `DTSTAMP:${changed}\r\n`,
    `LAST-MODIFIED:${changed}\r\n`,
    `SEQUENCE:${event.revision}\r\n`,
    startAndEnd(startsAt, endsAt),
    textProperty("SUMMARY", oneLine(prefix + title)),
    textProperty("DESCRIPTION", description(event, occurrence)),
    textProperty("LOCATION", location(event)),
    geo(event),
    uriProperty("URL", event.url),
    contact && textProperty("CONTACT", contact),
    categories(event),
    `STATUS:${status}\r\n`,
    `TRANSP:${transparency}\r\n`,
    "CLASS:PUBLIC\r\n",
    session ? `REFID:${event.id}\r\n` : "",
    "END:VEVENT\r\n",
  ].join("");
}

/**
 * An event as finished lines of iCalendar (RFC 5545 section 3.6.1): one VEVENT, or one a session for a course, whose sessions
 * share the event's id as REFID (RFC 9253). They go into a calendar with the VTIMEZONE of `vtimezone.ts`. The same
 * event gives the same octets whenever it is written: DTSTAMP is the last change, as section 3.8.7.2 asks where there is no
 * METHOD. There is no METHOD and no ORGANIZER, which would make it an invitation, and never an address to join online.
 */
export function vevent(event: Event): string {
  return occurrences(event).map((occurrence) => component(event, occurrence)).join("");
}
