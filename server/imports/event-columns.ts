import type { Insertable, Selectable, Updateable } from "kysely";
import type { EventTable } from "../../db/schema.ts";
import type { ImportedEvent } from "./imported-event.ts";

type StoredEvent = Selectable<EventTable>;
type EventColumns = Omit<Insertable<EventTable>, "slug">;

const PUBLIC = new Set<StoredEvent["status"]>(["published", "cancelled", "postponed"]);
const instant = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));

/** What an event becomes that is not public yet: one of an organisation that is not trusted yet waits for its alliance. */
export type NewStatus = "published" | "awaiting-moderation";

type StatusColumns = Pick<EventColumns, "status" | "status_note" | "previous_starts_at">;

function statusColumns(event: ImportedEvent, stored: StoredEvent | undefined, fresh: NewStatus): StatusColumns {
  const isPublic = stored !== undefined && PUBLIC.has(stored.status);
  if (fresh === "awaiting-moderation" && !isPublic) {
    return { status: event.status === "cancelled" ? "draft" : fresh, status_note: null, previous_starts_at: null };
  }
  if (event.status === null && isPublic) {
    return { status: stored.status, status_note: stored.status_note, previous_starts_at: stored.previous_starts_at };
  }
  return { status: event.status ?? "published", status_note: event.statusNote, previous_starts_at: instant(event.previousStartsAt) };
}

/** The columns that an import sets. Slug, places taken and waiting count are not among them. A day of last confirmation is never taken away. */
export function eventColumns(event: ImportedEvent, stored?: StoredEvent, fresh: NewStatus = "published"): EventColumns {
  return {
    organisation: event.organiser,
    import_key: event.reference,
    series: event.series?.slug ?? null,
    venue: event.venue,
    title: event.title,
    for_whom: event.forWhom,
    summary: event.summary,
    what_happens: event.whatHappens,
    what_to_bring: event.whatToBring,
    format: event.format,
    kind: event.kind,
    for_patients: event.audience.includes("patients"),
    for_carers: event.audience.includes("carers"),
    effort: event.effort,
    breaks: event.breaks,
    bsl: event.bsl,
    interpreter: event.interpreter,
    support_request_by: event.askBy,
    cost: event.cost,
    contact_name: event.contactName,
    contact_phone: event.contactPhone,
    contact_email: event.contactEmail,
    starts_at: new Date(event.startsAt),
    ends_at: new Date(event.endsAt),
    capacity: event.capacity,
    waiting_list: event.waitingList,
    booking_route: event.bookingRoute,
    booking_self: event.bookingBy.includes("self"),
    booking_professional: event.bookingBy.includes("professional"),
    booking_url: event.bookingUrl,
    booking_note: event.bookingNote,
    join_url: event.joinUrl,
    last_confirmed: event.lastConfirmed ?? stored?.last_confirmed ?? null,
    ...statusColumns(event, stored, fresh),
  };
}

const comparable = (value: unknown) => (value instanceof Date ? value.getTime() : value);

/** What of a stored event a row would change; empty when nothing. */
export function changedColumns(stored: StoredEvent, event: ImportedEvent, fresh: NewStatus = "published"): Updateable<EventTable> {
  const before: Record<string, unknown> = { ...stored };
  const entries = Object.entries(eventColumns(event, stored, fresh));
  return Object.fromEntries(entries.filter(([column, value]) => comparable(value) !== comparable(before[column])));
}
