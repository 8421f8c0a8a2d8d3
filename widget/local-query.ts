import type { EventQuery } from "../server/contract/event-query.ts";
import type { Scope } from "./attributes.ts";
import type { Instants } from "./days.ts";
import { effectiveFilters, type PageOptions } from "./query.ts";
import type { Search } from "./state.ts";

export type LocalQuery = Omit<EventQuery, "near">;

/** The same question to the engine in this browser, which knows no places. */
export function eventQuery(search: Search, scope: Scope, instants: Instants, { limit, cursor, facets }: PageOptions): LocalQuery {
  return {
    ...(search.q.trim() && { q: search.q.trim() }),
    ...instants,
    ...(search.sort && { sort: search.sort }),
    ...(cursor && { cursor }),
    filters: effectiveFilters(search.filters, scope),
    limit,
    facets,
  };
}
