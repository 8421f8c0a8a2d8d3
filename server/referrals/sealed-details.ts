import { randomBytes } from "node:crypto";
import { ReferralDetails } from "../contract/referral.ts";
import { decrypt, encrypt } from "../sealing/cipher.ts";
import { KEY_BYTES, type KeyRing } from "../sealing/key-ring.ts";

/** Sealed details as a row keeps them: under a key of the row's own, which is itself sealed under the key `key_id`. */
export interface SealedDetails {
  sealed: Buffer;
  sealed_key: Buffer;
  key_id: string;
}

const detailsOf = (id: string) => `referral ${id} details`;
const keyOf = (id: string, keyId: string) => `referral ${id} key ${keyId}`;

/** Seals the details of the referral with this id, so that they open in its row alone. */
export function sealDetails(ring: KeyRing, id: string, details: ReferralDetails): SealedDetails {
  const own = randomBytes(KEY_BYTES);
  const { id: keyId, key } = ring.current();
  return {
    sealed: encrypt(own, detailsOf(id), Buffer.from(JSON.stringify(details))),
    sealed_key: encrypt(key, keyOf(id, keyId), own),
    key_id: keyId,
  };
}

function openKey(ring: KeyRing, id: string, { sealed_key, key_id }: Omit<SealedDetails, "sealed">): Buffer {
  return decrypt(ring.sealingKey(key_id), keyOf(id, key_id), sealed_key);
}

/** Throws `SealBrokenError` when a bit was changed or the row is another's, and `MissingKeyError`. */
export function openDetails(ring: KeyRing, id: string, row: SealedDetails): ReferralDetails {
  return ReferralDetails.parse(JSON.parse(decrypt(openKey(ring, id, row), detailsOf(id), row.sealed).toString()));
}

/** Seals the row's own key under the current key. What it seals stays as it is. */
export function resealKey(ring: KeyRing, id: string, row: Omit<SealedDetails, "sealed">): Omit<SealedDetails, "sealed"> {
  const { id: keyId, key } = ring.current();
  return { sealed_key: encrypt(key, keyOf(id, keyId), openKey(ring, id, row)), key_id: keyId };
}
