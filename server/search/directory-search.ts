import type { EventQuery } from "../contract/event-query.ts";
import { DEFAULT_WITHIN_KM, type FacetField, type Sort } from "../contract/values.ts";
import {
  add, count, countShared, emptySet, fullSet, intersectInPlace, members, remove, uniteInPlace, type Bitset,
} from "./bitset.ts";
import { compareCursors, readCursor, writeCursor, type Cursor } from "./cursor.ts";
import { distanceKm, type Point } from "./distance.ts";
import type { Lexicon } from "./lexicon.ts";
import type { SearchDocument } from "./search-document.ts";
import { TextIndex } from "./text-index.ts";

export interface Hit {
  /** Where the document stands in the list that the search was made from. */
  index: number;
  distanceKm?: number;
}

export type FacetCounts = Partial<Record<FacetField, { value: string; count: number }[]>>;

export interface SearchResult {
  hits: Hit[];
  total: number;
  next: string | null;
  facets?: FacetCounts;
  /** True where no document has every word: those that come nearest match. */
  relaxed?: true;
}

/** A query whose `near` has been found on the map. */
export type LocatedQuery = Omit<EventQuery, "near"> & { near?: Point };

interface Matches {
  set: Bitset;
  scores?: Float64Array;
  isRelaxed?: boolean;
  distances?: Float64Array;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Filters, searches, counts and sorts documents. Each value of each filter is a set of bits, so cost hardly rises with size. */
export class DirectorySearch {
  readonly #documents: readonly SearchDocument[];
  /** Place in date order to index in the list given. Every set is over places in date order. */
  readonly #order: readonly number[];
  readonly #places = new Map<string, number>();
  readonly #startsAt: Float64Array;
  readonly #ends: Float64Array;
  /** Places in order of their ends, beside the ends themselves in `#ends`. */
  readonly #byEnd: Uint32Array;
  readonly #values = new Map<FacetField, Map<string, Bitset>>();
  readonly #lexicon: Lexicon;
  #text: TextIndex | undefined;

