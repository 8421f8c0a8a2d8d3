import { DECLINE_REASONS } from "../../contract/referral.ts";
import type { FieldError, Reading } from "../../pages/fields/filled.ts";
import { accepted, andSeen, cameOrNot, cancelled, declined } from "../../referrals/changes.ts";
import { moveReferral, type MoveRefusal } from "../../referrals/move-referral.ts";
import { reasonWords } from "../../referrals/pages/links/state-words.ts";
import type { Referrals, ReferralView } from "../../referrals/referral.ts";
import { changeReferral, type Transition } from "../../referrals/transition.ts";
import { longDate, time } from "../../wording/dates.ts";

export const DECISIONS = ["confirm", "decline", "move", "cancel", "attended", "did-not-attend"] as const;

export type Decision =
  | { kind: "confirm" | "cancel" | "attended" | "did-not-attend" }
  | { kind: "decline"; reason: (typeof DECLINE_REASONS)[number] }
  | { kind: "move"; to: string };

/** What was chosen on the page of a referral. */
export function readDecision(form: URLSearchParams): Reading<Decision> {
  const wrong = (field: string, message: string): { errors: FieldError[] } => ({ errors: [{ field, message }] });
  const kind = DECISIONS.find((one) => one === form.get("do"));
  if (kind === undefined) return wrong("do", "Choose what you want to do");
  if (kind === "decline") {
    const reason = DECLINE_REASONS.find((one) => one === form.get("reason"));
    return reason === undefined ? wrong("reason", "Choose why you decline") : { value: { kind, reason } };
  }
  if (kind !== "move") return { value: { kind } };
  const to = form.get("to") ?? "";
  return /^[0-9a-f-]{36}$/i.test(to) ? { value: { kind, to } } : wrong("to", "Choose the other event");
}

function decide(decision: Exclude<Decision, { kind: "move" }>): Transition["decide"] {
  switch (decision.kind) {
    case "confirm": return andSeen(accepted);
    case "decline": return andSeen(declined(decision.reason));
    case "cancel": return andSeen(cancelled("organiser"));
    case "attended": case "did-not-attend": return andSeen(cameOrNot(decision.kind));
  }
}

const AS_DECIDED = { confirm: "confirmed", decline: "declined", cancel: "cancelled", attended: "attended", "did-not-attend": "did-not-attend" } as const;

const MOVE_REFUSALS: Record<MoveRefusal, string> = {
  gone: "It no longer stands, so it cannot be moved.",
  unconfirmed: "They have not confirmed their email address yet, so it cannot be moved.",
  elsewhere: "It was moved to another event at the same time.",
  "no-event": "The other event is not there any more.",
  cancelled: "The other event is cancelled.",
  over: "The other event is over.",
  "not-here": "Places of the other event are not given here.",
  full: "The other event has no room any more.",
  twice: "They have a place at the other event already, or wait for one.",
};

/** Why a referral stays as it is. */
function whyUnchanged({ state, reason, confirmBy, erased, changedAt }: ReferralView): string {
  const at = `at ${time(changedAt)} on ${longDate(changedAt)}`;
  if (state === "cancelled") return `It was cancelled ${at}. ${reasonWords({ state, reason })}`;
  if (state === "declined") return `It was declined ${at}. ${reasonWords({ state, reason })}`;
  if (erased) return "The details of this person are deleted.";
  if (confirmBy !== null) return "They have not confirmed their email address yet.";
  if (state === "attended" || state === "did-not-attend") return "It is noted already whether they came.";
  return state === "waiting" ? "They are on the waiting list, and have no place yet." : "It was answered already.";
}

export interface Asked {
  organisation: string;
  reference: string;
  /** The id of who decides. */
  staff: string;
  /** Only a referral to this event is changed. */
  event?: string;
}

/** `done` is true for what was decided so before. Undefined when the organisation has no such referral. */
export type DecisionOutcome = { done: true; isNew: boolean } | { done: false; why: string } | undefined;

/** Carries out what an organiser decided about one referral. Doing it twice does it once. Throws `ReferralsUnavailableError`. */
export async function carryOut(referrals: Referrals, { organisation, reference, staff, event }: Asked, decision: Decision): Promise<DecisionOutcome> {
  const actor = `staff:${staff}` as const;
  if (decision.kind === "move") {
    const moved = await moveReferral(referrals, { organisation, reference, to: decision.to, actor });
    if (!moved) return undefined;
    return "moved" in moved ? { done: true, isNew: moved.moved } : { done: false, why: MOVE_REFUSALS[moved.refusal] };
  }
  const decided = decide(decision);
  const ofEvent: Transition["decide"] = (row, at, now) => (event === undefined || row.event_id === event ? decided(row, at, now) : undefined);
  const changed = await changeReferral(referrals, { scope: { organisation }, by: { reference }, actor, decide: ofEvent });
  if (!changed || changed.view.organisation !== organisation) return undefined;
  const isAsDecided = changed.view.state === AS_DECIDED[decision.kind];
  return changed.changed || isAsDecided ? { done: true, isNew: changed.changed } : { done: false, why: whyUnchanged(changed.view) };
}
