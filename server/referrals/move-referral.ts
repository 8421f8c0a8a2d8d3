import type { Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { appendAudit, type Actor, type AuditEntry } from "./audit.ts";
import { isLive } from "./changes.ts";
import { setScope } from "./database/referrals-database.ts";
import { lockEvent, savePlaces, type EventRow } from "./event-row.ts";
import { giveOn } from "./fill-places.ts";
import { queueMessages, toEveryone } from "./messages.ts";
import { openRow } from "./open-row.ts";
import { placesLeft, take } from "./places.ts";
import type { Referrals } from "./referral.ts";
import { findReferral, firstOfSamePerson, lockReferral, updateReferral, type ReferralRow } from "./repository.ts";
import { personIndex } from "./take-place.ts";
import { placesAfter } from "./transition.ts";

type Tx = Transaction<Database>;

export interface Move {
  organisation: string;
  reference: string;
  /** The id of the event that they shall come to instead. */
  to: string;
  actor: Actor;
}

/**
 * Why nobody was moved. `gone`: the referral is declined, cancelled or over. `unconfirmed`: whoever booked has not confirmed the address yet.
 * `elsewhere`: it was moved to a third event at the same time. `twice`: the person has a place at the other event already, or waits for one.
 */
export type MoveRefusal = "gone" | "unconfirmed" | "elsewhere" | "no-event" | "cancelled" | "over" | "not-here" | "full" | "twice";

/** `moved` is false when it was there already. */
export type MoveOutcome = { moved: boolean } | { refusal: MoveRefusal };

/** Both events, locked in the order of their ids, so that two who move in opposite directions do not wait for each other. */
async function lockBoth(tx: Tx, ids: readonly [string, string], organisation: string, lock: typeof lockEvent): Promise<EventRow[]> {
  const events: EventRow[] = [];
  for (const id of ids.toSorted()) {
    const event = await lock(tx, id);
    // Locking opens the referrals of the event's organisation, which may be another one.
    await setScope(tx, { organisation });
    if (event?.organisation === organisation) events.push(event);
  }
  return events;
}

function refusalOf(row: ReferralRow, from: EventRow | undefined, to: EventRow | undefined, now: number): MoveRefusal | undefined {
  if (!isLive(row)) return "gone";
  if (row.confirm_by !== null) return "unconfirmed";
  if (!from || row.event_id !== from.id) return "elsewhere";
  if (!to || to.status === "draft" || to.status === "awaiting-moderation") return "no-event";
  if (to.status === "cancelled") return "cancelled";
  if (to.ends_at.getTime() <= now) return "over";
  return to.booking_route === "here" ? undefined : "not-here";
}

interface Locked {
  row: ReferralRow;
  from: EventRow;
  to: EventRow;
}

/** Takes the place at one event and gives back that at the other. Whoever runs the events has decided: no second yes is asked for. */
async function apply(referrals: Referrals, tx: Tx, { row, from, to }: Locked, index: Buffer): Promise<string[]> {
  const now = referrals.now();
  const at = new Date(now);
  await savePlaces(tx, to, take(to.places, row.party_size));
  await updateReferral(tx, row.id, {
    event_id: to.id, state: "confirmed", queue_number: null, sessions: null, person_index: index, approved_at: row.approved_at ?? at, seen_at: row.seen_at ?? at,
    ...(row.state !== "confirmed" && { state_at: at }),
  });
  const left = await savePlaces(tx, from, placesAfter(from.places, row, { state: "cancelled", party_size: row.party_size }));
  const about = { organisation: row.organisation, event: to.id, referral: row.id, bookedBy: row.booked_by, contactKind: row.contact_kind };
  await queueMessages(tx, toEveryone(about, "moved", String(now)));
  return (await giveOn(tx, left, now)).promoted;
}

/** Moves a referral unless there is no room for it, or the person is there already. */
async function takeThere(referrals: Referrals, tx: Tx, locked: Locked): Promise<{ outcome: MoveOutcome; promoted: string[] }> {
  const { row, to } = locked;
  const refused = (refusal: MoveRefusal) => ({ outcome: { refusal }, promoted: [] });
  const details = openRow(referrals, row);
  if (!details) return refused("gone");
  if (placesLeft(to.places) < row.party_size) return refused("full");
  const index = personIndex(referrals, to.id, details);
  if ((await firstOfSamePerson(tx, to.id, index)) !== null) return refused("twice");
  return { outcome: { moved: true }, promoted: await apply(referrals, tx, locked, index) };
}

async function move(referrals: Referrals, tx: Tx, { organisation, reference, to: target, actor }: Move, lock: typeof lockEvent): Promise<MoveOutcome | undefined> {
  const found = await findReferral(tx, { reference });
  if (found?.organisation !== organisation) return undefined;
  if (found.event_id === target) return { moved: false };
  const events = await lockBoth(tx, [found.event_id, target], organisation, lock);
  const row = await lockReferral(tx, found.id);
  if (!row) return undefined;
  if (row.event_id === target) return { moved: false };
  const [from, unfilled] = [found.event_id, target].map((id) => events.find((event) => event.id === id));
  const refusal = refusalOf(row, from, unfilled, referrals.now());
  if (refusal || !from || !unfilled) return { refusal: refusal ?? "no-event" };
  // Those who wait there come first.
  const { event: to, promoted: there } = await giveOn(tx, unfilled, referrals.now());
  const { outcome, promoted: here } = await takeThere(referrals, tx, { row, from, to });
  const moved: AuditEntry[] = "moved" in outcome ? [{ organisation, actor, action: "move", referral: row.id }] : [];
  const promoted = [...there, ...here].map((referral): AuditEntry => ({ organisation, actor: "service", action: "promote", referral }));
  await appendAudit(tx, [...moved, ...promoted]);
  return outcome;
}

/**
 * Gives somebody a place at another event of the same organisation in exchange for theirs, or for their place in line, and tells them and who
 * referred them. Nobody gets a place that is not there. Undefined when the organisation has no such referral. Throws `ReferralsUnavailableError`.
 */
export async function moveReferral(referrals: Referrals, asked: Move, lock: typeof lockEvent = lockEvent): Promise<MoveOutcome | undefined> {
  return referrals.db.transaction({ organisation: asked.organisation }, (tx) => move(referrals, tx, asked, lock));
}
