import { EventSummary, type Event } from "../contract/event.ts";
import { searchVocabulary } from "../search/search-vocabulary.ts";
import { londonIso } from "../wording/london-time.ts";
import type { Directory, DirectoryResult } from "./directory.ts";
import { attribution } from "../imports/attribution.ts";

/** When the directory last changed, or its last event ended, whichever is later. */
function asOf(directory: Directory, now: number): string {
  return londonIso(Math.max(directory.changedAt, directory.ended(now).at));
}

function listed({ event, distanceKm }: DirectoryResult["hits"][number]): string {
  return distanceKm === undefined ? event.json : `${event.json.slice(0, -1)},"distanceKm":${distanceKm}}`;
}

interface PageContext {
  directory: Directory;
  now: number;
  staleSince: number | undefined;
  near: boolean;
}

/** Joins the finished JSON of each event to a page (contract `EventPage`). */
export function writeEventPage({ hits, ...result }: DirectoryResult, { directory, now, staleSince, near }: PageContext): string {
  const rest = {
    ...result,
    changeNumber: directory.changeNumber,
    asOf: asOf(directory, now),
    ...(staleSince !== undefined && { staleSince: londonIso(staleSince) }),
    ...(near && { attribution }),
  };
  return `{"events":[${hits.map(listed).join(",")}],${JSON.stringify(rest).slice(1)}`;
}

const SUMMARY_FIELDS = Object.keys(EventSummary.shape) as (keyof EventSummary)[];

function summary(event: Event): EventSummary {
  return Object.fromEntries(SUMMARY_FIELDS.map((field) => [field, event[field]])) as EventSummary;
}

/** Every event to come, as summaries (contract `EventIndex`). */
export function writeEventIndex(directory: Directory, now: number): string {
  const events = directory.events.filter(({ document }) => document.endsAt > now).map((event) => summary(event.read()));
  return JSON.stringify({
    events,
    vocabulary: searchVocabulary(directory.vocabularies),
    changeNumber: directory.changeNumber,
    asOf: asOf(directory, now),
  });
}