  constructor(documents: readonly SearchDocument[], lexicon: Lexicon) {
    this.#documents = documents;
    this.#lexicon = lexicon;
    this.#order = documents
      .map((_, index) => index)
      .sort((a, b) => compareCursors({ rank: 0, ...documents[a]! }, { rank: 0, ...documents[b]! }));
    this.#startsAt = Float64Array.from(this.#order, (index) => documents[index]!.startsAt);
    const endOf = (place: number) => documents[this.#order[place]!]!.endsAt;
    this.#byEnd = Uint32Array.from(this.#order.keys()).sort((a, b) => endOf(a) - endOf(b));
    this.#ends = Float64Array.from(this.#byEnd, endOf);
    this.#order.forEach((index, place) => this.#file(documents[index]!, place));
  }

  /** Makes the index of words, which the first search for words does otherwise, and takes as long as many searches. */
  prepareText(): TextIndex {
    return (this.#text ??= new TextIndex(this.#order.map((index) => this.#documents[index]!.words), this.#lexicon));
  }

  run(query: LocatedQuery, now: number): SearchResult {
    const unfiltered = this.#unfiltered(query, now);
    const chosen = this.#chosen(query.filters);
    const set = unfiltered.set.slice();
    for (const bits of chosen.values()) intersectInPlace(set, bits);
    const page = this.#page({ ...unfiltered, set }, query);
    const total = count(set);
    return { ...page, total, ...(unfiltered.isRelaxed && total > 0 && { relaxed: true }), ...(query.facets && { facets: this.#facets(unfiltered.set, chosen, set) }) };
  }

  #file(document: SearchDocument, place: number): void {
    this.#places.set(document.id, place);
    for (const [field, values] of Object.entries(document.values) as [FacetField, readonly string[]][]) {
      for (const value of values) add(this.#bits(field, value), place);
    }
  }

  #bits(field: FacetField, value: string): Bitset {
    let values = this.#values.get(field);
    if (!values) this.#values.set(field, (values = new Map()));
    let bits = values.get(value);
    if (!bits) values.set(value, (bits = emptySet(this.#order.length)));
    return bits;
  }

  #document(place: number): SearchDocument {
    return this.#documents[this.#order[place]!]!;
  }

  /** What matches everything but the filters of vocabularies. */
  #unfiltered(query: LocatedQuery, now: number): Matches {
    const set = query.ids ? this.#withIds(query.ids) : fullSet(this.#order.length);
    this.#withinTime(set, query.from ?? (query.ids ? -Infinity : now), query.to ?? Infinity);
    return { set, ...this.#matchText(set, query), ...this.#matchNear(set, query) };
  }

  /** Takes out what ended by `from`, and what starts at `to` or later. */
  #withinTime(set: Bitset, from: number, to: number): void {
    const ended = firstAbove(this.#ends, from);
    for (let rank = 0; rank < ended; rank++) remove(set, this.#byEnd[rank]!);
    for (let place = firstAtLeast(this.#startsAt, to); place < this.#order.length; place++) remove(set, place);
  }

  #withIds(ids: readonly string[]): Bitset {
    const set = emptySet(this.#order.length);
    for (const id of ids) {
      const place = this.#places.get(id);
      if (place !== undefined) add(set, place);
    }
    return set;
  }

  #matchText(set: Bitset, { q }: LocatedQuery): Pick<Matches, "scores" | "isRelaxed"> {
    if (!q) return {};
    const found = this.prepareText().search(q, set);
    if (!found) return {};
    intersectInPlace(set, found.matches);
    return { scores: found.scores, isRelaxed: found.isRelaxed };
  }

  #matchNear(set: Bitset, { near, within = DEFAULT_WITHIN_KM }: LocatedQuery): Pick<Matches, "distances"> {
    if (!near) return {};
    const distances = new Float64Array(this.#order.length);
    const close = emptySet(this.#order.length);
    for (const place of members(set)) {
      const { point } = this.#document(place);
      distances[place] = point ? distanceKm(near, point) : Infinity;
      if (distances[place]! <= within) add(close, place);
    }
    intersectInPlace(set, close);
    return { distances };
  }

  #chosen(filters: EventQuery["filters"]): Map<FacetField, Bitset> {
    const chosen = new Map<FacetField, Bitset>();
    for (const [field, values] of Object.entries(filters) as [FacetField, readonly string[]][]) {
      if (values.length > 0) chosen.set(field, this.#eitherOrAll(field, values));
    }
    return chosen;
  }

  /** Any of the values will do, but somebody who needs two kinds of access needs both. */
  #eitherOrAll(field: FacetField, values: readonly string[]): Bitset {
    const sets = values.map((value) => this.#values.get(field)?.get(value) ?? emptySet(this.#order.length));
    const join = field === "access" ? intersectInPlace : uniteInPlace;
    return sets.slice(1).reduce(join, sets[0]!.slice());
  }

  #facets(unfiltered: Bitset, chosen: Map<FacetField, Bitset>, all: Bitset): FacetCounts {
    const facets: FacetCounts = {};
    for (const [field, values] of this.#values) {
      const base = chosen.has(field) && field !== "access" ? this.#withoutField(unfiltered, chosen, field) : all;
      facets[field] = Array.from(values, ([value, bits]) => ({ value, count: countShared(base, bits) }));
    }
    return facets;
  }

  #withoutField(unfiltered: Bitset, chosen: Map<FacetField, Bitset>, field: FacetField): Bitset {
    const set = unfiltered.slice();
    for (const [other, bits] of chosen) if (other !== field) intersectInPlace(set, bits);
    return set;
  }

  #page(matches: Matches, query: LocatedQuery): Pick<SearchResult, "hits" | "next"> {
    const sort = sortOf(query);
    const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const places = sort === "date" ? this.#byDate(matches.set, cursor, query.limit) : this.#byRank(matches, sort, cursor);
    const last = places[query.limit - 1];
    const hits = places.slice(0, query.limit).map((place) => this.#hit(place, matches));
    const next = last !== undefined && places.length > query.limit ? writeCursor({ sort, ...this.#key(last, matches, sort) }) : null;
    return { hits, next };
  }

  #hit(place: number, { distances }: Matches): Hit {
    return { index: this.#order[place]!, ...(distances && { distanceKm: round(distances[place]!) }) };
  }

  #key(place: number, { scores, distances }: Matches, sort: Sort): Omit<Cursor, "sort"> {
    const { id, startsAt } = this.#document(place);
    if (sort === "relevance") return { rank: scores ? -scores[place]! : 0, startsAt, id };
    return { rank: sort === "distance" ? distances?.[place] ?? 0 : 0, startsAt, id };
  }

  #byDate(set: Bitset, cursor: Cursor | undefined, limit: number): number[] {
    const places: number[] = [];
    for (const place of members(set, cursor ? this.#firstAfter(cursor) : 0)) {
      places.push(place);
      if (places.length > limit) break;
    }
    return places;
  }

  #firstAfter(cursor: Cursor): number {
    return firstIndex(this.#order.length, (place) => compareCursors({ rank: 0, ...this.#document(place) }, { ...cursor, rank: 0 }) > 0);
  }

  #byRank(matches: Matches, sort: Sort, cursor: Cursor | undefined): number[] {
    const keyed = Array.from(members(matches.set), (place) => ({ place, key: this.#key(place, matches, sort) }));
    const after = cursor ? keyed.filter(({ key }) => compareCursors(key, cursor) > 0) : keyed;
    return after.sort((a, b) => compareCursors(a.key, b.key)).map(({ place }) => place);
  }
}

function firstIndex(size: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const firstAbove = (sorted: Float64Array, value: number) => firstIndex(sorted.length, (index) => sorted[index]! > value);
const firstAtLeast = (sorted: Float64Array, value: number) => firstIndex(sorted.length, (index) => sorted[index]! >= value);

/** The order asked for, else by relevance for words, by distance for a place, by date for neither. */
export function sortOf({ sort, q, near }: Pick<LocatedQuery, "sort" | "q"> & { near?: unknown }): Sort {
  return sort ?? (q ? "relevance" : near ? "distance" : "date");
}
