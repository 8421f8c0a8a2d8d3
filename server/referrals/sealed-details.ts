import { ReferralDetails } from "../contract/referral.ts";
import { openEnvelope, sealEnvelope, type Envelope } from "../sealing/envelope.ts";
import type { KeyRing } from "../sealing/key-ring.ts";

/** Seals the details of the referral with this id, so that they open in its row alone. */
export function sealDetails(ring: KeyRing, id: string, details: ReferralDetails): Envelope {
  return sealEnvelope(ring, `referral ${id}`, Buffer.from(JSON.stringify(details)));
}

/** Throws `SealBrokenError` when a bit was changed or the row is another's, and `MissingKeyError`. */
export function openDetails(ring: KeyRing, id: string, row: Envelope): ReferralDetails {
  return ReferralDetails.parse(JSON.parse(openEnvelope(ring, `referral ${id}`, row).toString()));
}
