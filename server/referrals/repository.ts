import { sql, type Insertable, type Selectable, type Transaction, type Updateable } from "kysely";
import type { Database, ReferralTable } from "../../db/schema.ts";
import type { ReferralView } from "./referral.ts";

type Tx = Transaction<Database>;
export type ReferralRow = Selectable<ReferralTable>;

/** These hold places, or wait for one. */
export const LIVE_STATES = ["received", "waiting", "confirmed"] as const;

type Given =
  | "id" | "reference" | "event_id" | "organisation" | "booked_by" | "contact_kind" | "state" | "party_size" | "sessions" | "api_key" | "same_person_as" | "confirm_by"
  | "referrer_proved_at" | "created_at" | "state_at" | "person_index" | "sealed" | "sealed_key" | "key_id";

/** Who comes later gets a higher number, as the event is locked. */
export function insertReferral(tx: Tx, values: Pick<Insertable<ReferralTable>, Given>): Promise<ReferralRow> {
  return tx
    .insertInto("referral")
    .values(({ fn, val }) => ({
      ...values,
      queue_number: values.state === "waiting" ? fn<number>("nextval", [val("referral_queue")]) : null,
      reason: null,
      approved_at: null,
      seen_at: null,
      erased_at: null,
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** An earlier referral of the same person to the same event that holds a place or waits for one. */
export async function firstOfSamePerson(tx: Tx, event: string, index: Buffer): Promise<string | null> {
  const first = await tx
    .selectFrom("referral")
    .select("id")
    .where("event_id", "=", event)
    .where("person_index", "=", index)
    .where("state", "in", LIVE_STATES)
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  return first?.id ?? null;
}

/** How many places of an event are held by those who have not confirmed their address yet. */
export async function unconfirmedPlaces(tx: Tx, event: string): Promise<number> {
  const { places } = await tx
    .selectFrom("referral")
    .select(({ fn }) => fn.coalesce(fn.sum<number>("party_size"), sql<number>`0`).as("places"))
    .where("event_id", "=", event)
    .where("state", "=", "received")
    .where("confirm_by", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(places);
}

/** Whether these are parts of the event that may be attended alone. */
export async function isSessionsOf(tx: Tx, event: string, sessions: readonly string[]): Promise<boolean> {
  const wanted = new Set(sessions);
  const { count } = await tx
    .selectFrom("session")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("event_id", "=", event)
    .where("alone", "=", true)
    .where("id", "in", [...wanted])
    .executeTakeFirstOrThrow();
  return Number(count) === wanted.size;
}

/** 1 for the first in line; null for who does not wait. */
export async function waitingPosition(tx: Tx, { event_id, queue_number }: Pick<ReferralRow, "event_id" | "queue_number">): Promise<number | null> {
  if (queue_number === null) return null;
  const { count } = await tx
    .selectFrom("referral")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("event_id", "=", event_id)
    .where("state", "=", "waiting")
    .where("queue_number", "<=", queue_number)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findReferral(tx: Tx, by: { id: string } | { reference: string }): Promise<ReferralRow | undefined> {
  const rows = tx.selectFrom("referral").selectAll();
  return ("id" in by ? rows.where("id", "=", by.id) : rows.where("reference", "=", by.reference)).executeTakeFirst();
}

export async function lockReferral(tx: Tx, id: string): Promise<ReferralRow | undefined> {
  return tx.selectFrom("referral").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function updateReferral(tx: Tx, id: string, set: Updateable<ReferralTable>): Promise<ReferralRow> {
  return tx.updateTable("referral").set(set).where("id", "=", id).returningAll().executeTakeFirstOrThrow();
}

/** What may be told of a referral to those who may know of it. Runs while its organisation is in scope. */
export async function viewOf(tx: Tx, row: ReferralRow): Promise<ReferralView> {
  return toView(row, await waitingPosition(tx, row));
}

export function toView(row: ReferralRow, position: number | null): ReferralView {
  return {
    id: row.id,
    reference: row.reference,
    event: row.event_id,
    organisation: row.organisation,
    bookedBy: row.booked_by,
    contactKind: row.contact_kind,
    state: row.state,
    reason: row.reason,
    waitingPosition: position,
    companion: row.party_size > 1,
    sessions: row.sessions,
    madeAt: row.created_at.getTime(),
    changedAt: row.state_at.getTime(),
    seenAt: row.seen_at?.getTime() ?? null,
    confirmBy: row.confirm_by?.getTime() ?? null,
    referrerProved: row.referrer_proved_at !== null,
    erased: row.erased_at !== null,
  };
}
