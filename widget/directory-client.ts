import type { EventAlternatives } from "../server/contract/alternatives.ts";
import type { Event } from "../server/contract/event.ts";
import type { EventPage, Facets } from "../server/contract/event-page.ts";
import { LOCAL_SEARCH_LIMIT, MAX_LIMIT } from "../server/contract/values.ts";
import type { Scope } from "./attributes.ts";
import { instantsOf, rangeOf } from "./days.ts";
import { recounted } from "./facet-counts.ts";
import { Feed, FeedProblem } from "./feed.ts";
import type { LocalSearch } from "./local-search.ts";
import { searchParams } from "./query.ts";
import { isNarrowed, NO_SEARCH, OLD_MS, type Answer, type Filters, type ListItem, type Search } from "./state.ts";

const MOST_PAUSE_MS = 200;
/** Nobody types so fast that a shorter pause would spare a request. */
const LEAST_PAUSE_MS = 50;

export type LoadLocalSearch = () => Promise<{ LocalSearch: typeof LocalSearch }>;

export interface SearchOptions {
  now: number;
  signal: AbortSignal;
  /** True when more key strokes are likely to follow at once. */
  typing: boolean;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Answers the searches of one finder, from the service or from the index in this browser, whichever is right. */
export class DirectoryClient {
  readonly #feed: Feed;
  readonly #pageSize: number;
  readonly #loadLocalSearch: LoadLocalSearch | undefined;
  readonly #known = new Map<string, Event>();
  #scope: Scope;
  /** Every value of every facet of the scope, from the first answer. */
  #allFacets: Partial<Facets> | undefined;
  #size = 0;
  #pause = MOST_PAUSE_MS;
  #local: LocalSearch | undefined;
  #fetchedAt = -Infinity;
  #fetching: AbortController | undefined;
  #staleSince: string | undefined;

  /** `loadLocalSearch` brings the engine that searches in this browser. Without it the service answers every search. */
  constructor({ service, scope, pageSize }: { service: string; scope: Scope; pageSize: number }, loadLocalSearch?: LoadLocalSearch) {
    this.#loadLocalSearch = loadLocalSearch;
    this.#feed = new Feed(service);
    this.#scope = scope;
    this.#pageSize = pageSize;
  }

