import { londonDate } from "../../server/wording/london-time.ts";
import { activeAndSpecial } from "./active-and-special.ts";
import { courses } from "./courses.ts";
import { expandSeries, type SampleEvent } from "./expand.ts";
import type { SampleSeries } from "./sample-series.ts";
import { supportGroups } from "./support-groups.ts";
import { talks } from "./talks.ts";
import { variation } from "./variation.ts";

/** Every series of the sample, but for those that a large one adds. */
export const SERIES: readonly SampleSeries[] = [...supportGroups, ...courses, ...activeAndSpecial, ...talks];

/** The sample for the day that it is in London at `now`, or one of `total` events. */
export function sampleEvents(now: Date, total?: number): SampleEvent[] {
  const today = londonDate(now.getTime());
  const events = SERIES.flatMap((series) => expandSeries(series, today));
  if (total === undefined) return events;
  for (let number = 1; events.length < total; number++) events.push(...expandSeries(variation(number, SERIES), today));
  return events.slice(0, total);
}
