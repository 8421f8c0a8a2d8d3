import type { Context } from "hono";
import type { ReferralDetails } from "../../contract/referral.ts";
import type { Referrals } from "../referral.ts";
import { isWithinLimit, type Limit } from "./limits.ts";
import { isProved } from "./proof-of-work.ts";

export type Verdict = "proved" | "unproved" | "too-many";

/**
 * What a form from a stranger is worth. `proved`: the browser did some work for it. `unproved`: a person without JavaScript, or a
 * program, such as one that has filled in the field `website`, which people do not see: their address has to be confirmed.
 * `purpose` is all that the form is for, so that the same may be sent again and nothing else; `count`, for how many events.
 */
export async function judge(referrals: Referrals, c: Context, form: URLSearchParams, { purpose, count = 1 }: { purpose: readonly string[]; count?: number }): Promise<Verdict> {
  const isTrapped = (form.get("website") ?? "") !== "";
  const isProven = !isTrapped && (await isProved(referrals, form.get("proof") ?? "", purpose));
  const verdict = isProven ? "proved" : "unproved";
  return (await isWithinLimit(referrals, verdict, c.get("clientAddress"), count)) ? verdict : "too-many";
}

/** Whether e-mails may go to the people whom a form names: nobody's address is filled with mail through us. */
export async function mayWriteTo(referrals: Referrals, { contact, email, referrer }: ReferralDetails): Promise<boolean> {
  const attendee = email ?? (contact.kind === "email" ? contact.value : undefined);
  const isOpen = (limit: Limit, address: string | undefined) => address === undefined || isWithinLimit(referrals, limit, address.toLowerCase());
  return (await isOpen("attendee-address", attendee)) && (await isOpen("referrer-address", referrer?.email));
}
