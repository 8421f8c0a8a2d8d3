import { londonDate, londonParts } from "../../../wording/london-time.ts";
import type { EventContent, EventTimes } from "./event-content.ts";

export type FormValues = Record<string, string | readonly string[]>;

const two = (value: number) => String(value).padStart(2, "0");

/** `3/3/2027`, as people write a date. */
function writtenDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}/${month}/${year}`;
}

function clock(instant: number): string {
  const { hour, minute } = londonParts(instant);
  return `${two(hour)}:${two(minute)}`;
}

const tick = (name: string, isTicked: boolean): FormValues => (isTicked ? { [name]: "yes" } : {});

/** How an event is booked, reached and helped: what the next one of the same organisation is likely to share. */
export function fillHabits(content: EventContent): FormValues {
  return {
    format: content.format,
    venue: content.venue ?? "",
    kind: content.kind,
    audience: content.audience,
    language: content.languages,
    effort: content.effort ?? "",
    breaks: content.breaks === null ? "" : content.breaks ? "yes" : "no",
    bsl: content.bsl,
    interpreter: content.interpreter,
    cost: content.cost ?? "",
    "contact-name": content.contactName ?? "",
    "contact-phone": content.contactPhone ?? "",
    "contact-email": content.contactEmail ?? "",
    capacity: content.capacity === null ? "" : String(content.capacity),
    ...tick("waiting-list", content.waitingList || content.capacity === null),
    booking: content.bookingRoute,
    "booking-by": content.bookingBy,
    "booking-url": content.bookingUrl ?? "",
    "booking-note": content.bookingNote ?? "",
    ...tick("approval", content.approval),
    "join-url": content.joinUrl ?? "",
  };
}

export function fillContent(content: EventContent): FormValues {
  return {
    ...fillHabits(content),
    title: content.title,
    "for-whom": content.forWhom,
    summary: content.summary,
    topic: content.topics,
    cancers: content.tumourGroups.length > 0 ? "some" : "all",
    "tumour-group": content.tumourGroups,
    stage: content.stages,
    partner: content.partners,
    "what-happens": content.whatHappens ?? "",
    "what-to-bring": content.whatToBring ?? "",
    "ask-by": content.askBy === null ? "" : writtenDate(content.askBy),
  };
}

export function fillTimes({ startsAt, endsAt, sessions }: EventTimes): FormValues {
  const [date, endDate] = [londonDate(startsAt), londonDate(endsAt)];
  const lines = sessions.map((session) => {
    const day = londonDate(session.startsAt);
    return `${day === date ? "" : `${day} `}${clock(session.startsAt)} to ${clock(session.endsAt)} ${session.title}`;
  });
  return {
    date: writtenDate(date),
    start: clock(startsAt),
    end: clock(endsAt),
    "end-date": endDate === date ? "" : writtenDate(endDate),
    sessions: lines.join("\n"),
    ...tick("alone", sessions.some(({ alone }) => alone)),
  };
}

/** A blank form for an organisation that has no event yet. */
export const FIRST_EVENT: FormValues = {
  format: "in-person",
  kind: "group-session",
  audience: ["patients", "carers"],
  language: ["en"],
  cancers: "all",
  repeat: "no",
  booking: "here",
  "booking-by": ["self", "professional"],
  "waiting-list": "yes",
};
