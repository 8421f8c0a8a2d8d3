import { readReferenceFile } from "../../db/reference/read.ts";
import type { Event } from "../contract/event.ts";
import { FIXED_LABELS, type Term, type TermRef, type Vocabularies } from "../contract/vocabulary.ts";
import { CodePoints } from "../events/code-points.ts";
import { Directory } from "../events/directory.ts";
import type { DirectorySource } from "../events/live-directory.ts";
import { PageTexts } from "../events/page-texts.ts";
import { PublishedEvent } from "../events/published-event.ts";
import { DocumentReader } from "../search/search-document.ts";
import { searchVocabulary } from "../search/search-vocabulary.ts";

const fixed = (labels: Record<string, string>) => Object.entries(labels).map(([slug, label]) => ({ slug, label }));

function distinct<T extends { slug: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.slug, item])).values()];
}

function terms(refs: readonly TermRef[]): Term[] {
  return distinct(refs).map((ref) => ({ ...ref, parent: null, definition: null, synonyms: [], misspellings: [] }));
}

function vocabulariesOf(events: readonly Event[]): Vocabularies {
  const boroughs = events.flatMap(({ venue }) => (venue?.borough ? [{ ...venue.borough, ...venue }] : []));
  return {
    topics: terms(events.flatMap(({ topics }) => topics)),
    tumourGroups: terms(events.flatMap(({ tumourGroups }) => tumourGroups)),
    stages: terms(events.flatMap(({ stages }) => stages)),
    boroughs: distinct(boroughs.map(({ borough, latitude, longitude }) => ({
      ...borough!, gss: "E09000001", alliance: null, latitude, longitude, tile: { row: 0, column: 0 },
    }))),
    alliances: distinct(events.flatMap(({ alliance }) => alliance ?? [])).map((ref) => ({
      ...ref, shortName: ref.label, onsCode: null, website: null, validFrom: null, validTo: null, predecessors: [], boroughs: [],
    })),
    formats: fixed(FIXED_LABELS.format),
    kinds: fixed(FIXED_LABELS.kind),
    audiences: fixed(FIXED_LABELS.audience),
    access: fixed(FIXED_LABELS.access),
    booking: fixed(FIXED_LABELS.booking),
    languages: distinct(events.flatMap(({ languages }) => languages)),
  };
}

/** The words of the public pages as they are shipped. */
const PAGES = PageTexts.parse({ sections: readReferenceFile("page-sections"), signposts: readReferenceFile("signposts") });

/** A directory of just these events, with the vocabularies that they use. */
export function directoryOf(events: readonly Event[], now: number, changeNumber = 1): Directory {
  const vocabularies = vocabulariesOf(events);
  const reader = new DocumentReader(searchVocabulary(vocabularies));
  return new Directory({
    changeNumber,
    changedAt: now,
    events: events.map((event) => new PublishedEvent(event, reader)),
    reader,
    vocabularies,
    organisations: distinct(events.map(({ organiser }) => ({ ...organiser, alliance: null }))),
    venues: events.flatMap(({ venue }) => venue ?? []),
    codes: new CodePoints([]),
    pages: PAGES,
  }, now);
}

/** A source that always gives the same directory, as if its database had been `staleSince` away. */
export function sourceOf(directory: Directory, staleSince?: number): DirectorySource {
  return { current: () => directory, staleSince: () => staleSince, edition: () => `${directory.changeNumber}-${staleSince ?? ""}` };
}
