import type { DeclineReason } from "../contract/referral.ts";
import { LIVE_STATES, type ReferralRow } from "./repository.ts";
import { lacksPlace, type Change, type Transition } from "./transition.ts";

type Decide = Transition["decide"];

export const isLive = ({ state, erased_at }: ReferralRow) => erased_at === null && LIVE_STATES.some((live) => live === state);

/** Gives the place back. */
export function cancelled(reason: "person" | "referrer" | "organiser"): Decide {
  return (row) => (isLive(row) ? { set: { state: "cancelled", reason, confirm_by: null }, action: "cancel", tell: "cancelled" } : undefined);
}

/** A booking whose address was not confirmed in time. */
export const lapsed: Decide = (row, _event, now) =>
  isLive(row) && row.confirm_by !== null && row.confirm_by <= now ? { set: { state: "cancelled", reason: "lapsed", confirm_by: null }, action: "lapse" } : undefined;

/** The person has followed the link that went to their address. */
export const addressConfirmed: Decide = (row, event, now) => {
  if (!isLive(row) || row.confirm_by === null || row.confirm_by <= now) return undefined;
  if (row.state === "waiting") return { set: { confirm_by: null }, action: "confirm-address", tell: "waiting" };
  const awaitsApproval = event.booking_approval && row.approved_at === null;
  const state = awaitsApproval ? "received" : "confirmed";
  return { set: { state, confirm_by: null }, action: "confirm-address", tell: awaitsApproval ? "received" : "booked" };
};

/** The professional has followed the link that went to their address. */
export const referrerProved: Decide = (row, event, now) => {
  if (row.booked_by !== "professional" || row.referrer_proved_at !== null) return undefined;
  const confirmed = addressConfirmed(row, event, now);
  return { set: { ...confirmed?.set, referrer_proved_at: now }, action: "prove-address", tell: confirmed?.tell };
};

/** Who comes, and to what. Undefined when it is so already, or there is no place for one more. */
export function changedTo({ companion, sessions }: { companion: boolean; sessions: readonly string[] | null }): Decide {
  return (row, event) => {
    const set = { party_size: companion ? 2 : 1, sessions: sessions && [...sessions] };
    const isSame = set.party_size === row.party_size && JSON.stringify(set.sessions) === JSON.stringify(row.sessions);
    if (isSame) return undefined;
    const grows = set.party_size > row.party_size;
    if (!isLive(row) || (grows && (event.kind === "one-to-one" || lacksPlace(event, row, { ...row, ...set })))) return undefined;
    return { set, action: "change", tell: "changed" };
  };
}

/** The organiser says yes. Who waits keeps waiting, and needs no second look when a place becomes free. */
export const accepted: Decide = (row, _event, now) => {
  if (!isLive(row) || row.approved_at !== null || row.confirm_by !== null) return undefined;
  if (row.state === "received") return { set: { state: "confirmed", approved_at: now }, action: "confirm", tell: "confirmed" };
  return { set: { approved_at: now }, action: "confirm" };
};

export function declined(reason: DeclineReason): Decide {
  return (row) => (isLive(row) ? { set: { state: "declined", reason, confirm_by: null }, action: "decline", tell: "declined" } : undefined);
}

/** Whether they came. It may be put right later. */
export function cameOrNot(state: "attended" | "did-not-attend"): Decide {
  return (row) => (row.erased_at === null && ["received", "confirmed", "attended", "did-not-attend"].includes(row.state) && row.state !== state ? { set: { state }, action: state } : undefined);
}

/** The organiser has opened it. The first time is the one that is told. */
export const seen: Decide = (row, _event, now) => ({ set: { seen_at: row.seen_at ?? now }, action: "view" });

/** Whoever decides at the desk has seen it too. */
export function andSeen(decide: Decide): Decide {
  return (row, event, now) => {
    const change = decide(row, event, now);
    return change && { ...change, set: { ...change.set, seen_at: row.seen_at ?? now } };
  };
}

/** Takes away all that identifies a person. What is left can be counted. A place that it still holds is given back. */
export const erased: Decide = (row, event, now) => {
  if (row.erased_at !== null) return undefined;
  const details = { erased_at: now, sealed: null, sealed_key: null, key_id: null, person_index: null, confirm_by: null };
  const givesBack = isLive(row) && event.ends_at > now;
  return { set: { ...details, ...(givesBack && ({ state: "cancelled", reason: "person" } as const)) }, action: "erase" } satisfies Change;
};
