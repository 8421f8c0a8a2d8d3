import type { BookedBy, ReferralDetails, ReferralReceipt, ReferralState } from "../contract/referral.ts";
import type { ErasureJournal } from "./erasure-journal.ts";
import type { KeyRing } from "../sealing/key-ring.ts";
import type { ReferralsDatabase } from "./database/referrals-database.ts";

/** What everything that deals with referrals needs. */
export interface Referrals {
  db: ReferralsDatabase;
  ring: KeyRing;
  journal: ErasureJournal;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Asked for under an idempotency key: `scope` is who may use the key, such as a key of the API or a form. */
export interface RequestKey {
  scope: string;
  key: string;
}

/** A request for a place. `sessions` null means all of them. */
export interface PlaceRequest {
  event: string;
  bookedBy: BookedBy;
  companion: boolean;
  sessions: readonly string[] | null;
  details: ReferralDetails;
  /** The key of the API with which it was made. */
  apiKey?: string | undefined;
  /** Whether the address in `details.email` must be confirmed by its link within a day, or the booking lapses. */
  mustConfirm: boolean;
  request: RequestKey;
}

export const REFUSALS = ["no-event", "over", "cancelled", "closed", "full", "not-here", "not-for-self", "not-for-professionals", "wrong-sessions"] as const;
export type Refusal = (typeof REFUSALS)[number];

/** `repeated`: the key was used before with the same request, and this is the first answer again. */
export type PlaceOutcome =
  | { kind: "taken"; receipt: ReferralReceipt; referral: string; repeated: boolean }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "key-reused" };

/** A referral without anything that identifies a person. Times are in milliseconds. */
export interface ReferralView {
  id: string;
  reference: string;
  event: string;
  organisation: string;
  bookedBy: BookedBy;
  contactKind: "email" | "text" | "phone";
  state: ReferralState;
  reason: string | null;
  waitingPosition: number | null;
  companion: boolean;
  sessions: readonly string[] | null;
  madeAt: number;
  changedAt: number;
  seenAt: number | null;
  /** When the booking lapses unless the address is confirmed. */
  confirmBy: number | null;
  referrerProved: boolean;
  erased: boolean;
}
