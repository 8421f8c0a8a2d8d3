import type { EventQuery } from "../contract/event-query.ts";
import type { Facets } from "../contract/event-page.ts";
import type { Organisation } from "../contract/organisation.ts";
import type { Venue } from "../contract/venue.ts";
import type { Vocabularies } from "../contract/vocabulary.ts";
import { findAlternatives, type Alternatives, type Kept } from "../search/alternatives.ts";
import { DirectorySearch } from "../search/directory-search.ts";
import type { DocumentReader } from "../search/search-document.ts";
import { addDays, londonDate, londonInstant } from "../wording/london-time.ts";
import { facetTerms, labelFacets, type FacetTerms } from "./facet-labels.ts";
import type { CodePoints } from "./code-points.ts";
import { Gazetteer } from "./gazetteer.ts";
import type { PageTexts } from "./page-texts.ts";
import type { PublishedEvent } from "./published-event.ts";

/** What a directory is made from. `changedAt` is when its last change was made, in milliseconds. */
export interface DirectoryParts {
  changeNumber: number;
  changedAt: number;
  events: readonly PublishedEvent[];
  reader: DocumentReader;
  vocabularies: Vocabularies;
  organisations: readonly Omit<Organisation, "upcomingEvents">[];
  venues: readonly Venue[];
  codes: CodePoints;
  pages: PageTexts;
}

export interface DirectoryResult {
  hits: { event: PublishedEvent; distanceKm?: number }[];
  total: number;
  next: string | null;
  facets?: Facets;
  /** True where no event has every word: those that come nearest match. */
  relaxed?: true;
}

/** The published directory at one change number. It never changes: a change makes a new one. */
export class Directory {
  readonly changeNumber: number;
  readonly changedAt: number;
  /** Sorted by start, then id. */
  readonly events: readonly PublishedEvent[];
  readonly vocabularies: Vocabularies;
  readonly organisations: readonly Organisation[];
  readonly gazetteer: Gazetteer;
  readonly pages: PageTexts;
  readonly terms: FacetTerms;
  readonly #byId: ReadonlyMap<string, PublishedEvent>;
  readonly #bySlug: ReadonlyMap<string, PublishedEvent>;
  readonly #ends: Float64Array;
  readonly #search: DirectorySearch;

  constructor(parts: DirectoryParts, now: number) {
    const { changeNumber, changedAt, vocabularies, venues, codes, reader } = parts;
    this.changeNumber = changeNumber;
    this.changedAt = changedAt;
    this.events = parts.events.toSorted(
      (a, b) => a.document.startsAt - b.document.startsAt || (a.id < b.id ? -1 : 1),
    );
    this.vocabularies = vocabularies;
    this.pages = parts.pages;
    this.organisations = countUpcoming(parts, now);
    this.gazetteer = new Gazetteer(vocabularies.boroughs, venues, codes);
    this.terms = facetTerms(vocabularies, this.organisations);
    this.#byId = new Map(this.events.map((event) => [event.id, event]));
    this.#bySlug = new Map(this.events.map((event) => [event.slug, event]));
    this.#ends = Float64Array.from(this.events, ({ document }) => document.endsAt).sort();
    this.#search = new DirectorySearch(this.events.map(({ document }) => document), reader.lexicon);
  }

  byId(id: string): PublishedEvent | undefined {
    return this.#byId.get(id);
  }

  bySlug(slug: string): PublishedEvent | undefined {
    return this.#bySlug.get(slug);
  }

  /** A query whose `near` cannot be found on the map matches nothing: check it first with the gazetteer. */
  query({ near, ...query }: EventQuery, now: number): DirectoryResult {
    const located = near === undefined ? undefined : this.gazetteer.locate(near);
    if (located && !("point" in located)) return { hits: [], total: 0, next: null };
    const { hits, facets, ...rest } = this.#search.run({ ...query, ...(located && { near: located.point }) }, now);
    return {
      hits: hits.map(({ index, ...hit }) => ({ event: this.events[index]!, ...hit })),
      ...rest,
      ...(facets && { facets: labelFacets(facets, this.terms) }),
    };
  }

  /** What a person could go to instead of an event, from tomorrow on, so that the answer holds as long as the day. */
  alternatives(event: PublishedEvent, now: number, kept: Kept = {}): Alternatives<PublishedEvent> {
    const groups = event.read().tumourGroups.map(({ slug }) => slug);
    return findAlternatives(event, groups, this.events, londonInstant(addDays(londonDate(now), 1)), kept);
  }

  /** How many events are over, when the last of them ended, and when the next will: what a list to come shows changes then too. */
  ended(now: number): { count: number; at: number; next: number } {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ends[middle]! <= now) low = middle + 1;
      else high = middle;
    }
    return { count: low, at: this.#ends[low - 1] ?? 0, next: this.#ends[low] ?? Infinity };
  }
}

function countUpcoming({ organisations, events }: DirectoryParts, now: number): Organisation[] {
  const counts = new Map<string, number>();
  for (const { document } of events) {
    if (document.endsAt <= now) continue;
    for (const slug of document.values.organiser ?? []) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return organisations.map((organisation) => ({ ...organisation, upcomingEvents: counts.get(organisation.slug) ?? 0 }));
}
