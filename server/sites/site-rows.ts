import { sql, type Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import { addDays } from "../wording/london-time.ts";
import { MOST_HOSTS_A_DAY, OTHER_HOSTS, type SiteLoads } from "./site-counter.ts";

/** One service at a time adds, so that together they keep to the most hosts of a day. */
const ADDING = 727_301;
const KEEP_DAYS = 400;

function addLoads(db: Kysely<Database>, loads: SiteLoads) {
  return db.insertInto("embedding_site").values(loads)
    .onConflict((conflict) => conflict.columns(["day", "host"]).doUpdateSet({ loads: sql`embedding_site.loads + excluded.loads` })).execute();
}

/** Adds what was counted to the table, all or nothing, and forgets days that are over for more than a year. */
export async function writeSiteLoads(db: Kysely<Database>, counted: readonly SiteLoads[], today: string): Promise<void> {
  if (counted.length === 0) return;
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${ADDING})`.execute(tx);
    for (const [day, loads] of Map.groupBy(counted, (one) => one.day)) {
      const known = new Set((await tx.selectFrom("embedding_site").select("host").where("day", "=", day).execute()).map(({ host }) => host));
      for (const one of loads) {
        const host = known.has(one.host) || known.size < MOST_HOSTS_A_DAY ? one.host : OTHER_HOSTS;
        known.add(host);
        await addLoads(tx, { ...one, host });
      }
    }
    await tx.deleteFrom("embedding_site").where("day", "<", addDays(today, -KEEP_DAYS)).execute();
  });
}

/** By host, the most used first: how often, on how many days, and the last of them. `from`: the first day that counts. */
export function readSiteLoads(db: Kysely<Database>, from: string) {
  return db.selectFrom("embedding_site").select("host")
    .select(({ fn }) => [fn.sum<number>("loads").as("loads"), fn.countAll<number>().as("days"), fn.max("day").as("last_day")])
    .where("day", ">=", from).groupBy("host").orderBy("loads", "desc").orderBy("host").execute();
}

/** Each host and day, for a file. */
export function readSiteDays(db: Kysely<Database>, from: string): Promise<SiteLoads[]> {
  return db.selectFrom("embedding_site").select(["host", "day", "loads"]).where("day", ">=", from).orderBy("day").orderBy("host").execute();
}
