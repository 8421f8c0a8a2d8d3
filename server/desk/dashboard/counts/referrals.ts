import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { inScope } from "../scope.ts";
import { within, withinBoth, type Question } from "./question.ts";

export interface ReferralCount {
  name: string;
  referrals: number;
  before: number;
}

const ROUTE = sql<string>`case when api_key is not null then 'system' when booked_by = 'professional' then 'professional'
  when booked_by = 'patient' then 'patient' else 'carer' end`;

/** `name`: `patient`, `carer`, `professional` (on our page) or `system` (by a key of the API). A route that nobody took is left out. */
export function countByRoute(db: Kysely<Database>, question: Question): Promise<ReferralCount[]> {
  return countBy(db, question, ROUTE);
}

/** By who runs the events; where the scope does not tell organisations, by their alliance. The most first. */
export function countByOrganisation(db: Kysely<Database>, question: Question): Promise<ReferralCount[]> {
  return countBy(db, question, question.scope.tellsOrganisations ? sql`organisation.name` : sql`coalesce(alliance.name, 'No alliance')`);
}

async function countBy(db: Kysely<Database>, { scope, period }: Question, name: RawBuilder<unknown>): Promise<ReferralCount[]> {
  const { rows } = await sql<ReferralCount>`
    select ${name} as name, count(*) filter (where ${within("referral.created_at", period)}) as referrals,
      count(*) filter (where ${within("referral.created_at", period.before)}) as before
    from referral join event on event.id = event_id join organisation on organisation.slug = event.organisation
    left join alliance on alliance.slug = organisation.alliance
    where ${inScope(scope)} and ${withinBoth("referral.created_at", period)} group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}