  /** The first page of a search. Throws what `Feed` throws. */
  async search(search: Search, { now, signal, typing }: SearchOptions): Promise<Answer> {
    if (isNarrowed(search)) this.#prepareLocal(now);
    const local = this.#fromIndex(search, now, undefined);
    if (local) return local;
    // As long as the last answer took: a quick service is asked at each key, a slow one when a person stops.
    if (typing && this.#pause > LEAST_PAUSE_MS) await pause(this.#pause, signal);
    const asked = performance.now();
    const answer = this.#answerOf(await this.#firstPage(search, this.#pageSize, now, signal));
    this.#pause = Math.min(MOST_PAUSE_MS, performance.now() - asked);
    if (!isNarrowed(search)) this.#learnWhole(answer);
    return this.#allFacets ? { ...answer, facets: recounted(this.#allFacets, answer.facets) } : answer;
  }

  /** From now on nothing counts that was kept: the next answer comes from the service. */
  expire(): void {
    this.#local = undefined;
    this.#fetchedAt = -Infinity;
    this.#fetching?.abort();
    this.#fetching = undefined;
  }

  /** The same search anew, with as many events as are shown, past every kept answer. */
  async renew(search: Search, shown: number, now: number): Promise<Answer> {
    const { signal } = new AbortController();
    const limit = Math.min(MAX_LIMIT, Math.max(this.#pageSize, shown));
    let answer = this.#answerOf(await this.#firstPage(search, limit, now, signal));
    if (!isNarrowed(search)) this.#learnWhole(answer);
    for (let page = answer; page.next && page.events.length > 0 && answer.events.length < shown; ) {
      page = await this.more(search, answer, now, signal);
      answer = { ...page, events: [...answer.events, ...page.events], facets: answer.facets };
    }
    return this.#allFacets ? { ...answer, facets: recounted(this.#allFacets, answer.facets) } : answer;
  }

  /** The first page of a search as the browser has it from an earlier time. Throws what `Feed` throws, and `TypeError` where the answer does not tell its time. */
  async kept(search: Search, now: number, signal: AbortSignal): Promise<Answer> {
    const page = await this.#firstPage(search, this.#pageSize, now, signal, "force-cache");
    if (Number.isNaN(page.at)) throw new TypeError("no date");
    const events = page.events.filter(({ endsAt }) => Date.parse(endsAt) > now);
    return { ...this.#answerOf({ ...page, events }), next: null, facets: {} };
  }

  /** The page after an answer, from whoever gave that answer. */
  async more(search: Search, { next, source }: Answer, now: number, signal: AbortSignal): Promise<Answer> {
    const local = source === "index" ? this.#fromIndex(search, now, next ?? undefined) : undefined;
    if (local) return local;
    const options = { limit: this.#pageSize, cursor: next ?? undefined, facets: false };
    return this.#answerOf(await this.#feed.page(searchParams(search, this.#scope, rangeOf(search, now), options), signal));
  }

  /** The filters of the tag, as far as the service knows them. */
  get scope(): Scope {
    return this.#scope;
  }

  /** The whole event, if a page or an earlier request brought it. */
  known(id: string): Event | undefined {
    return this.#known.get(id);
  }

  async event(id: string, signal: AbortSignal): Promise<Event> {
    const event = this.#known.get(id) ?? (await this.#feed.event(id, signal));
    this.#known.set(id, event);
    return event;
  }

  /** What there is instead of an event, of what the host shows. */
  alternatives(id: string, signal: AbortSignal): Promise<EventAlternatives> {
    const params = Object.entries(this.#scope).flatMap(([field, values]) => values.map((value) => [field, value]));
    return this.#feed.alternatives(id, new URLSearchParams(params), signal);
  }

  /** Up to 100 events by their ids, in the order of their dates. Those that are gone are left out. */
  async events(ids: readonly string[], signal: AbortSignal): Promise<readonly ListItem[]> {
    const params = new URLSearchParams([["limit", "100"], ...ids.map((id) => ["ids", id])]);
    return this.#answerOf(await this.#feed.page(params, signal)).events;
  }

  #answerOf(page: EventPage & { at: number }): Answer {
    for (const event of page.events) this.#known.set(event.id, event);
    this.#staleSince = page.staleSince;
    return {
      events: page.events,
      total: page.total,
      next: page.next,
      facets: page.facets ?? {},
      changeNumber: page.changeNumber,
      relaxed: page.relaxed,
      source: "service",
      at: page.at,
      staleSince: page.staleSince,
      attribution: page.attribution,
    };
  }

  #learnWhole({ total, facets }: Answer): void {
    this.#size = total;
    this.#allFacets = facets;
  }

  async #firstPage(search: Search, limit: number, now: number, signal: AbortSignal, cache?: "force-cache"): Promise<EventPage & { at: number }> {
    const page = (scope: Scope, filters: Filters) =>
      this.#feed.page(searchParams({ ...search, filters }, scope, rangeOf(search, now), { limit, facets: true }), signal, cache);
    try {
      return await page(this.#scope, search.filters);
    } catch (error) {
      if (!(error instanceof FeedProblem)) throw error;
      const { repairedFilters } = await import("./repaired-filters.ts");
      const known = repairedFilters(this.#scope, search.filters, error.errors);
      if (!known) throw error;
      this.#scope = known.scope;
      return page(known.scope, known.filters);
    }
  }

  #fromIndex(search: Search, now: number, cursor: string | undefined): Answer | undefined {
    if (!this.#local || !this.#allFacets || search.near.trim()) return undefined;
    const options = { limit: this.#pageSize, cursor, facets: cursor === undefined };
    const { facets, relaxed, ...page } = this.#local.page(search, this.#scope, { now, ...instantsOf(rangeOf(search, now)) }, options);
    const staleSince = this.#staleSince;
    return { ...page, relaxed, source: "index", at: this.#fetchedAt, facets: recounted(this.#allFacets, facets ?? {}), staleSince, attribution: undefined };
  }

  #prepareLocal(now: number): void {
    if (!this.#loadLocalSearch || this.#fetching || this.#size > LOCAL_SEARCH_LIMIT || now - this.#fetchedAt < OLD_MS) return;
    this.#fetching = new AbortController();
    void this.#fetchIndex(this.#loadLocalSearch, now, this.#fetching);
  }

  /** A failure here costs nothing: the service goes on answering, and the next search tries again. */
  async #fetchIndex(loadLocalSearch: LoadLocalSearch, now: number, fetching: AbortController): Promise<void> {
    const { signal } = fetching;
    try {
      if (!this.#allFacets) this.#learnWhole(this.#answerOf(await this.#firstPage(NO_SEARCH, 1, now, signal)));
      if (this.#size > LOCAL_SEARCH_LIMIT) return;
      const [{ LocalSearch }, index] = await Promise.all([loadLocalSearch(), this.#feed.index(signal)]);
      if (signal.aborted) return;
      this.#local = new LocalSearch(index);
      this.#fetchedAt = now;
    } catch (error) {
      if (!signal.aborted) console.info("<hwbe-finder>: the index could not be had.", error);
    } finally {
      if (this.#fetching === fetching) this.#fetching = undefined;
    }
  }
}
