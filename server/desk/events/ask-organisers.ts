import { sql, type Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { isDatabaseAway } from "../../failure-line.ts";
import { addDays, londonDate } from "../../wording/london-time.ts";
import { ASK_AFTER_DAYS } from "./still-right.ts";

const EVERY_MS = 60 * 60_000;
const ASK_AGAIN_DAYS = 14;

/** Asks each organisation by e-mail whether events that nobody confirmed for long are still right: once in two weeks. Gives how many it asks. */
export async function askOrganisers(db: Kysely<Database>, now: number): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into message (organisation, event_id, kind, recipient, occasion, created_at)
    select distinct on (organisation) organisation, id, 'still-right', 'organiser', ${londonDate(now)}, ${new Date(now)}
    from event
    where status in ('published', 'postponed') and not sample and ends_at > ${new Date(now)} and last_confirmed < ${addDays(londonDate(now), -ASK_AFTER_DAYS)}
      and not exists (select from message where message.organisation = event.organisation and kind = 'still-right'
        and created_at > ${new Date(now)}::timestamptz - make_interval(days => ${ASK_AGAIN_DAYS}))
    order by organisation, starts_at
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Asks now and each hour. Any number of services may do so on one database. */
export function startAsking(db: Kysely<Database>, log: (line: string) => void): { close(): Promise<void> } {
  let running = Promise.resolve();
  const run = () => {
    running = askOrganisers(db, Date.now()).then(() => undefined, (error: unknown) => {
      if (!isDatabaseAway(error)) log(`Organisers could not be asked about their events: ${(error as Error).message}`);
    });
  };
  run();
  const timer = setInterval(run, EVERY_MS).unref();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
