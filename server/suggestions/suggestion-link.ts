import { isSame, type KeyRing } from "../sealing/key-ring.ts";

const ID_BYTES = 16;
const MAC_BYTES = 16;

const macOf = (ring: KeyRing, id: Buffer) => ring.mac("link", "suggestion", id).subarray(0, MAC_BYTES);

/** Lets its holder read what became of what they told us, and answer: the id and a MAC, as base64url. It names nobody. */
export function suggestionToken(ring: KeyRing, id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, macOf(ring, bytes)]).toString("base64url");
}

/** The id; undefined when the token is not one of ours. */
export function readSuggestionToken(ring: KeyRing, token: string): string | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString("base64url") !== token) return undefined;
  const id = bytes.subarray(0, ID_BYTES);
  if (!isSame(macOf(ring, id), bytes.subarray(ID_BYTES))) return undefined;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
