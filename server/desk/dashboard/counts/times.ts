import { sql, type Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import type { Days } from "../period.ts";
import { inScope } from "../scope.ts";
import { within, type Question } from "./question.ts";

/** Seconds within which half, and nine in ten, were done. */
export interface Spread {
  median: number;
  ninetieth: number;
}

/** Referrals that came in some days, and how far they got. */
export interface Times {
  referrals: number;
  seen: number;
  /** Confirmed in the moment of booking, where the organiser asks for no look first. */
  confirmedAtOnce: number;
  confirmedLater: number;
  untilSeen: Spread | undefined;
  untilConfirmed: Spread | undefined;
}

interface Row {
  referrals: number;
  seen: number;
  at_once: number;
  later: number;
  until_seen: [number, number] | null;
  until_confirmed: [number, number] | null;
}

function toSpread(pair: [number, number] | null): Spread | undefined {
  return pair === null ? undefined : { median: pair[0], ninetieth: pair[1] };
}

/** How long people waited. A time between two referrals is taken in proportion (`percentile_cont`). */
export async function countTimes(db: Kysely<Database>, { scope }: Question, days: Days): Promise<Times> {
  const { rows: [row] } = await sql<Row>`
    select count(*) as referrals, count(seen_at) as seen,
      count(*) filter (where confirmed_at <= referral.created_at) as at_once, count(*) filter (where confirmed_at > referral.created_at) as later,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from seen_at - referral.created_at)::float8) as until_seen,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from confirmed_at - referral.created_at)::float8)
        filter (where confirmed_at > referral.created_at) as until_confirmed
    from referral join event on event.id = event_id where ${inScope(scope)} and ${within("referral.created_at", days)}`.execute(db);
  const { referrals, seen, at_once, later, until_seen, until_confirmed } = row!;
  return { referrals, seen, confirmedAtOnce: at_once, confirmedLater: later, untilSeen: toSpread(until_seen), untilConfirmed: toSpread(until_confirmed) };
}
