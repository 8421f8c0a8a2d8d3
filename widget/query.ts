import type { Scope } from "./attributes.ts";
import type { DayRange } from "./days.ts";
import type { Filters, Search } from "./state.ts";

const KM_A_MILE = 1.609344;

/**
 * The first half of a postcode. The rest would tell the service, and its logs, which few homes a person lives in, and adds
 * little to a distance in miles. Anything else stays as it is.
 */
export function outwardCode(place: string): string {
  const text = place.trim();
  return /^([a-z]{1,2}\d[a-z\d]?)\s*\d[a-z]{2}$/i.exec(text)?.[1]?.toUpperCase() ?? text;
}

/** What a person chose in a field stands in place of what the host page set for it. */
export function effectiveFilters(filters: Filters, scope: Scope): Filters {
  return { ...scope, ...filters };
}

export interface PageOptions {
  limit: number;
  cursor?: string | undefined;
  facets: boolean;
}

/** The parameters of `GET /v1/events` that ask for a page of a search, `days` being those that it is about. */
export function searchParams(search: Search, scope: Scope, days: DayRange, { limit, cursor, facets }: PageOptions): URLSearchParams {
  const params = new URLSearchParams({ limit: String(limit) });
  const near = outwardCode(search.near);
  if (search.q.trim()) params.set("q", search.q.trim());
  for (const [name, day] of Object.entries(days)) params.set(name, day);
  for (const [field, values] of Object.entries(effectiveFilters(search.filters, scope))) {
    for (const value of values) params.append(field, value);
  }
  if (near) params.set("near", near);
  if (near) params.set("within", (search.miles * KM_A_MILE).toFixed(1));
  if (search.sort) params.set("sort", search.sort);
  if (facets) params.set("facets", "true");
  if (cursor) params.set("cursor", cursor);
  return params;
}

/** Whole miles from 10 up, else tenths. */
export function miles(km: number): number {
  const exact = km / KM_A_MILE;
  return exact >= 10 ? Math.round(exact) : Math.round(exact * 10) / 10;
}
