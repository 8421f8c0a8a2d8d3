import { isSame, type KeyRing } from "../sealing/key-ring.ts";

const DAY_MS = 86_400_000;
const VALID_DAYS = 30;
const MAC_BYTES = 16;

const macOf = (ring: KeyRing, organisation: string, day: number) => ring.mac("link", "still-right", organisation, String(day)).subarray(0, MAC_BYTES).toString("base64url");

/** Lets its holder say for 30 days that an organisation's events are still right, and nothing else: `uclh.20780.MAC`. */
export function stillRightToken(ring: KeyRing, organisation: string, now: number): string {
  const day = Math.floor(now / DAY_MS);
  return `${organisation}.${day}.${macOf(ring, organisation, day)}`;
}

/** The organisation; undefined when the token is not one of ours, or too old. */
export function readStillRightToken(ring: KeyRing, token: string, now: number): string | undefined {
  const [, organisation = "", day = "", mac = ""] = /^([a-z0-9-]{1,100})\.(\d{1,6})\.([\w-]{1,40})$/.exec(token) ?? [];
  if (!isSame(Buffer.from(mac), Buffer.from(macOf(ring, organisation, Number(day))))) return undefined;
  return now < (Number(day) + VALID_DAYS) * DAY_MS ? organisation : undefined;
}
