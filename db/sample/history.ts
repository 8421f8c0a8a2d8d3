import type { Insertable } from "kysely";
import { addDays, londonDate } from "../../server/wording/london-time.ts";
import type { ReferralTable } from "../schema.ts";
import { expandSeries, numberOf, type SampleEvent } from "./expand.ts";
import { pastReferrals } from "./past-referrals.ts";
import { SERIES } from "./sample-events.ts";
import type { SampleSeries } from "./sample-series.ts";

/** What was held in the two years before the sample, and who came: numbers alone, for no person stands behind them. */
export interface SampleHistory {
  events: SampleEvent[];
  referrals: Insertable<ReferralTable>[];
}

const LAST_DAY = 20;
const FIRST_DAY = 730;
/** There was less in the first of the two years. */
const EVERY_DAYS = { lastYear: 90, before: 150 } as const;

/** How many days ago a series was held, in no regular order. */
function pastDays({ key }: SampleSeries): number[] {
  const days: number[] = [];
  for (let day = LAST_DAY + numberOf(key, EVERY_DAYS.lastYear); day < FIRST_DAY; ) {
    days.push(-day);
    const every = day < 365 ? EVERY_DAYS.lastYear : EVERY_DAYS.before;
    day += every / 2 + numberOf(`${key} ${day}`, every);
  }
  return days;
}

function wasHeld(series: SampleSeries, today: string): SampleEvent[] {
  const { cancelled: _1, postponed: _2, courseSessions: _3, ...held } = series;
  return expandSeries({ ...held, dates: { inDays: pastDays(series) } }, today);
}

/** What happened before a day in London. The same day gives the same. */
export function sampleHistory(now: Date): SampleHistory {
  const today = londonDate(now.getTime());
  const history = SERIES.flatMap((series) => wasHeld(series, today)).map(({ event, ...parts }) => {
    const booking_approval = event.booking_route === "here" && numberOf(event.organisation, 3) === 0;
    const { referrals, places_taken, waiting_count } = pastReferrals({ ...event, booking_approval });
    const waiting_list = event.waiting_list === true || waiting_count > 0;
    const asked = { booking_approval, places_taken, waiting_count, waiting_list, last_confirmed: addDays(londonDate(Number(event.starts_at)), -9) };
    return { sample: { ...parts, event: { ...event, ...asked } }, referrals };
  });
  return { events: history.map(({ sample }) => sample), referrals: history.flatMap(({ referrals }) => referrals) };
}
