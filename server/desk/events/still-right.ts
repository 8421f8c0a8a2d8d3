import { sql, type Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { addDays, londonDate } from "../../wording/london-time.ts";

/** An event whose organiser has not said for so long that it is right is asked about. */
export const ASK_AFTER_DAYS = 60;

const isStale = (now: number) => sql<boolean>`(last_confirmed is null or last_confirmed < ${addDays(londonDate(now), -ASK_AFTER_DAYS)})`;

/** The organiser says that these events, or all that are to come, are still right. Gives how many. */
export async function confirmEvents(db: Kysely<Database>, { organisation, ids, now }: { organisation: string; ids: readonly string[] | "all"; now: number }): Promise<number> {
  let events = db.updateTable("event").set({ last_confirmed: londonDate(now) })
    .where("organisation", "=", organisation).where("ends_at", ">", new Date(now)).where("status", "in", ["published", "postponed"]);
  if (ids !== "all") events = events.where(sql`id::text`, "=", sql<string>`any(${ids})`);
  const { numUpdatedRows } = await events.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** How many events to come nobody has confirmed for long. */
export async function countStale(db: Kysely<Database>, { organisation, now }: { organisation: string; now: number }): Promise<number> {
  const { count } = await db.selectFrom("event").select((event) => event.fn.countAll<number>().as("count"))
    .where("organisation", "=", organisation).where("ends_at", ">", new Date(now)).where("status", "in", ["published", "postponed"]).where(isStale(now)).executeTakeFirstOrThrow();
  return Number(count);
}
