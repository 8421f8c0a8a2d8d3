import { withDatabase } from "../../db/open.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { runCommand, UsageError } from "../command.ts";
import type { Config } from "../config.ts";
import { journalIn, keyFileIn, openRing } from "./open-referrals.ts";
import { addCurrentKey } from "../sealing/read-keys.ts";
import { readReference } from "./reference.ts";
import { resealAll } from "./rotate-keys.ts";
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

/** For people who cannot use their link, and ask by phone. The running service, or the next one, erases what the journal names. */
async function erase(config: Config, log: Log, typed: string): Promise<void> {
  const reference = readReference(typed);
  if (reference === undefined) throw new UsageError("This is no reference. They look like HWB-7K3M-9QXT.");
  const found = await withDatabase(config, log, (db) => db.selectFrom("referral").select("id").where("reference", "=", reference).executeTakeFirst());
  if (!found) throw new UsageError("There is no referral with this reference.");
  await journalIn(config.dataDir).add(found.id);
  log("Noted. The running service erases the details within a minute or so; if none runs, the next one does.");
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
