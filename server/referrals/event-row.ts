import { sql, type Selectable, type Transaction } from "kysely";
import type { Database, EventTable } from "../../db/schema.ts";
import type { Places } from "./places.ts";

export type EventRow = Pick<
  Selectable<EventTable>,
  "id" | "organisation" | "status" | "ends_at" | "kind" | "booking_route" | "booking_self" | "booking_professional" | "booking_approval" | "booking_closed"
> & { places: Places };

const COLUMNS = [
  "id", "organisation", "status", "ends_at", "kind", "booking_route", "booking_self", "booking_professional", "booking_approval", "booking_closed",
  "capacity", "places_taken", "waiting_list", "waiting_count",
] as const;

/** Reads an event, and lets the transaction see the referrals of its organisation. */
function selectEvent(tx: Transaction<Database>, id: string) {
  return tx
    .selectFrom("event")
    .select(COLUMNS)
    .select(sql`set_config('hwbe.organisation', organisation, true)`.as("scope"))
    .where("id", "=", id);
}

type Read = Awaited<ReturnType<ReturnType<typeof selectEvent>["executeTakeFirst"]>>;

function toRow(read: Read): EventRow | undefined {
  if (!read) return undefined;
  const { capacity, places_taken: taken, waiting_list: waitingList, waiting_count: waiting, scope: _, ...event } = read;
  return { ...event, places: { capacity, taken, waitingList, waiting } };
}

export type ReadEvent = (tx: Transaction<Database>, id: string) => Promise<EventRow | undefined>;

/** The event, which nobody else can change until the transaction ends: whoever gives or frees a place of it waits here for their turn. */
export const lockEvent: ReadEvent = async (tx, id) => toRow(await selectEvent(tx, id).forUpdate().executeTakeFirst());

export const readEventUnlocked: ReadEvent = async (tx, id) => toRow(await selectEvent(tx, id).executeTakeFirst());

/** Writes the places of an event that the transaction has locked. */
export async function savePlaces(tx: Transaction<Database>, event: EventRow, places: Places): Promise<EventRow> {
  if (places.taken === event.places.taken && places.waiting === event.places.waiting) return event;
  await tx.updateTable("event").set({ places_taken: places.taken, waiting_count: places.waiting }).where("id", "=", event.id).execute();
  return { ...event, places };
}
