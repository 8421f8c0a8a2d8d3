import { randomInt } from "node:crypto";

/** Crockford's base 32: no I, L, O and U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const four = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** A reference that nobody can guess from another: one of 2 to the power of 40. `SUG` is of what somebody told us. */
export function newReference(of: "HWB" | "SUG" = "HWB"): string {
  return `${of}-${four()}-${four()}`;
}

/** A reference as a person typed it, or undefined: small letters, spaces, and letters that are taken for digits are understood. */
export function readReference(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/^HWB/, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters) ? `HWB-${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}
