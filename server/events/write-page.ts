import { EventSummary, type Event } from "../contract/event.ts";
import type { Kept } from "../search/alternatives.ts";
import { searchVocabulary } from "../search/search-vocabulary.ts";
import { londonIso } from "../wording/london-time.ts";
import type { Directory, DirectoryResult } from "./directory.ts";
import type { PublishedEvent } from "./published-event.ts";
import { fingerprint } from "../http/finished-bodies.ts";
import { attribution } from "../imports/attribution.ts";

/** When the directory last changed, or its last event ended, whichever is later. */
function asOf(directory: Directory, now: number): string {
  return londonIso(Math.max(directory.changedAt, directory.ended(now).at));
}

const OPENING = Buffer.from('{"events":[');

function listed({ event, distanceKm }: DirectoryResult["hits"][number], place: number): Buffer[] {
  const json = place === 0 ? event.json : event.commaJson;
  return distanceKm === undefined ? [json] : [json.subarray(0, -1), Buffer.from(`,"distanceKm":${distanceKm}}`)];
}

interface PageContext {
  directory: Directory;
  now: number;
  staleSince: number | undefined;
  near: boolean;
}

/** Joins the finished JSON of each event to a page (contract `EventPage`). The fingerprint is of its parts. */
export function writeEventPage(
  { hits, ...result }: DirectoryResult,
  { directory, now, staleSince, near }: PageContext,
): { parts: Buffer[]; fingerprint: string } {
  const rest = JSON.stringify({
    ...result,
    changeNumber: directory.changeNumber,
    asOf: asOf(directory, now),
    ...(staleSince !== undefined && { staleSince: londonIso(staleSince) }),
    ...(near && { attribution }),
  });
  const parts = [OPENING, ...hits.flatMap(listed), Buffer.from(`],${rest.slice(1)}`)];
  const prints = hits.map(({ event, distanceKm }) => `${event.fingerprint}${distanceKm ?? ""}`);
  return { parts, fingerprint: fingerprint(`${prints.join()}${rest}`) };
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

/** What there is instead of an event (contract `EventAlternatives`). */
export function writeAlternatives(directory: Directory, event: PublishedEvent, now: number, kept: Kept): string {
  const { online, similar } = directory.alternatives(event, now, kept);
  const summaries = (events: readonly PublishedEvent[]) => events.map((listed) => summary(listed.read()));
  return JSON.stringify({ online: summaries(online), similar: summaries(similar) });
}
