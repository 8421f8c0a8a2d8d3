import type { ReferralDetails } from "../contract/referral.ts";
import type { Referrals } from "./referral.ts";
import type { ReferralRow } from "./repository.ts";
import { openDetails } from "./sealed-details.ts";

/** The details of a row, or undefined when they are erased. Throws `SealBrokenError` and `MissingKeyError`. */
export function openRow({ ring }: Pick<Referrals, "ring">, { id, sealed, sealed_key, key_id }: ReferralRow): ReferralDetails | undefined {
  return sealed && sealed_key && key_id !== null ? openDetails(ring, id, { sealed, sealed_key, key_id }) : undefined;
}
