import { createChallenge, randomInt, verifySolution, type Challenge, type Payload } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { isSame } from "../../sealing/key-ring.ts";
import type { Referrals } from "../referral.ts";

/**
 * A browser derives 150 to 300 keys of so many rounds each. Measured in Chromium on one core of a small server: 0.23 to 0.42 s, so
 * about a second on a phone that is three times slower. A challenge costs the service the time of one key, 2.3 ms.
 */
const ROUNDS = 10_000;
const [FEWEST_KEYS, MOST_KEYS] = [150, 300];
const VALID_MS = 30 * 60 * 1000;
const MAX_LENGTH = 4_000;

const Proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(ROUNDS),
      keyLength: z.number(),
      keyPrefix: z.string(),
      expiresAt: z.number(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string(), time: z.number().optional() }),
});

const secretOf = ({ ring }: Pick<Referrals, "ring">, use: string) => ring.mac("challenge", use).toString("hex");

/** A challenge for a browser, valid for half an hour. */
export function newChallenge(referrals: Pick<Referrals, "ring" | "now">): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: ROUNDS,
    counter: randomInt(MOST_KEYS, FEWEST_KEYS),
    deriveKey,
    expiresAt: new Date(referrals.now() + VALID_MS),
    hmacSignatureSecret: secretOf(referrals, "challenge"),
    hmacKeySignatureSecret: secretOf(referrals, "solution"),
  });
}

function readProof(text: string): z.infer<typeof Proof> | undefined {
  if (text === "" || text.length > MAX_LENGTH) return undefined;
  try {
    return Proof.safeParse(JSON.parse(Buffer.from(text, "base64").toString())).data;
  } catch {
    return undefined;
  }
}

/** Marks a solution as used for one thing. False when it was used for another before, by whichever replica. */
async function use({ db, ring }: Referrals, { challenge }: z.infer<typeof Proof>, purpose: readonly string[]): Promise<boolean> {
  const id = ring.mac("challenge", "used", challenge.signature);
  const usedFor = ring.mac("challenge", "purpose", ...purpose);
  return db.transaction({}, async (tx) => {
    const row = { id, used_for: usedFor, expires_at: new Date(challenge.parameters.expiresAt * 1000) };
    const first = await tx
      .insertInto("used_challenge").values(row).onConflict((conflict) => conflict.doNothing()).returning("id").executeTakeFirst();
    if (first) return true;
    const known = await tx.selectFrom("used_challenge").select("used_for").where("id", "=", id).executeTakeFirstOrThrow();
    return isSame(known.used_for, usedFor);
  });
}

/**
 * Whether a form came with the solution of one of our challenges. A solution counts for one thing, such as one submission: that
 * may be sent again. Throws `ReferralsUnavailableError`.
 */
export async function isProved(referrals: Referrals, text: string, purpose: readonly string[]): Promise<boolean> {
  const proof = readProof(text);
  if (!proof) return false;
  const { verified } = await verifySolution({
    challenge: proof.challenge as Payload["challenge"],
    solution: proof.solution as Payload["solution"],
    deriveKey,
    hmacSignatureSecret: secretOf(referrals, "challenge"),
    hmacKeySignatureSecret: secretOf(referrals, "solution"),
  });
  return verified && use(referrals, proof, purpose);
}
