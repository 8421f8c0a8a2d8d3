import type { Event } from "../../contract/event.ts";
import { FIXED_LABELS } from "../../contract/vocabulary.ts";
import { longDate, time, timeRange } from "../../wording/dates.ts";
import { londonInstant } from "../../wording/london-time.ts";
import type { Occurrence } from "./occurrence.ts";
import { normalText, oneLine } from "./text.ts";

type Line = string | null | false | undefined;

function lines(...all: readonly Line[]): string {
  return all.filter(Boolean).join("\n");
}

/** What must be read first: that the event does not take place, or not then. Empty for one that goes ahead as planned. */
function change({ status, statusNote, previousStartsAt }: Event): string {
  if (status === "scheduled") return statusNote ?? "";
  if (status === "cancelled") return lines("This event is cancelled.", statusNote);
  if (previousStartsAt === null) {
    return lines("This event is postponed. There is no new date yet. Do not go on the date shown here.", statusNote);
  }
  const before = Date.parse(previousStartsAt);
  return lines(`This event has a new date. It was to be on ${longDate(before)}, ${time(before)}.`, statusNote);
}

function parts(event: Event, { session }: Occurrence): string {
  if (session) return `This is session ${session.number} of ${session.of}: ${oneLine(session.title)}`;
  if (event.sessions.length === 0) return "";
  const part = ({ title, startsAt, endsAt, alone }: Event["sessions"][number]): string => {
    const times = timeRange(Date.parse(startsAt), Date.parse(endsAt));
    return `${times}: ${oneLine(title)}${alone ? " (you can come to this part alone)" : ""}`;
  };
  return lines("Parts of this event:", ...event.sessions.map(part));
}

function route({ booking, contact, organiser }: Event): string {
  if (!booking.open) return "Booking is closed.";
  switch (booking.route) {
    case "here":
      return `${booking.who.map((who) => FIXED_LABELS.booking[who]).join(". ")}.`;
    case "organiser":
      return `Book with ${oneLine(organiser.label)}.`;
    case "phone":
      return contact?.phone ? `Phone ${contact.phone}.` : "Phone the organiser.";
    case "drop-in":
      return "Drop in. You do not need to book.";
  }
}

/** The number of places left is not told: it changes too often for a calendar, and does not raise the revision. */
function gettingAPlace(event: Event): string {
  if (event.status === "cancelled") return "";
  const { note, url } = event.booking;
  return lines(`How to get a place: ${route(event)}`, note, url);
}

function known(label: string, value: boolean | null): Line {
  return value === null ? null : `${label}: ${value ? "yes" : "no"}`;
}

function support(label: string, level: Event["support"]["bsl"], requestBy: string | null): Line {
  if (level === "no") return null;
  if (level === "provided") return `${label}: provided`;
  return `${label}: ask for it${requestBy ? ` by ${longDate(londonInstant(requestBy))}` : ""}`;
}

function access({ venue, support: { bsl, interpreter, requestBy } }: Event): string {
  const labels = FIXED_LABELS.access;
  return lines(
    venue && known(labels["step-free"], venue.access.stepFree),
    venue && known(labels["hearing-loop"], venue.access.hearingLoop),
    venue && known("Accessible toilet", venue.access.accessibleToilet),
    venue?.access.note,
    venue?.transport.nearestStation && `Nearest station: ${venue.transport.nearestStation}`,
    support(labels.bsl, bsl, requestBy),
    support(labels.interpreter, interpreter, requestBy),
  );
}

/** `Macmillan centre, 020 7946 0018, centre@example.org` on one line, or nothing. */
export function contactLine({ contact }: Event): string {
  if (!contact) return "";
  return [contact.name, contact.phone, contact.email].flatMap((part) => (part ? [oneLine(part)] : [])).join(", ");
}

/** The event in plain text, for the notes of a calendar entry: paragraphs apart by an empty line. It is normal text. */
export function description(event: Event, occurrence: Occurrence): string {
  const contact = contactLine(event);
  const paragraphs = [
    change(event),
    parts(event, occurrence),
    `Who it is for: ${event.forWhom}`,
    event.summary,
    event.whatHappens ?? "",
    event.whatToBring ? `What to bring: ${event.whatToBring}` : "",
    lines(`How it is held: ${FIXED_LABELS.format[event.format]}`, `Cost: ${event.cost ?? "free"}`),
    gettingAPlace(event),
    access(event),
    contact && `Contact: ${contact}`,
    `Latest details: ${event.url}`,
    event.sample ? "This is a sample event. It is not real." : "",
  ];
  return paragraphs.map(normalText).filter(Boolean).join("\n\n");
}
