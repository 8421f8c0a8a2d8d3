import type { Hono } from "hono";
import { newChallenge } from "./proof-of-work.ts";
import type { Referrals } from "../referral.ts";

/** Challenges for our own pages. Everybody may have one: it costs us less than solving it costs them. */
export function registerChallengeRoute(app: Hono, referrals: Pick<Referrals, "ring" | "now">): void {
  app.get("/referrals/challenge", async (c) => c.json(await newChallenge(referrals), 200, { "cache-control": "no-store", "x-content-type-options": "nosniff" }));
}
