import type { Context } from "hono";
import type { z } from "zod";
import type { FieldError } from "../../contract/problem.ts";
import type { ReferralDetails, ReferralStatus } from "../../contract/referral.ts";
import type { ReferredPerson } from "../../contract/referral-api.ts";
import { problem } from "../../http/problem.ts";
import { londonIso } from "../../wording/london-time.ts";
import type { Refusal, ReferralView } from "../referral.ts";

/** A referral as the API tells of it, without anything about the person. */
export function toStatus(view: ReferralView): ReferralStatus {
  return {
    reference: view.reference,
    event: view.event,
    state: view.state,
    reason: view.reason,
    waitingPosition: view.waitingPosition,
    companion: view.companion,
    sessions: view.sessions === null ? null : [...view.sessions],
    made: londonIso(view.madeAt),
    changed: londonIso(view.changedAt),
    seen: view.seenAt === null ? null : londonIso(view.seenAt),
    referrerProved: view.referrerProved,
    erased: view.erased,
  };
}

/** The person, for the organiser alone. */
export function toPerson({ name, contact, needs, referrer }: ReferralDetails): ReferredPerson {
  return { name, contact, needs, referrer: referrer ?? null };
}

export function answer(c: Context, body: object, status: 200 | 201 = 200): Response {
  return c.json(body, status, { "cache-control": "no-store", "x-content-type-options": "nosniff" });
}

/** Another's referral and one that does not exist are answered alike, byte for byte. */
export function notFound(c: Context): Response {
  return problem(c, 404, "There is no such referral for this key.");
}

const REFUSAL_WORDS: Record<Exclude<Refusal, "no-event">, string> = {
  over: "The event is over.",
  cancelled: "The event is cancelled.",
  closed: "The organiser takes no new bookings for the event at the moment.",
  full: "The event is full and has no waiting list.",
  "not-here": "Places of this event are not given here: see its booking route.",
  "not-for-self": "People cannot book this event for themselves.",
  "not-for-professionals": "Professionals cannot refer to this event.",
  "wrong-sessions": "These are not sessions of the event that can be attended alone.",
};

export function refused(c: Context, refusal: Refusal): Response {
  if (refusal === "no-event") return problem(c, 404, "There is no public event with this id.");
  const parameter = refusal === "wrong-sessions" ? "sessions" : "event";
  return problem(c, 409, REFUSAL_WORDS[refusal], [{ parameter, code: refusal, detail: REFUSAL_WORDS[refusal] }]);
}

type Wrong = Pick<FieldError, "code" | "detail">;

const WRONG: Partial<Record<string, Wrong>> = {
  unrecognized_keys: { code: "unknown-field", detail: "has fields that are not known" },
  invalid_type: { code: "missing-or-wrong-type", detail: "is missing, or of another type" },
  invalid_value: { code: "unknown-value", detail: "is none of the allowed values" },
  invalid_union: { code: "unknown-value", detail: "is none of the allowed values" },
  too_big: { code: "too-long", detail: "is too long" },
  too_small: { code: "too-short", detail: "is too short" },
};
const NOT_VALID: Wrong = { code: "not-valid", detail: "is not right" };

/** Where a body or a query is wrong, and how, without repeating any of it. */
export function fieldErrors({ issues }: z.ZodError): FieldError[] {
  return issues.map(({ path, code }) => ({ parameter: path.join(".") || "body", ...(WRONG[code] ?? NOT_VALID) }));
}
