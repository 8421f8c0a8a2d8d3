import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { ReferralDetails, ReferralReceipt } from "../contract/referral.ts";
import { appendAudit, type Actor, type AuditEntry } from "./audit.ts";
import { lockEvent, savePlaces, type EventRow, type ReadEvent } from "./event-row.ts";
import { message, newReferrals, queueMessages, toEveryone } from "./messages.ts";
import { claimRequest, keepAnswer } from "./request-key.ts";
import { joinLine, placeFor, placesLeft, take, unconfirmedAtMost, withoutPlaces } from "./places.ts";
import { fillPlaces } from "./fill-places.ts";
import { newReference } from "./reference.ts";
import type { PlaceOutcome, PlaceRequest, Referrals, Refusal } from "./referral.ts";
import { firstOfSamePerson, insertReferral, isSessionsOf, unconfirmedPlaces, waitingPosition } from "./repository.ts";
import { sealDetails } from "./sealed-details.ts";

/** An address that was typed without any other proof must be confirmed within this time. */
const CONFIRM_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Undoes the transaction, the claim of its key too. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

function refusalOf(event: EventRow, { bookedBy }: PlaceRequest, now: number): Refusal | undefined {
  if (event.status === "draft" || event.status === "awaiting-moderation") return "no-event";
  if (event.status === "cancelled") return "cancelled";
  if (event.ends_at.getTime() <= now) return "over";
  if (event.booking_route !== "here") return "not-here";
  if (event.booking_closed) return "closed";
  if (bookedBy === "professional") return event.booking_professional ? undefined : "not-for-professionals";
  return event.booking_self ? undefined : "not-for-self";
}

/** A keyed hash of who it is, for one event: equal for the same name and the same way to reach them. */
export function personIndex({ ring }: Pick<Referrals, "ring">, event: string, { name, contact }: ReferralDetails): Buffer {
  const letters = name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const reach = contact.kind === "email" ? contact.value.toLowerCase() : contact.value.replace(/\D/g, "").replace(/^(44|0044)/, "0");
  return ring.mac("index", event, letters, reach);
}

function actorOf({ apiKey }: PlaceRequest): Actor {
  return apiKey === undefined ? "form" : `api:${apiKey}`;
}

interface Given {
  state: ReferralReceipt["state"];
  event: EventRow;
  promoted: string[];
}

/** Gives places or a place in line, by what is left under the event's lock. */
async function give(tx: Transaction<Database>, locked: EventRow, { companion, mustConfirm }: PlaceRequest, now: number): Promise<Given> {
  const partySize = companion ? 2 : 1;
  // Those who wait come first, where places became free in a way that nobody was told of yet, such as a larger room.
  const mayFill = locked.places.waiting > 0 && placesLeft(locked.places) > 0;
  const { event, promoted } = mayFill ? await fillPlaces(tx, locked, now) : { event: locked, promoted: [] };
  // Whoever has proved nothing may not keep everybody else out.
  const mayHold = !mustConfirm || (await unconfirmedPlaces(tx, event.id)) + partySize <= unconfirmedAtMost(event.places);
  switch (placeFor(mayHold ? event.places : withoutPlaces(event.places), partySize)) {
    case "full":
      throw new Refused("full");
    case "wait":
      return { state: "waiting", event: await savePlaces(tx, event, joinLine(event.places)), promoted };
    case "place": {
      const state = mustConfirm || event.booking_approval ? "received" : "confirmed";
      return { state, event: await savePlaces(tx, event, take(event.places, partySize)), promoted };
    }
  }
}

const FIRST_WORD = { confirmed: "booked", received: "received", waiting: "waiting" } as const satisfies Record<ReferralReceipt["state"], string>;

const CONFIRMATION = {
  attendee: { kind: "confirm-address", recipient: "attendee" },
  referrer: { kind: "prove-address", recipient: "referrer" },
} as const;

