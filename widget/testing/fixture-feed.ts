import type { Event } from "../../server/contract/event.ts";
import { type EventPage, type Facets } from "../../server/contract/event-page.ts";
import { FACET_FIELDS, type FacetField, SORTS } from "../../server/contract/values.ts";
import type { EventAlternatives } from "../../server/contract/alternatives.ts";
import { findAlternatives } from "../../server/search/alternatives.ts";
import { DirectorySearch, type FacetCounts, type LocatedQuery } from "../../server/search/directory-search.ts";
import type { Point } from "../../server/search/distance.ts";
import { DocumentReader } from "../../server/search/search-document.ts";
import { addDays, londonInstant, londonIso } from "../../server/wording/london-time.ts";
import { FixtureStream } from "./fixture-stream.ts";
import { fixtureEvents, SERVICE, VOCABULARY } from "./fixture-events.ts";

const PLACES: Readonly<Record<string, Point>> = {
  SE1: { latitude: 51.501, longitude: -0.09 },
  "51.50,-0.09": { latitude: 51.5, longitude: -0.09 },
  CAMDEN: { latitude: 51.541, longitude: -0.143 },
};

type Outcome = "answer" | "unreachable" | "failing";

function labels(events: readonly Event[]): Map<string, string> {
  const refs = events.flatMap(({ topics, tumourGroups, stages, languages, organiser, alliance, venue }) => [
    ...topics, ...tumourGroups, ...stages, ...languages, organiser, ...(alliance ? [alliance] : []), ...(venue?.borough ? [venue.borough] : []),
  ]);
  return new Map(refs.map(({ slug, label }) => [slug, label]));
}

/**
 * The service at the network's edge: it stands in for `fetch` and answers from made-up events with the engine that the
 * service runs. It can be held, so that a test decides when an answer comes, and made to fail.
 */
export class FixtureFeed {
  readonly requests: URL[] = [];
  /** How many requests were given up by the page. */
  aborted = 0;
  outcome: Outcome = "answer";
  staleSince: string | undefined;
  /** What the cache of the browser would hold. */
  readonly #kept = new Map<string, Response>();
  #events: readonly Event[];
  #search: DirectorySearch;
  readonly #labels: Map<string, string>;
  readonly #fetch = window.fetch;
  readonly #eventSource = window.EventSource;
  #held: (() => void)[] | undefined;

  constructor(count = 45) {
    this.#events = fixtureEvents(count, Date.now());
    const reader = new DocumentReader(VOCABULARY);
    const documents = this.#events.map((event) => reader.read(event));
    this.#search = new DirectorySearch(documents, reader.lexicon);
    this.#labels = labels(this.#events);
  }

  install(): this {
    window.fetch = (input, init) => this.#answer(new URL(String(input)), init?.signal ?? undefined, init?.cache);
    Object.defineProperty(window, "EventSource", { configurable: true, writable: true, value: FixtureStream });
    return this;
  }

  remove(): void {
    window.fetch = this.#fetch;
    Object.defineProperty(window, "EventSource", { configurable: true, writable: true, value: this.#eventSource });
    this.release();
  }

  /** From now on requests wait. */
  hold(): void {
    this.#held ??= [];
  }

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const answer of held) answer();
  }

  /** The requests of lists of events, oldest first. */
  pages(): URL[] {
    return this.requests.filter(({ pathname }) => pathname === "/v1/events");
  }

