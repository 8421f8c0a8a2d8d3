/** When an event is: instants in milliseconds since 1970, or whole days, `2026-12-03`, both included. */
export type CalendarTimes = { startsAt: number; endsAt: number } | { firstDay: string; lastDay: string };

/** One date of an event of a calendar, as the calendar tells it; text is plain. */
export interface CalendarEvent {
  uid: string;
  /** Of a series, when this date was to be at first: `20261203T140000Z` or `20261203`. Else "". */
  recurrence: string;
  title: string;
  description: string | null;
  location: string | null;
  url: string | null;
  categories: string[];
  when: CalendarTimes;
  isCancelled: boolean;
}

/** Why an event of a calendar cannot be taken, and what to do. */
export interface CalendarProblem {
  uid: string | null;
  title: string | null;
  /** Goes on from the title: `has no end: give it one`. */
  reason: string;
}

/** What a calendar holds from now on. */
export interface ReadCalendar {
  name: string | null;
  events: CalendarEvent[];
  problems: CalendarProblem[];
  /** Of all its events, also those that are over. */
  uids: string[];
  /** The file does not break off. */
  isWhole: boolean;
}
