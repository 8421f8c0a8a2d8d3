import type { Facets } from "../server/contract/event-page.ts";
import type { FacetField, Sort } from "../server/contract/values.ts";
import type { EventSummary } from "../server/contract/event.ts";
import type { Span } from "../server/wording/spans.ts";

export const WHENS = ["any", "today", "tomorrow", "week", "weekend", "four-weeks"] as const satisfies readonly ("any" | Span)[];
export type When = (typeof WHENS)[number];

/** Distances to choose from, in miles. */
export const MILES = [1, 3, 5, 10, 20] as const;
export type Miles = (typeof MILES)[number];

/** How the events are shown. */
export const VIEWS = ["list", "month", "map"] as const;
export type View = (typeof VIEWS)[number];

export type Filters = Readonly<Partial<Record<FacetField, readonly string[]>>>;

/** What a person asks for. */
export interface Search {
  readonly q: string;
  readonly near: string;
  readonly miles: Miles;
  readonly when: When;
  /** The one month, `2026-12`, to which the list is kept, in place of `when`. */
  readonly month: string | undefined;
  readonly filters: Filters;
  /** Undefined leaves the order to the service: by relevance for words, by distance for a place, else by date. */
  readonly sort: Sort | undefined;
}

export type ListItem = EventSummary & { readonly distanceKm?: number | undefined };

/** Events that answer a search, as far as they have been listed. */
export interface Answer {
  readonly events: readonly ListItem[];
  readonly total: number;
  readonly next: string | null;
  readonly facets: Partial<Facets>;
  /** Of the directory that answered: it rises with each change. */
  readonly changeNumber: number;
  /** Who answered, and so who must be asked for the next page: cursors of the two may differ in age. */
  readonly source: "service" | "index";
  /** When the service told of these events, in milliseconds. */
  readonly at: number;
  /** True where no event has every word: these come nearest. */
  readonly relaxed: boolean | undefined;
  /** Since when the service itself could not check for changes. */
  readonly staleSince: string | undefined;
  readonly attribution: string | undefined;
}

/** A list that is older is brought up to date, or its places are no longer shown. */
export const OLD_MS = 10 * 60_000;

export type Failure =
  | { readonly kind: "offline" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "unknown-place"; readonly suggestions: readonly string[] };

/** All that the finder shows that is not an attribute. `answer` is the last good one, also while another is awaited or failed. */
export interface FinderState {
  readonly search: Search;
  readonly view: View;
  readonly answer: Answer | undefined;
  readonly failure: Failure | undefined;
  readonly open: ReadonlySet<string>;
  readonly shownInFull: ReadonlySet<FacetField>;
  readonly filtersOpen: boolean;
}

export const NO_SEARCH: Search = { q: "", near: "", miles: 5, when: "any", month: undefined, filters: {}, sort: undefined };

export const INITIAL: FinderState = {
  search: NO_SEARCH,
  view: "list",
  answer: undefined,
  failure: undefined,
  open: new Set(),
  shownInFull: new Set(),
  filtersOpen: false,
};

/** True when anything is asked for beyond what the host page set. */
export function isNarrowed({ q, near, when, month, filters }: Search): boolean {
  return q.trim() !== "" || near.trim() !== "" || when !== "any" || month !== undefined || countFilters(filters) > 0;
}

export function countFilters(filters: Filters): number {
  return Object.values(filters).reduce((sum, values) => sum + values.length, 0);
}

/** A list can be put in another order only when there is something to order it by. */
export function sortsFor({ q, near }: Search): Sort[] {
  const sorts: Sort[] = [];
  if (q.trim()) sorts.push("relevance");
  if (near.trim()) sorts.push("distance");
  return sorts.length > 0 ? [...sorts, "date"] : [];
}

export function withFilter(search: Search, field: FacetField, value: string, chosen: boolean): Search {
  const others = (search.filters[field] ?? []).filter((other) => other !== value);
  const values = chosen ? [...others, value] : others;
  const { [field]: _, ...rest } = search.filters;
  return { ...search, filters: values.length > 0 ? { ...rest, [field]: values } : rest };
}

/** Changes a search and drops an order that the new one can no longer have. */
export function withChange(search: Search, change: Partial<Search>): Search {
  const changed = { ...search, ...(change.when && { month: undefined }), ...(change.month && { when: "any" as const }), ...change };
  return changed.sort && !sortsFor(changed).includes(changed.sort) ? { ...changed, sort: undefined } : changed;
}

/** True when a change leaves a search as it is. */
export function isUnchanged(search: Search, change: Partial<Search>): boolean {
  return (Object.keys(change) as (keyof Search)[]).every((key) => change[key] === search[key]);
}

/** The next greater distance, or undefined when there is none. */
export function wider(miles: Miles): Miles | undefined {
  return MILES.find((choice) => choice > miles);
}

export function searching(state: FinderState, search: Search): FinderState {
  return { ...state, search };
}

export function answered(state: FinderState, answer: Answer): FinderState {
  return { ...state, answer, failure: undefined };
}

/** True when the places may have changed since the list was had: nobody should travel for them. */
export function isOld({ answer, failure }: FinderState): boolean {
  return answer?.staleSince !== undefined || (failure !== undefined && failure.kind !== "unknown-place");
}

/** Adds a further page. Events that moved between pages while the person read are shown once. */
export function continued(state: FinderState, page: Answer): FinderState {
  const listed = state.answer?.events ?? [];
  const known = new Set(listed.map((event) => event.id));
  const events = [...listed, ...page.events.filter((event) => !known.has(event.id))];
  return answered(state, { ...page, events, facets: state.answer?.facets ?? page.facets });
}

export function failed(state: FinderState, failure: Failure): FinderState {
  return { ...state, failure };
}

function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const copy = new Set(set);
  if (!copy.delete(value)) copy.add(value);
  return copy;
}

export function toggleEvent(state: FinderState, id: string): FinderState {
  return { ...state, open: toggled(state.open, id) };
}

export function closeEvents(state: FinderState): FinderState {
  return { ...state, open: new Set() };
}

export function showInFull(state: FinderState, field: FacetField): FinderState {
  return { ...state, shownInFull: new Set(state.shownInFull).add(field) };
}

export function toggleFilters(state: FinderState): FinderState {
  return { ...state, filtersOpen: !state.filtersOpen };
}

export function withView(state: FinderState, view: View): FinderState {
  return { ...state, view };
}
