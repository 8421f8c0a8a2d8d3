import { z } from "zod";
import { LondonDateTime } from "./event.ts";
import {
  AccessNeeds, DECLINE_REASONS, PersonName, REFERRAL_STATES, ReferralContact, ReferralReference, ReferralStatus, Referrer,
} from "./referral.ts";

/** An answer of the organiser to a referral. */
export const ReferralDecision = z
  .discriminatedUnion("decision", [
    z.strictObject({ decision: z.enum(["confirm", "attended", "did-not-attend", "cancel"]) }),
    z.strictObject({ decision: z.literal("decline"), reason: z.enum(DECLINE_REASONS) }),
  ])
  .meta({ id: "ReferralDecision", description: "What the organiser decides. Only `decline` takes a reason, and needs one." });
export type ReferralDecision = z.infer<typeof ReferralDecision>;

/** Each query parameter of `GET /v1/referrals`. */
export const ReferralListQuery = z.strictObject({
  event: z.uuid().optional().meta({ description: "Only referrals to this event." }),
  state: z.enum(REFERRAL_STATES).optional().meta({ description: "Only referrals that stand so." }),
  before: ReferralReference.optional().meta({ description: "The `next` of the page before." }),
});
export type ReferralListQuery = z.infer<typeof ReferralListQuery>;

/** Referrals, newest first. `next` is null on the last page. */
export const ReferralList = z
  .object({ referrals: z.array(ReferralStatus), next: ReferralReference.nullable() })
  .meta({ id: "ReferralList" });
export type ReferralList = z.infer<typeof ReferralList>;

/** Who is referred, for the organiser alone. */
export const ReferredPerson = z
  .object({ name: PersonName, contact: ReferralContact, needs: AccessNeeds, referrer: Referrer.nullable() })
  .meta({ id: "ReferredPerson" });
export type ReferredPerson = z.infer<typeof ReferredPerson>;

/** A referral as its organiser sees it. */
export const ReferralWithPerson = ReferralStatus
  .extend({
    person: ReferredPerson.nullable().optional().meta({ description: "For the organiser alone. Null when the details are erased." }),
  })
  .meta({ id: "ReferralWithPerson" });
export type ReferralWithPerson = z.infer<typeof ReferralWithPerson>;

export const UndeliveredMessage = z
  .object({
    reference: ReferralReference.nullable(),
    event: z.uuid(),
    kind: z.string(),
    recipient: z.enum(["attendee", "referrer", "organiser", "alliance"]),
    why: z.string().meta({ description: "The status of the mail server, or `no-address` where the person is to be rung or texted." }),
    since: LondonDateTime,
  })
  .meta({ id: "UndeliveredMessage" });
export type UndeliveredMessage = z.infer<typeof UndeliveredMessage>;

export const UndeliveredMessageList = z.object({ messages: z.array(UndeliveredMessage) }).meta({ id: "UndeliveredMessageList" });
