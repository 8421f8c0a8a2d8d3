import type { Event } from "../contract/event.ts";
import type { Directory } from "../events/directory.ts";
import type { PublishedEvent } from "../events/published-event.ts";

/** The other events of a series that are to come, soonest first. */
export function otherDates({ events }: Directory, { id, series }: PublishedEvent, now: number): Event[] {
  if (series === undefined) return [];
  return events.filter((event) => event.series === series && event.id !== id && event.document.endsAt > now).map((event) => event.read());
}
