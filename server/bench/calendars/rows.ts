import type { EventPage, ListedEvent } from "../../contract/event-page.ts";

/** An event as both calendars take it, with no more than their lists show. */
interface CalendarRow {
  id: string;
  title: string;
  start: string;
  end: string;
  url: string;
}

/** Every event to come, the soonest first. */
export async function everyEvent(service: string): Promise<ListedEvent[]> {
  const events: ListedEvent[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = new URLSearchParams({ limit: "100", ...(cursor && { cursor }) });
    const page = (await (await fetch(`${service}/v1/events?${query}`)).json()) as EventPage;
    events.push(...page.events);
    cursor = page.next;
  }
  return events;
}

export function calendarRow({ id, title, startsAt, endsAt, url }: ListedEvent): CalendarRow {
  return { id, title, start: startsAt, end: endsAt, url };
}
