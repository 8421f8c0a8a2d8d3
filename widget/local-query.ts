import type { EventQuery } from "../server/contract/event-query.ts";
import { addDays, londonInstant } from "../server/wording/london-time.ts";
import type { Scope } from "./attributes.ts";
import { effectiveFilters, rangeOf, type PageOptions } from "./query.ts";
import type { Search } from "./state.ts";

export type LocalQuery = Omit<EventQuery, "near">;

/** The same question to the engine in this browser, which knows no places. */
export function eventQuery(search: Search, scope: Scope, now: number, { limit, cursor, facets }: PageOptions): LocalQuery {
  const { from, to } = rangeOf(search, now);
  return {
    ...(search.q.trim() && { q: search.q.trim() }),
    ...(from && { from: londonInstant(from) }),
    ...(to && { to: londonInstant(addDays(to, 1)) }),
    ...(search.sort && { sort: search.sort }),
    ...(cursor && { cursor }),
    filters: effectiveFilters(search.filters, scope),
    limit,
    facets,
  };
}