function messagesFor(referral: ReferralRow, request: PlaceRequest, state: ReferralReceipt["state"], now: number) {
  const about = { organisation: referral.organisation, event: referral.event_id, referral: referral.id };
  const team = newReferrals(about, now);
  if (request.mustConfirm) return [message({ ...about, ...CONFIRMATION[request.bookedBy === "professional" ? "referrer" : "attendee"] }), team];
  const people = { ...about, bookedBy: request.bookedBy, contactKind: request.details.contact.kind };
  const proof = request.bookedBy === "professional" && request.apiKey === undefined ? [message({ ...about, kind: "prove-address", recipient: "referrer" })] : [];
  const second = referral.same_person_as && people.contactKind === "email" ? [message({ ...about, kind: "second-booking", recipient: "attendee" })] : [];
  return [...toEveryone(people, FIRST_WORD[state]), ...proof, ...second, team];
}

type ReferralRow = Awaited<ReturnType<typeof insertReferral>>;

interface Booked {
  answer: { receipt: ReferralReceipt; referral: string };
  audit: AuditEntry[];
}

async function book(referrals: Referrals, tx: Transaction<Database>, request: PlaceRequest, readEvent: ReadEvent): Promise<Booked> {
  const { ring, now } = referrals;
  const locked = await readEvent(tx, request.event);
  const refusal = locked ? refusalOf(locked, request, now()) : "no-event";
  if (!locked || refusal) throw new Refused(refusal ?? "no-event");
  if (request.sessions && !(await isSessionsOf(tx, locked.id, request.sessions))) throw new Refused("wrong-sessions");
  const { state, event, promoted } = await give(tx, locked, request, now());
  const id = randomUUID();
  const person_index = personIndex(referrals, event.id, request.details);
  const at = new Date(now());
  const referral = await insertReferral(tx, {
    id,
    reference: newReference(),
    event_id: event.id,
    organisation: event.organisation,
    booked_by: request.bookedBy,
    contact_kind: request.details.contact.kind,
    state,
    party_size: request.companion ? 2 : 1,
    sessions: request.sessions && [...request.sessions],
    api_key: request.apiKey ?? null,
    same_person_as: await firstOfSamePerson(tx, event.id, person_index),
    confirm_by: request.mustConfirm ? confirmBy(event, now()) : null,
    referrer_proved_at: request.apiKey === undefined ? null : at,
    created_at: at,
    state_at: at,
    person_index,
    ...sealDetails(ring, id, request.details),
  });
  await queueMessages(tx, messagesFor(referral, request, state, now()));
  const receipt = { reference: referral.reference, state, waitingPosition: state === "waiting" ? await waitingPosition(tx, referral) : null, event: event.id };
  const organisation = event.organisation;
  const audit: AuditEntry[] = promoted.map((other) => ({ organisation, actor: "service", action: "promote", referral: other }));
  return { answer: { receipt, referral: id }, audit: [...audit, { organisation, actor: actorOf(request), action: "create", referral: id }] };
}

/** Never later than the end of the event. */
function confirmBy({ ends_at }: EventRow, now: number): Date {
  return new Date(Math.min(now + CONFIRM_WITHIN_MS, ends_at.getTime()));
}

/**
 * Gives a place, or one in line, and answers only when it is kept: the referral, its key, its messages and its line in the audit
 * stand in one transaction. The key is claimed first: whoever comes with the same key waits here, and gets the first answer.
 * Throws `ReferralsUnavailableError`.
 */
export async function takePlace(referrals: Referrals, request: PlaceRequest, readEvent: ReadEvent = lockEvent): Promise<PlaceOutcome> {
  try {
    return await referrals.db.transaction({}, async (tx): Promise<PlaceOutcome> => {
      const claim = await claimRequest(referrals, tx, request);
      if (claim.kind === "answered") return { kind: "taken", ...claim.answer, repeated: true };
      if (claim.kind === "key-reused") return claim;
      const { answer, audit } = await book(referrals, tx, request, readEvent);
      await keepAnswer(tx, claim.row, answer);
      await appendAudit(tx, audit);
      return { kind: "taken", ...answer, repeated: false };
    });
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", refusal: error.refusal };
    throw error;
  }
}
