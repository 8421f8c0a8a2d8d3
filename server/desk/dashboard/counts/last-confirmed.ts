import { sql, type Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { STALE_AFTER_DAYS } from "../../../wording/staleness.ts";
import { addDays, londonDate } from "../../../wording/london-time.ts";
import { ASK_AFTER_DAYS } from "../../events/still-right.ts";
import { IS_OFFERED, inScope } from "../scope.ts";
import type { Question } from "./question.ts";

/** Events to come of one organisation, by how long ago it last said that they are right. */
export interface LastConfirmedCount {
  name: string;
  fresh: number;
  /** Their organisers are asked. */
  asked: number;
  /** The public is told to check. */
  stale: number;
  never: number;
}

/** Those with the most to check first. */
export async function countLastConfirmed(db: Kysely<Database>, { scope, now }: Question): Promise<LastConfirmedCount[]> {
  const today = londonDate(now);
  const [ask, tell] = [addDays(today, -ASK_AFTER_DAYS), addDays(today, -STALE_AFTER_DAYS)];
  const { rows } = await sql<LastConfirmedCount>`
    select organisation.name,
      count(*) filter (where last_confirmed >= ${ask}) as fresh,
      count(*) filter (where last_confirmed < ${ask} and last_confirmed > ${tell}) as asked,
      count(*) filter (where last_confirmed <= ${tell}) as stale,
      count(*) filter (where last_confirmed is null) as never
    from event join organisation on organisation.slug = event.organisation
    where ${IS_OFFERED} and ${inScope(scope)} and ends_at > ${new Date(now)}
    group by 1 order by count(*) filter (where last_confirmed is null or last_confirmed <= ${tell}) desc, 1`.execute(db);
  return rows;
}
