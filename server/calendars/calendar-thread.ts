import { answerIsolated } from "../isolated/answer-isolated.ts";
import type { ReadCalendar } from "./calendar-event.ts";
import { readCalendar, UnreadableCalendarError } from "./read-calendar.ts";

/** What a calendar holds, or why it cannot be read. */
export type ThreadAnswer = { calendar: ReadCalendar } | { unreadable: string };

answerIsolated(({ bytes, now }: { bytes: Uint8Array; now: number }): Promise<ThreadAnswer> => {
  try {
    return Promise.resolve({ calendar: readCalendar(bytes, now) });
  } catch (error) {
    if (error instanceof UnreadableCalendarError) return Promise.resolve({ unreadable: error.message });
    throw error;
  }
});
