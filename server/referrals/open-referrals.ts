import { join } from "node:path";
import { ErasureJournal } from "./erasure-journal.ts";
import type { KeyRing } from "../sealing/key-ring.ts";
import { ensureKeyFile, ringFromFile, ringFromSettings } from "../sealing/read-keys.ts";
import type { Referrals } from "./referral.ts";
import { ReferralsDatabase } from "./database/referrals-database.ts";

export interface ReferralsSettings {
  dataDir: string;
  /** Whether the database is one of ours in the data folder, so that its keys may lie there too. */
  isEmbedded: boolean;
  referralsUrl: string | undefined;
  keys: { keys: string; secret: string } | undefined;
}

export const keyFileIn = (dataDir: string) => join(dataDir, "referrals-keys.json");
export const journalIn = (dataDir: string) => new ErasureJournal(join(dataDir, "referrals-erased.txt"));

/** The keys of the settings, or of the data folder. Undefined when there are none, and none may be made. Throws `KeysError`. */
export async function openRing({ dataDir, isEmbedded, keys }: ReferralsSettings, log: (line: string) => void): Promise<KeyRing | undefined> {
  if (keys) return ringFromSettings(keys);
  if (!isEmbedded) return undefined;
  const file = keyFileIn(dataDir);
  if (await ensureKeyFile(file, new Date())) log(`Keys for the details of referrals were made in ${file}. Keep a copy of it apart from the database.`);
  return ringFromFile(file);
}

/** Undefined, with a line that says why, when the settings do not allow for referrals. Throws `KeysError`. */
export async function openReferrals(settings: ReferralsSettings, log: (line: string) => void): Promise<(Referrals & { close(): Promise<void> }) | undefined> {
  const ring = await openRing(settings, log);
  if (!settings.referralsUrl) {
    log("No referrals are taken: set REFERRALS_DATABASE_URL to the same database for a user that is only a member of hwbe_referrals.");
    return undefined;
  }
  if (!ring) {
    log("No referrals are taken: set REFERRALS_KEYS and REFERRALS_SECRET, as the database is not in the data folder.");
    return undefined;
  }
  const db = new ReferralsDatabase(settings.referralsUrl, log);
  return { db, ring, journal: journalIn(settings.dataDir), now: Date.now, close: () => db.close() };
}
