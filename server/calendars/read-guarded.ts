import { runIsolated, WorkAbandonedError } from "../isolated/run-isolated.ts";
import type { ReadCalendar } from "./calendar-event.ts";
import type { ThreadAnswer } from "./calendar-thread.ts";
import { UnreadableCalendarError } from "./read-calendar.ts";

const LIMITS = { milliseconds: 1_000, megabytes: 128 };

/** Reads a calendar that a stranger made, away from everything else, in at most a second. Throws `UnreadableCalendarError`. */
export async function readGuarded(bytes: Uint8Array, now: number): Promise<ReadCalendar> {
  const thread = new URL("calendar-thread.ts", import.meta.url);
  const answer = await runIsolated<{ bytes: Uint8Array; now: number }, ThreadAnswer>(thread, { bytes, now }, LIMITS).catch((cause: unknown) => {
    if (cause instanceof WorkAbandonedError) throw new UnreadableCalendarError("The calendar takes too long to read. Use a calendar for these events alone.", { cause });
    throw cause;
  });
  if ("unreadable" in answer) throw new UnreadableCalendarError(answer.unreadable);
  return answer.calendar;
}
