import type { Cells } from "./cells.ts";
import { readDate, readInstant, readTime } from "./dates-and-times.ts";
import type { ImportedSession } from "./imported-event.ts";

const LONGEST_TITLE = 200;
const LAYOUT = /^(?:(?<date>[\d/-]{8,10})\s+)?(?<start>\S+)\s+to\s+(?<end>\S+)\s+(?<title>\S.*)$/i;

/** The event that a session is a part of. */
export interface Whole {
  /** The day of a session that names none. */
  date: string;
  startsAt: number;
  endsAt: number;
  /** Whether people may attend a session without the others. */
  alone: boolean;
}

/** Why a session is wrong, in plain words, or the session. */
export function readSession(text: string, whole: Whole): ImportedSession | string {
  const parts = LAYOUT.exec(text)?.groups;
  if (!parts) return 'is not like "14:00 to 15:00 Title" or "2026-12-03 14:00 to 15:00 Title"';
  const date = parts["date"] === undefined ? whole.date : readDate(parts["date"]);
  const [start, end] = [readTime(parts["start"] ?? ""), readTime(parts["end"] ?? "")];
  if (date === undefined) return "has a date that is not like 2026-12-03 or 03/12/2026";
  if (start === undefined || end === undefined) return "has a time that is not like 14:00 or 2pm";
  const [startsAt, endsAt] = [readInstant(date, start), readInstant(date, end)];
  if (startsAt === undefined || endsAt === undefined) return "has a time that the clocks leave out that night";
  const title = parts["title"] ?? "";
  if (Array.from(title).length > LONGEST_TITLE) return `has a title longer than ${LONGEST_TITLE} characters`;
  if (endsAt <= startsAt) return "does not end after it starts";
  if (startsAt < whole.startsAt || endsAt > whole.endsAt) return "does not lie between the start and the end of the event";
  return { title, startsAt, endsAt, alone: whole.alone };
}

/** The parts of an event, from a cell with one on each line or between "|", in order of time. */
export function readSessions(cells: Cells, whole: Whole): ImportedSession[] | undefined {
  const text = cells.text("sessions", 10_000);
  if (text === undefined) return undefined;
  const items = (text ?? "").split(/[|\n]/).map((item) => item.replace(/\s+/g, " ").trim()).filter((item) => item !== "");
  const sessions: ImportedSession[] = [];
  let wrong = false;
  for (const [index, item] of items.entries()) {
    const session = readSession(item, whole);
    if (typeof session !== "string") sessions.push(session);
    else wrong = cells.refuse("sessions", `session ${index + 1} ${session}`) === undefined;
  }
  return wrong ? undefined : sessions.sort((a, b) => a.startsAt - b.startsAt);
}
