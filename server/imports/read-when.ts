import type { Cells } from "./cells.ts";
import type { Column } from "./columns.ts";
import { readInstant, type ClockTime } from "./dates-and-times.ts";
import type { ImportedEvent } from "./imported-event.ts";
import { readSessions } from "./read-sessions.ts";

type When = Pick<ImportedEvent, "startsAt" | "endsAt" | "sessions">;

function instant(cells: Cells, column: Column, date: string | undefined, time: ClockTime | undefined): number | undefined {
  if (date === undefined || time === undefined) return undefined;
  return readInstant(date, time) ?? cells.refuse(column, "is a time that the clocks leave out that night");
}

/** When an event and its parts start and end. What could not be read is undefined. */
export function readWhen(cells: Cells): { [Key in keyof When]: When[Key] | undefined } {
  const date = cells.required("date", cells.date("date"));
  const endDate = cells.date("end date");
  const startsAt = instant(cells, "start time", date, cells.required("start time", cells.time("start time")));
  const endsAt = instant(cells, "end time", endDate === null ? date : endDate, cells.required("end time", cells.time("end time")));
  const alone = cells.yesNo("attend parts");
  if (date === undefined || startsAt === undefined || endsAt === undefined) return { startsAt, endsAt, sessions: undefined };
  if (endsAt <= startsAt) {
    cells.refuse(endDate ? "end date" : "end time", "the event does not end after it starts");
    return { startsAt, endsAt, sessions: undefined };
  }
  return { startsAt, endsAt, sessions: readSessions(cells, { date, startsAt, endsAt, alone: alone ?? false }) };
}

/** What a row says of the state of an event, and from when it was moved. */
export function readPreviousStart(cells: Cells, status: ImportedEvent["status"] | undefined): number | null | undefined {
  const [date, time] = [cells.date("previous date"), cells.time("previous start time")];
  if (date === null && time === null) return null;
  if (date === null) return cells.refuse("previous date", "is empty, but there is a previous start time");
  if (time === null) return cells.refuse("previous start time", "is empty, but there is a previous date");
  if (status !== "postponed" && status !== undefined) return cells.refuse("previous date", "is only for an event whose status is postponed");
  return instant(cells, "previous start time", date, time);
}
