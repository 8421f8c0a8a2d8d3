import type { EventIndex } from "../server/contract/event-page.ts";
import { DirectorySearch, type SearchResult } from "../server/search/directory-search.ts";
import { DocumentReader } from "../server/search/search-document.ts";
import type { Scope } from "./attributes.ts";
import type { Instants } from "./days.ts";
import { eventQuery } from "./local-query.ts";
import type { PageOptions } from "./query.ts";
import type { ListItem, Search } from "./state.ts";

/** The whole directory in this browser. It answers each key stroke without the service, for all questions but `near`. */
export class LocalSearch {
  readonly #changeNumber: number;
  readonly #events: EventIndex["events"];
  readonly #directory: DirectorySearch;

  constructor({ events, vocabulary, changeNumber }: EventIndex) {
    const reader = new DocumentReader(vocabulary);
    const documents = events.map((event) => reader.read(event));
    this.#changeNumber = changeNumber;
    this.#events = events;
    this.#directory = new DirectorySearch(documents, reader.lexicon);
    this.#directory.prepareText();
  }

  page(search: Search, scope: Scope, { now, ...instants }: Instants & { now: number }, options: PageOptions): Omit<SearchResult, "hits"> & { events: ListItem[]; changeNumber: number } {
    const { hits, ...rest } = this.#directory.run(eventQuery(search, scope, instants, options), now);
    return { ...rest, changeNumber: this.#changeNumber, events: hits.flatMap(({ index }) => this.#events[index] ?? []) };
  }
}
