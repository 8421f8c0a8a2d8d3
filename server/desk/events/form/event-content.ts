import type { ImportedEvent, ImportedSession } from "../../../imports/imported-event.ts";

/** What an event is, whenever it is. `approval`: the organiser looks at each request before a place is given. */
export interface EventContent extends Omit<ImportedEvent, "reference" | "organiser" | "series" | "startsAt" | "endsAt" | "sessions" | "status" | "statusNote" | "previousStartsAt" | "lastConfirmed"> {
  approval: boolean;
}

/** When an event and its parts are. Instants are milliseconds since 1970. */
export interface EventTimes {
  startsAt: number;
  endsAt: number;
  sessions: readonly ImportedSession[];
}

/** A place that is not in the directory yet. */
export interface NewVenue {
  name: string;
  address: string;
  /** `SE1 9RT`. */
  postcode: string;
}

/** A form that can be published. `dates` are the further days of a recurring event, `2026-03-10`, in order. */
export interface EventForm {
  content: EventContent;
  times: EventTimes;
  newVenue: NewVenue | undefined;
  dates: readonly string[];
}
