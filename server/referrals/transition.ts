import type { Insertable, Transaction, Updateable } from "kysely";
import type { Database, MessageTable, ReferralTable } from "../../db/schema.ts";
import { appendAudit, type Actor, type AuditAction, type AuditEntry } from "./audit.ts";
import { lockEvent, savePlaces, type EventRow } from "./event-row.ts";
import { giveOn, type Filled } from "./fill-places.ts";
import { queueMessages, toEveryone } from "./messages.ts";
import { free, joinLine, leaveLine, placesLeft, take, type Places } from "./places.ts";
import type { Referrals, ReferralView } from "./referral.ts";
import { setScope, type Scope } from "./database/referrals-database.ts";
import { forgetRequest } from "./request-key.ts";
import { findReferral, lockReferral, updateReferral, viewOf, type ReferralRow } from "./repository.ts";

/** What is to become of a referral, and who is told. */
export interface Change {
  set: Pick<
    Updateable<ReferralTable>,
    "state" | "reason" | "party_size" | "sessions" | "confirm_by" | "approved_at" | "referrer_proved_at" | "seen_at" | "erased_at" | "sealed" | "sealed_key" | "key_id" | "person_index"
  >;
  action: AuditAction;
  /** The word that goes to the person, and to who referred them. */
  tell?: MessageTable["kind"] | undefined;
}

export interface Transition {
  scope: Scope;
  by: { id: string } | { reference: string };
  actor: Actor;
  /** Says what is to change, of the referral as it is now under its event's lock; undefined leaves it as it is. */
  decide: (row: ReferralRow, event: EventRow, now: Date) => Change | undefined;
}

const HOLDING = new Set<string>(["received", "confirmed", "attended", "did-not-attend"]);

type Standing = Pick<ReferralRow, "state" | "party_size">;

/** The places of an event when one of its referrals changes. */
export function placesAfter(places: Places, before: Standing, after: Standing): Places {
  let next = places;
  if (HOLDING.has(before.state)) next = free(next, before.party_size);
  if (before.state === "waiting") next = leaveLine(next);
  if (HOLDING.has(after.state)) next = take(next, after.party_size);
  if (after.state === "waiting") next = joinLine(next);
  return next;
}

/** Whether a change would take a place that is not there. */
export function lacksPlace(event: EventRow, before: Standing, after: Standing): boolean {
  return placesLeft(placesAfter(event.places, before, after)) < 0;
}

/** An address that is not confirmed gets no other mail than the one that asks for it. */
function mayTell({ confirm_by }: ReferralRow, { set }: Change): boolean {
  return confirm_by === null || (set.confirm_by === null && set.state !== "cancelled" && set.state !== "declined");
}

function toldOf(row: ReferralRow, kind: MessageTable["kind"] | undefined, now: number): Insertable<MessageTable>[] {
  if (kind === undefined) return [];
  return toEveryone({ organisation: row.organisation, event: row.event_id, referral: row.id, bookedBy: row.booked_by, contactKind: row.contact_kind }, kind, String(now));
}

async function apply(tx: Transaction<Database>, row: ReferralRow, event: EventRow, { set }: Change, now: number): Promise<Filled & { row: ReferralRow }> {
  const moves = set.state !== undefined && set.state !== row.state;
  const after = { ...row, ...set } as ReferralRow;
  const saved = await savePlaces(tx, event, placesAfter(event.places, row, after));
  const changed = await updateReferral(tx, row.id, { ...set, ...(moves && { state_at: new Date(now), queue_number: null }) });
  const filled = await giveOn(tx, saved, now);
  // A pair that waited, and now comes alone, may have got the place itself.
  return { row: filled.promoted.includes(row.id) ? ((await findReferral(tx, row)) ?? changed) : changed, ...filled };
}

/**
 * Changes one referral under its event's lock, gives a place that becomes free to the first in line, tells everyone concerned and
 * adds to the audit, all in one transaction. Undefined when there is no such referral in the scope.
 */
export async function changeReferral({ db, now: clock }: Referrals, { scope, by, actor, decide }: Transition): Promise<{ view: ReferralView; changed: boolean } | undefined> {
  return db.transaction(scope, async (tx) => {
    const found = await findReferral(tx, by);
    const event = found && (await lockEvent(tx, found.event_id));
    if (!event) return undefined;
    // The event may be another organisation's by now.
    await setScope(tx, { organisation: found.organisation });
    const row = await lockReferral(tx, found.id);
    if (!row) return undefined;
    const now = clock();
    const change = decide(row, event, new Date(now));
    if (!change) return { view: await viewOf(tx, row), changed: false };
    const { row: changed, promoted } = await apply(tx, row, event, change, now);
    if (change.action === "erase") await forgetRequest(tx, row.id);
    await queueMessages(tx, toldOf(changed, mayTell(row, change) ? change.tell : undefined, now));
    const view = await viewOf(tx, changed);
    const { organisation } = row;
    const entries = promoted.map((referral): AuditEntry => ({ organisation, actor: "service", action: "promote", referral }));
    await appendAudit(tx, [{ organisation, actor, action: change.action, referral: row.id }, ...entries]);
    return { view, changed: true };
  });
}
