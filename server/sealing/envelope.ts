import { randomBytes } from "node:crypto";
import { decrypt, encrypt } from "./cipher.ts";
import { KEY_BYTES, type KeyRing } from "./key-ring.ts";

/** What a row keeps: sealed under a key of the row's own, which is itself sealed under the key `key_id`. */
export interface Envelope {
  sealed: Buffer;
  sealed_key: Buffer;
  key_id: string;
}

const contentOf = (row: string) => `${row} details`;
const keyOf = (row: string, keyId: string) => `${row} key ${keyId}`;

/** Seals bytes so that they open in one row alone, such as `referral 0190…`. */
export function sealEnvelope(ring: KeyRing, row: string, plain: Buffer): Envelope {
  const own = randomBytes(KEY_BYTES);
  const { id, key } = ring.current();
  return { sealed: encrypt(own, contentOf(row), plain), sealed_key: encrypt(key, keyOf(row, id), own), key_id: id };
}

function openKey(ring: KeyRing, row: string, { sealed_key, key_id }: Omit<Envelope, "sealed">): Buffer {
  return decrypt(ring.sealingKey(key_id), keyOf(row, key_id), sealed_key);
}

/** Throws `SealBrokenError` when a bit was changed or the row is another, and `MissingKeyError`. */
export function openEnvelope(ring: KeyRing, row: string, envelope: Envelope): Buffer {
  return decrypt(openKey(ring, row, envelope), contentOf(row), envelope.sealed);
}

/** Seals the row's own key under the current key. What it seals stays as it is. */
export function resealKey(ring: KeyRing, row: string, envelope: Omit<Envelope, "sealed">): Omit<Envelope, "sealed"> {
  const { id, key } = ring.current();
  return { sealed_key: encrypt(key, keyOf(row, id), openKey(ring, row, envelope)), key_id: id };
}
