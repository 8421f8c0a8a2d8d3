import type { Referrals } from "../../referral.ts";
import { ReferralsUnavailableError } from "../../database/referrals-database.ts";
import { takePlace } from "../../take-place.ts";
import type { ChosenEvent, ReferralForm } from "./read-referral.ts";
import type { ReferralResult } from "./results.ts";

/** What became of each, in order; undefined where the database was away. */
export type Made = (ReferralResult | undefined)[];

/**
 * Refers one patient to each of the chosen events. The key of each covers all that was sent: the same form sent again changes
 * nothing, and a form that comes back with another patient in it is another referral. `mustConfirm`: they lapse unless the
 * referrer proves their address.
 */
export async function makeReferrals(referrals: Referrals, submission: string, form: ReferralForm, mustConfirm: boolean): Promise<Made> {
  const made: Made = [];
  for (const chosen of form.chosen) made.push(await makeReferral(referrals, submission, { ...form, mustConfirm }, chosen));
  return made;
}

async function makeReferral(referrals: Referrals, submission: string, form: ReferralForm & { mustConfirm: boolean }, { event, sessions }: ChosenEvent) {
  const companion = form.companion && event.kind !== "one-to-one";
  const asked = { event: event.id, bookedBy: "professional", companion, sessions, details: form.details } as const;
  const key = referrals.ring.mac("form", "referral", submission, JSON.stringify(asked)).toString("base64url");
  try {
    const outcome = await takePlace(referrals, { ...asked, mustConfirm: form.mustConfirm, request: { scope: "form", key } });
    if (outcome.kind === "key-reused") throw new Error("A key that is made from the request came with another request");
    return toResult(event.id, outcome);
  } catch (error) {
    if (error instanceof ReferralsUnavailableError) return undefined;
    throw error;
  }
}

function toResult(event: string, outcome: Exclude<Awaited<ReturnType<typeof takePlace>>, { kind: "key-reused" }>): ReferralResult {
  return outcome.kind === "refused" ? { event, refusal: outcome.refusal } : { event, referral: outcome.referral, receipt: outcome.receipt };
}
