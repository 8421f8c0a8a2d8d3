import type { Hono } from "hono";
import { newChallenge } from "./proof-of-work.ts";
import type { Referrals } from "../referral.ts";

/** Making one takes some milliseconds of a thread: more at once would hold up all else that needs threads. */
const AT_ONCE = 2;

/** Challenges for our own pages. Everybody may have one; when many ask at once the form works without. */
export function registerChallengeRoute(app: Hono, referrals: Pick<Referrals, "ring" | "now">): void {
  let making = 0;
  app.get("/referrals/challenge", async (c) => {
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
    if (making >= AT_ONCE) return c.body(null, 503, { "retry-after": "5" });
    making++;
    try {
      return c.json(await newChallenge(referrals));
    } finally {
      making--;
    }
  });
}
