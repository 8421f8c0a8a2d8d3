import { openDatabase, withDatabase } from "../../db/open.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { runCommand, UsageError } from "../command.ts";
import type { Config } from "../config.ts";
import { erased } from "./changes.ts";
import { keyFileIn, openReferrals, openRing } from "./open-referrals.ts";
import { addCurrentKey } from "../sealing/read-keys.ts";
import type { Referrals } from "./referral.ts";
import { readReference } from "./reference.ts";
import { findReferral } from "./repository.ts";
import { resealAll } from "./rotate-keys.ts";
import { changeReferral } from "./transition.ts";
import { verifyAudit } from "./verify-audit.ts";

const USAGE = `Usage: npm run referrals -- rotate-keys | verify-audit | erase REFERENCE`;

type Log = (line: string) => void;

/** Makes a new current key, where keys lie in the data folder, and seals all rows under the current key. */
async function rotateKeys(config: Config, log: Log): Promise<void> {
  const { dataDir, keys } = config;
  const settings = { dataDir, keys, isEmbedded: config.databaseUrl === undefined, referralsUrl: undefined };
  const ring = await openRing(settings, log);
  if (!ring) throw new UsageError("Set REFERRALS_KEYS, with the new key first, and REFERRALS_SECRET.");
  if (!keys) log(`The new key is ${await addCurrentKey(keyFileIn(dataDir), new Date())}.`);
  const count = await withDatabase(config, log, async (db) => {
    await migrateToLatest(db);
    return resealAll(db, ring);
  });
  log(`${count} referrals were sealed anew. Keep the older keys for as long as you keep copies of the database from before.`);
}

async function checkAudit(config: Config, log: Log): Promise<void> {
  const reports = await withDatabase(config, log, verifyAudit);
  for (const { organisation, lines, head, brokenAt } of reports) {
    log(`${organisation}: ${lines} lines, ${brokenAt === null ? `whole, last hash ${head}` : `NOT as they were written from line ${brokenAt} on`}`);
  }
  log(reports.length === 0 ? "The audit has no lines yet." : "Keep the last hashes apart from the database: they show later that no line was changed or cut off.");
  if (reports.some(({ brokenAt }) => brokenAt !== null)) process.exitCode = 1;
}

async function eraseIn(referrals: Referrals, reference: string): Promise<void> {
  const found = await referrals.db.transaction({ reference }, (tx) => findReferral(tx, { reference }));
  if (!found) throw new UsageError("There is no referral with this reference.");
  await referrals.journal.add(found.id);
  await changeReferral(referrals, { scope: { reference }, by: { reference }, actor: "command", decide: erased });
}

/** For people who cannot use their link, and ask by phone. */
async function erase(config: Config, log: Log, typed: string): Promise<void> {
  const reference = readReference(typed);
  if (reference === undefined) throw new UsageError("This is no reference. They look like HWB-7K3M-9QXT.");
  const database = await openDatabase(config, log);
  try {
    const referrals = await openReferrals({ ...config, isEmbedded: config.databaseUrl === undefined, referralsUrl: database.referralsUrl }, log);
    if (!referrals) throw new UsageError("Nothing was erased.");
    await eraseIn(referrals, reference).finally(() => referrals.close());
  } finally {
    await database.stop();
  }
  log(`The details are erased, and noted in ${config.dataDir}: the service must keep its journal in the same folder.`);
}

if (import.meta.main) {
  await runCommand(async (config, log) => {
    const [name, argument, ...rest] = process.argv.slice(2);
    if (name === "rotate-keys" && argument === undefined) return rotateKeys(config, log);
    if (name === "verify-audit" && argument === undefined) return checkAudit(config, log);
    if (name === "erase" && argument !== undefined && rest.length === 0) return erase(config, log, argument);
    throw new UsageError(USAGE);
  });
}
