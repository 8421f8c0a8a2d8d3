import type { Referrals } from "../referrals/referral.ts";
import { tellAlliances } from "./queue-news.ts";

const KEEP_MS = 180 * 24 * 60 * 60 * 1000;

/** Erases all that people wrote, with their addresses, 180 days after it was dealt with. Throws `ReferralsUnavailableError`. */
export async function eraseSuggestions({ db, now }: Pick<Referrals, "db" | "now">): Promise<void> {
  await db.transaction({}, (tx) =>
    tx.updateTable("suggestion").set({ sealed: null, sealed_key: null, key_id: null, erased_at: new Date(now()) })
      .where("state", "=", "closed").where("erased_at", "is", null).where("state_at", "<", new Date(now() - KEEP_MS)).execute());
}

/** All that is due by the clock. Each step may be run again, and by several services at once. Throws `ReferralsUnavailableError`. */
export async function runSuggestionUpkeep(referrals: Pick<Referrals, "db" | "now">): Promise<void> {
  await eraseSuggestions(referrals);
  await tellAlliances(referrals);
}
