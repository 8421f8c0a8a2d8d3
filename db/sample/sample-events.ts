import { londonDate } from "../../server/wording/london-time.ts";
import { readReferenceFile } from "../reference/read.ts";
import { activeAndSpecial } from "./active-and-special.ts";
import { courses } from "./courses.ts";
import { expandSeries, numberOf, type SampleEvent } from "./expand.ts";
import type { SampleSeries } from "./sample-series.ts";
import { supportGroups } from "./support-groups.ts";
import { talks } from "./talks.ts";

const SERIES: readonly SampleSeries[] = [...supportGroups, ...courses, ...activeAndSpecial, ...talks];
const VENUES = readReferenceFile("venues");
const ORGANISATIONS = readReferenceFile("organisations");
const SPREAD_DAYS = 365;

/** Another copy of a series, somewhere else and at another time, for directories of any size. */
function variation(number: number): SampleSeries {
  const pick = (name: string, below: number) => numberOf(`${name} ${number}`, below);
  const series = SERIES[pick("series", SERIES.length)]!;
  const venue = VENUES[pick("venue", VENUES.length)]!;
  const place = series.venue ? String(venue["name"]) : "Online";
  return {
    ...series,
    key: `more-${number}-${series.key}`.slice(0, 80),
    title: `${series.title.slice(0, 110)} at ${place}`.slice(0, 200),
    organiser: String(ORGANISATIONS[pick("organiser", ORGANISATIONS.length)]!["slug"]),
    partners: [],
    ...(series.venue && { venue: String(venue["slug"]) }),
    dates: { inDays: [1 + pick("day", SPREAD_DAYS)] },
    at: [9 + pick("hour", 10), 30 * pick("half", 2), series.at[2]],
    ...(series.places && { places: { ...series.places, taken: [pick("taken", series.places.capacity + 1)] } }),
  };
}

/** The sample for the day that it is in London at `now`, or a larger one of `total` events. */
export function sampleEvents(now: Date, total?: number): SampleEvent[] {
  const today = londonDate(now.getTime());
  const events = SERIES.flatMap((series) => expandSeries(series, today));
  if (total === undefined) return events;
  for (let number = 0; events.length < total; number++) events.push(...expandSeries(variation(number), today));
  return events.slice(0, total);
}
