import { isSame, type KeyRing } from "../sealing/key-ring.ts";

/** What a link lets its holder do: `attendee` and `referrer` see and change a booking, the others prove an address. */
export const LINK_PURPOSES = ["attendee", "referrer", "confirm-address", "prove-address"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export interface Link {
  purpose: LinkPurpose;
  referral: string;
}

const ID_BYTES = 16;
const MAC_BYTES = 16;

function macOf(ring: KeyRing, purpose: LinkPurpose, id: Buffer): Buffer {
  return ring.mac("link", purpose, id).subarray(0, MAC_BYTES);
}

/** A token for an address: the purpose, the referral's id and a MAC, as base64url. It names nobody, and nothing is kept of it. */
export function linkToken(ring: KeyRing, { purpose, referral }: Link): string {
  const id = Buffer.from(referral.replaceAll("-", ""), "hex");
  return Buffer.concat([Buffer.of(LINK_PURPOSES.indexOf(purpose)), id, macOf(ring, purpose, id)]).toString("base64url");
}

/** Undefined when the token is not one of ours. */
export function readLinkToken(ring: KeyRing, token: string): Link | undefined {
  const bytes = Buffer.from(token, "base64url");
  const purpose = LINK_PURPOSES[bytes[0] ?? LINK_PURPOSES.length];
  if (purpose === undefined || bytes.length !== 1 + ID_BYTES + MAC_BYTES || bytes.toString("base64url") !== token) return undefined;
  const id = bytes.subarray(1, 1 + ID_BYTES);
  if (!isSame(macOf(ring, purpose, id), bytes.subarray(1 + ID_BYTES))) return undefined;
  return { purpose, referral: id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}
