import type { EventIndex, FacetValue, Facets } from "../server/contract/event-page.ts";
import type { FacetField } from "../server/contract/values.ts";
import { DirectorySearch, type FacetCounts } from "../server/search/directory-search.ts";
import { DocumentReader } from "../server/search/search-document.ts";
import type { Scope } from "./attributes.ts";
import { eventQuery, type PageOptions } from "./query.ts";
import type { Answer, Search } from "./state.ts";

function recounted(template: Partial<Facets>, counts: FacetCounts): Partial<Facets> {
  const fields = Object.entries(template) as [FacetField, FacetValue[]][];
  return Object.fromEntries(
    fields.map(([field, values]) => {
      const byValue = new Map(counts[field]?.map(({ value, count }) => [value, count]));
      return [field, values.map((value) => ({ ...value, count: byValue.get(value.value) ?? 0 }))];
    }),
  );
}

/** The whole directory in this browser. It answers each key stroke without the service, for all questions but `near`. */
export class LocalSearch {
  readonly #events: EventIndex["events"];
  readonly #directory: DirectorySearch;

  constructor({ events, vocabulary }: EventIndex) {
    const reader = new DocumentReader(vocabulary);
    const documents = events.map((event) => reader.read(event));
    this.#events = events;
    this.#directory = new DirectorySearch(documents, reader.lexicon);
  }

  /** `template` gives the values of each facet, in the service's order and with its labels. */
  page(search: Search, scope: Scope, now: number, template: Partial<Facets>, options: PageOptions): Omit<Answer, "staleSince" | "attribution"> {
    const { hits, total, next, facets } = this.#directory.run(eventQuery(search, scope, now, options), now);
    return {
      events: hits.flatMap(({ index }) => this.#events[index] ?? []),
      total,
      next,
      facets: facets ? recounted(template, facets) : template,
      source: "index",
    };
  }
}
