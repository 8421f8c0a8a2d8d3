import { calendarAddresses, type CalendarAddresses } from "../server/wording/calendar-addresses.ts";
import type { Scope } from "./attributes.ts";
import { isPoint } from "./here.ts";
import { searchParams } from "./query.ts";
import type { Search } from "./state.ts";

export interface FollowAddresses extends CalendarAddresses {
  /** The same list as a page of the service. */
  readonly page: string;
}

/**
 * Where the chosen events can be followed. They go on as they are, and so leave out what is only for now: the days that were chosen, where the
 * device is, and how the list is ordered. `service` is an address without a slash at its end.
 */
export function followAddresses(service: string, search: Search, scope: Scope): FollowAddresses {
  const params = searchParams({ ...search, near: isPoint(search.near) ? "" : search.near, when: "any", month: undefined, sort: undefined }, scope, {}, { limit: 1, facets: false });
  params.delete("limit");
  const query = params.size > 0 ? `?${params}` : "";
  return { ...calendarAddresses(`${service}/v1/events.ics${query}`), page: `${service}/events${query}` };
}
