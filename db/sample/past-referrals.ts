import type { Insertable } from "kysely";
import type { ReferralTable } from "../schema.ts";
import { numberOf, uuidOf, type SampleEvent } from "./expand.ts";

type Referral = Insertable<ReferralTable>;
type Times = Required<Pick<Referral, "created_at" | "seen_at" | "confirmed_at" | "state_at" | "erased_at">>;

interface Asked {
  referrals: Referral[];
  places_taken: number;
  waiting_count: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Crockford's base 32, of which references are made. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MOST = 24;

function fourLetters(key: string): string {
  const number = numberOf(key, LETTERS.length ** 4);
  return Array.from({ length: 4 }, (_, place) => LETTERS[Math.floor(number / LETTERS.length ** place) % LETTERS.length]).join("");
}

const referenceOf = (key: string) => `HWB-${fourLetters(`${key} first`)}-${fourLetters(`${key} last`)}`;

/** One of several, each with its share in a hundred. */
function oneOf<Value>(key: string, shares: readonly (readonly [share: number, value: Value])[]): Value {
  let rest = numberOf(key, 100);
  const found = shares.find(([share]) => (rest -= share) < 0) ?? shares.at(-1)!;
  return found[1];
}

const WHO = [[52, "patient"], [8, "carer"], [12, "carer-for-patient"], [28, "professional"]] as const;
const OUTCOMES: readonly (readonly [number, Pick<Referral, "state" | "reason">])[] = [
  [74, { state: "attended", reason: null }], [12, { state: "did-not-attend", reason: null }], [10, { state: "cancelled", reason: "person" }], [4, { state: "declined", reason: "not-suitable" }],
];

const holdsPlace = ({ state }: Pick<Referral, "state">) => state === "attended" || state === "did-not-attend";

/** Teams opened referrals faster as time went by; some were never opened. */
function timesOf(key: string, { starts_at, ends_at, booking_approval }: SampleEvent["event"], isConfirmed: boolean): Times {
  const created = Number(starts_at) - 2 * DAY - numberOf(`${key} came`, 38 * 24) * HOUR;
  const seen = Math.min(Number(starts_at), created + HOUR + numberOf(`${key} slow`, 10) * numberOf(`${key} seen`, 14) * HOUR);
  const confirmed = booking_approval ? Math.min(Number(starts_at), seen + numberOf(`${key} sure`, 20) * HOUR) : created;
  return {
    created_at: new Date(created),
    seen_at: oneOf(`${key} opened`, [[96, new Date(seen)], [4, null]]),
    confirmed_at: isConfirmed ? new Date(confirmed) : undefined,
    state_at: new Date(Number(ends_at)),
    erased_at: new Date(Number(ends_at) + DAY),
  };
}

function referralOf(key: string, event: SampleEvent["event"], isFull: boolean, queueNumber: number): Referral {
  const outcome = isFull ? { state: "waiting" as const, reason: null } : oneOf(`${key} outcome`, OUTCOMES);
  return {
    id: uuidOf(key),
    reference: referenceOf(key),
    event_id: event.id,
    organisation: event.organisation,
    booked_by: oneOf(`${key} who`, WHO),
    contact_kind: oneOf(`${key} contact`, [[60, "email"], [25, "text"], [15, "phone"]] as const),
    party_size: oneOf(`${key} party`, [[80, 1], [20, 2]]),
    ...outcome,
    queue_number: isFull ? queueNumber : null,
    ...timesOf(key, event, holdsPlace(outcome)),
    sessions: null, api_key: null, same_person_as: null, confirm_by: null, referrer_proved_at: null, approved_at: null,
    sealed: null, sealed_key: null, key_id: null, person_index: null,
  };
}

/** Who asked for a place at an event that is over, erased as all are in time: there is nothing about a person, and never was. */
export function pastReferrals(event: SampleEvent["event"]): Asked {
  const asked: Asked = { referrals: [], places_taken: 0, waiting_count: 0 };
  const capacity = event.capacity ?? 0;
  if (event.booking_route !== "here" || capacity === 0) return { ...asked, places_taken: Math.round((capacity * numberOf(`${event.id} taken`, 90)) / 100) };
  const interest = Math.min(MOST, Math.round((capacity * (40 + numberOf(`${event.id} interest`, 75))) / 100));
  for (let number = 1; number <= interest; number++) {
    const referral = referralOf(`${event.id} ${number}`, event, asked.places_taken + 2 > capacity, number);
    asked.referrals.push(referral);
    if (holdsPlace(referral)) asked.places_taken += referral.party_size;
    if (referral.state === "waiting") asked.waiting_count += 1;
  }
  return asked;
}