  async #answer(url: URL, signal: AbortSignal | undefined, cache: RequestCache | undefined): Promise<Response> {
    if (url.origin !== SERVICE) throw new Error(`The finder asked ${url.origin}, which is not its service`);
    this.requests.push(url);
    // What is held is the network: the service has answered before.
    const body = this.#body(url);
    await this.#turn(signal);
    const kept = this.#kept.get(url.href);
    if (cache === "force-cache" && kept) return kept.clone();
    if (this.outcome === "unreachable") throw new TypeError("Failed to fetch");
    if (this.outcome === "failing") return new Response("", { status: 503 });
    if (body instanceof Response) return body;
    const response = Response.json(body, { headers: { date: new Date().toUTCString() } });
    this.#kept.set(url.href, response.clone());
    return response;
  }

  /** Tells whoever follows the changes that there was one. */
  announce(): void {
    FixtureStream.announce();
  }

  /** How many follow the changes now. */
  get followers(): number {
    return FixtureStream.followers;
  }

  /** Events that are put into or taken out of the directory while it runs. */
  replaceEvents(change: (events: readonly Event[]) => readonly Event[]): void {
    this.#events = change(this.#events);
    const reader = new DocumentReader(VOCABULARY);
    this.#search = new DirectorySearch(this.#events.map((event) => reader.read(event)), reader.lexicon);
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => {
        this.aborted++;
        reject(signal.reason);
      });
      if (this.#held) this.#held.push(resolve);
      else resolve();
    });
  }

  #body({ pathname, searchParams }: URL): unknown {
    const asOf = londonIso(Date.now());
    if (pathname === "/v1/events") return this.#page(searchParams, asOf);
    if (pathname === "/v1/events/index") return { events: this.#events, vocabulary: VOCABULARY, changeNumber: FixtureStream.changeNumber, asOf };
    if (pathname === "/v1/vocabularies") return { boroughs: this.#boroughs() };
    const event = this.#events.find(({ id }) => pathname.startsWith(`/v1/events/${id}`));
    if (!event) return new Response("", { status: 404 });
    return pathname.endsWith("/alternatives") ? this.#alternatives(event, this.#query(searchParams, undefined).filters) : event;
  }

  #alternatives(event: Event, kept: LocatedQuery["filters"]): EventAlternatives {
    const reader = new DocumentReader(VOCABULARY);
    const listed = this.#events.map((one) => ({ event: one, document: reader.read(one), series: undefined }));
    const groups = event.tumourGroups.map(({ slug }) => slug);
    const found = findAlternatives({ document: reader.read(event), series: undefined }, groups, listed, Date.now(), kept);
    const summaries = (list: readonly (typeof listed)[number][]) => list.map((one) => one.event);
    return { online: summaries(found.online), similar: summaries(found.similar) };
  }

  /** Every borough of the events, and one without any, along the first row of the map. */
  #boroughs() {
    const found = new Map(this.#events.flatMap(({ venue }) => (venue?.borough ? [[venue.borough.slug, venue.borough.label] as const] : [])));
    return [...found, ["empty-borough", "Empty Borough"] as const].map(([slug, label], column) => ({ slug, label, tile: { row: 0, column } }));
  }

  #page(params: URLSearchParams, asOf: string): EventPage | Response {
    const alliances = new Set(this.#events.map((event) => event.alliance?.slug ?? ""));
    if (params.getAll("alliance").some((slug) => !alliances.has(slug))) return this.#refusal({ parameter: "alliance", allowed: [...alliances] });
    const place = params.get("near");
    const near = place ? PLACES[place.toUpperCase()] : undefined;
    if (place && !near) return this.#refusal({ parameter: "near", suggestions: ["Camden"] });
    const { hits, total, next, facets, relaxed } = this.#search.run(this.#query(params, near), Date.now());
    return {
      events: hits.map(({ index, distanceKm }) => ({ ...this.#events[index]!, ...(distanceKm !== undefined && { distanceKm }) })),
      total, next, changeNumber: FixtureStream.changeNumber, asOf,
      ...(relaxed && { relaxed }),
      ...(facets && { facets: this.#facets(facets) }),
      ...(this.staleSince && { staleSince: this.staleSince }),
    };
  }

  #refusal(error: { parameter: string; allowed?: string[]; suggestions?: string[] }): Response {
    const problem = { type: "about:blank", title: "Bad request", status: 400, errors: [{ code: "unknown", detail: "", ...error }] };
    return new Response(JSON.stringify(problem), { status: 400, headers: { "content-type": "application/problem+json" } });
  }

  #query(params: URLSearchParams, near: Point | undefined): LocatedQuery {
    const [q, from, to, cursor] = ["q", "from", "to", "cursor"].map((name) => params.get(name));
    const sort = SORTS.find((name) => name === params.get("sort"));
    return {
      filters: Object.fromEntries(FACET_FIELDS.filter((field) => params.has(field)).map((field) => [field, params.getAll(field)])),
      limit: Number(params.get("limit")),
      facets: params.get("facets") === "true",
      within: Number(params.get("within") ?? 5),
      ...(params.has("ids") && { ids: params.getAll("ids") }),
      ...(q && { q }), ...(near && { near }), ...(sort && { sort }), ...(cursor && { cursor }),
      ...(from && { from: londonInstant(from) }),
      ...(to && { to: londonInstant(addDays(to, 1)) }),
    };
  }

  #facets(counts: FacetCounts): Facets {
    const field = (name: FacetField) => (counts[name] ?? []).map((value) => ({ ...value, label: this.#labels.get(value.value) ?? value.value }));
    return Object.fromEntries(FACET_FIELDS.map((name) => [name, field(name)])) as Facets;
  }
}
