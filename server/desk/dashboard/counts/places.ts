import { sql, type Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { IS_OFFERED, inScope } from "../scope.ts";
import { within, type Question } from "./question.ts";
import type { Days } from "../period.ts";

export interface PlaceCounts {
  /** Where there is a limit. */
  offered: number;
  taken: number;
  waiting: number;
  attended: number;
}

export const NO_PLACES: PlaceCounts = { offered: 0, taken: 0, waiting: 0, attended: 0 };

export interface MonthOfPlaces extends PlaceCounts {
  /** `2026-03` in London, when the events started. */
  month: string;
}

/** Places at events that started in each month; a month without events is left out. A person who brings a companion counts as two. */
export async function countPlacesByMonth(db: Kysely<Database>, { scope, period }: Question): Promise<MonthOfPlaces[]> {
  const { rows } = await sql<MonthOfPlaces>`
    with counted as (
      select event.id, to_char(starts_at at time zone 'Europe/London', 'YYYY-MM') as month, capacity, places_taken, waiting_count
      from event where ${IS_OFFERED} and ${inScope(scope)} and ${within("starts_at", period)}),
    attended as (
      select event_id, sum(party_size) as people from referral where state = 'attended' and event_id in (select id from counted) group by event_id)
    select month, coalesce(sum(capacity), 0)::int as offered, sum(places_taken)::int as taken, sum(waiting_count)::int as waiting,
      coalesce(sum(people), 0)::int as attended
    from counted left join attended on event_id = counted.id group by month order by month`.execute(db);
  return rows;
}

export interface Totals extends PlaceCounts {
  events: number;
  referrals: number;
}

/** All that happened in some days: events and their places by when they started, referrals by when they came. */
export async function countTotals(db: Kysely<Database>, { scope }: Question, days: Days): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select count(*)::int as events, coalesce(sum(capacity), 0)::int as offered, coalesce(sum(places_taken), 0)::int as taken,
      coalesce(sum(waiting_count), 0)::int as waiting,
      (select coalesce(sum(party_size), 0)::int from referral join event on event.id = event_id
        where state = 'attended' and ${IS_OFFERED} and ${inScope(scope)} and ${within("starts_at", days)}) as attended,
      (select count(*)::int from referral join event on event.id = event_id where ${inScope(scope)} and ${within("referral.created_at", days)}) as referrals
    from event where ${IS_OFFERED} and ${inScope(scope)} and ${within("starts_at", days)}`.execute(db);
  return rows[0]!;
}
