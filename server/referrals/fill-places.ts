import type { Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { savePlaces, type EventRow } from "./event-row.ts";
import { queueMessages, toEveryone } from "./messages.ts";
import { leaveLine, placesLeft, take } from "./places.ts";
import { updateReferral, type ReferralRow } from "./repository.ts";

/** The first in line whose party fits. An address that is not confirmed yet keeps its place in line, and is passed over. */
async function firstInLine(tx: Transaction<Database>, event: EventRow): Promise<ReferralRow | undefined> {
  const left = placesLeft(event.places);
  if (left <= 0) return undefined;
  return tx
    .selectFrom("referral")
    .selectAll()
    .where("event_id", "=", event.id)
    .where("state", "=", "waiting")
    .where("confirm_by", "is", null)
    .where("party_size", "<=", Math.min(left, 2))
    .orderBy("queue_number")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export interface Filled {
  event: EventRow;
  /** The ids of the referrals that have got a place, for the audit. */
  promoted: string[];
}

/**
 * Gives free places to those who wait, first come first served, and tells them. A pair for whom one place is not enough keeps its
 * place in line, and the place goes to the next who comes alone, as an empty chair helps nobody.
 */
export async function fillPlaces(tx: Transaction<Database>, locked: EventRow, now: number): Promise<Filled> {
  let event = locked;
  const promoted: string[] = [];
  for (let next = await firstInLine(tx, event); next; next = await firstInLine(tx, event)) {
    const isApproved = !event.booking_approval || next.approved_at !== null;
    await updateReferral(tx, next.id, { state: isApproved ? "confirmed" : "received", queue_number: null, state_at: new Date(now) });
    event = await savePlaces(tx, event, take(leaveLine(event.places), next.party_size));
    const about = { organisation: next.organisation, event: next.event_id, referral: next.id, bookedBy: next.booked_by, contactKind: next.contact_kind };
    await queueMessages(tx, toEveryone(about, isApproved ? "promoted" : "received", String(now)));
    promoted.push(next.id);
  }
  return { event, promoted };
}

/** Gives on what has become free, as long as there is something to come to. */
export async function giveOn(tx: Transaction<Database>, event: EventRow, now: number): Promise<Filled> {
  const mayFill = event.places.waiting > 0 && placesLeft(event.places) > 0 && event.status !== "cancelled" && event.ends_at.getTime() > now;
  return mayFill ? fillPlaces(tx, event, now) : { event, promoted: [] };
}
