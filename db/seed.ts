import { isDeepStrictEqual, parseArgs } from "node:util";
import { sql, type Kysely } from "kysely";
import { runCommand, UsageError } from "../server/command.ts";
import { migrateToLatest } from "./migrate.ts";
import { withDatabase } from "./open.ts";
import { insertReference } from "./reference/insert.ts";
import { sampleHistory, type SampleHistory } from "./sample/history.ts";
import { insertSample } from "./sample/insert.ts";
import { sampleEvents } from "./sample/sample-events.ts";
import type { Database } from "./schema.ts";

/** One process at a time fills the directory. */
const SEEDING = 727_101;
const MAX_EVENTS = 1_000_000;

async function alone(db: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SEEDING})`.execute(db);
}

/** The events to come with what was before them; of a size that was asked for, events to come alone. */
function sampleOf(now: Date, total?: number): SampleHistory {
  if (total !== undefined) return { events: sampleEvents(now, total), referrals: [] };
  const { events, referrals } = sampleHistory(now);
  return { events: [...sampleEvents(now), ...events], referrals };
}

/** Fills a directory that has no events with reference data and the sample. Undefined when there are events already. */
export function seedIfEmpty(db: Kysely<Database>, now: Date): Promise<{ events: number } | undefined> {
  return db.transaction().execute(async (transaction) => {
    await alone(transaction);
    const any = await transaction.selectFrom("event").select("id").limit(1).executeTakeFirst();
    if (any) return undefined;
    await insertReference(transaction);
    const { events, referrals } = sampleOf(now);
    await insertSample(transaction, events, referrals);
    return { events: events.length };
  });
}

/** Puts today's sample in the place of the last one. Changes nothing when that one is today's, and no event that is not sample. */
export function refreshSample(db: Kysely<Database>, now: Date, total?: number): Promise<{ events: number; changed: boolean }> {
  return db.transaction().execute(async (transaction) => {
    await alone(transaction);
    const { events, referrals } = sampleOf(now, total);
    const wanted = events.map(({ event }) => event.id).sort();
    const present = await transaction.selectFrom("event").select("id").where("sample", "=", true).orderBy("id").execute();
    if (isDeepStrictEqual(present.map(({ id }) => id), wanted)) return { events: events.length, changed: false };
    await insertReference(transaction);
    await removeSample(transaction);
    await insertSample(transaction, events, referrals);
    return { events: events.length, changed: true };
  });
}

/** Removes the sample with the referrals that were tried on it, and each series that has no events without it. */
async function removeSample(db: Kysely<Database>): Promise<void> {
  const sample = db.selectFrom("event").select("id").where("sample", "=", true);
  await db.deleteFrom("message").where("event_id", "in", sample).execute();
  await db.deleteFrom("referral").where("event_id", "in", sample).execute();
  const removed = await db.deleteFrom("event").where("sample", "=", true).returning("series").execute();
  const series = [...new Set(removed.flatMap((event) => event.series ?? []))];
  await db
    .deleteFrom("series")
    .where("slug", "=", sql<string>`any(${series}::text[])`)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("event").select("id").whereRef("event.series", "=", "series.slug"))))
    .execute();
}

const USAGE = `Usage: npm run seed [-- --events NUMBER], with a whole number from 1 to ${MAX_EVENTS}.`;

function readTotal(): number | undefined {
  const { events } = readOptions();
  if (events === undefined) return undefined;
  const total = Number(events);
  if (!Number.isInteger(total) || total < 1 || total > MAX_EVENTS) throw new UsageError(USAGE);
  return total;
}

function readOptions(): { events?: string | undefined } {
  try {
    return parseArgs({ options: { events: { type: "string" } } }).values;
  } catch {
    throw new UsageError(USAGE);
  }
}

if (import.meta.main) {
  await runCommand(async (config, log) => {
    const total = readTotal();
    await withDatabase(config, log, async (db) => {
      await migrateToLatest(db);
      const { events, changed } = await refreshSample(db, new Date(), total);
      log(changed ? `The sample now holds ${events} made-up events.` : "The sample is today's already: nothing was changed.");
    });
  });
}
