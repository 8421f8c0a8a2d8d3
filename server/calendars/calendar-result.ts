import type { CalendarProblem } from "./calendar-event.ts";

/** An event of the directory that its calendar no longer has, and that was not called off for it. */
export interface MissingEvent {
  /** Of the event. */
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  startsAt: number;
}

/** What a fetch did: how many events of each, and what the organiser may put right. */
export interface CalendarResult {
  added: number;
  changed: number;
  unchanged: number;
  cancelled: number;
  problems: CalendarProblem[];
  missing: MissingEvent[];
}
