import { addDays, londonDate, londonParts } from "../server/wording/london-time.ts";
import type { Scope } from "./attributes.ts";
import { daysOfMonth } from "./month.ts";
import type { Filters, Search, When } from "./state.ts";

const KM_A_MILE = 1.609344;
const SATURDAY = 6;

/** Days of the London calendar, both included. Without `from`: from now on. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** A week ends on Sunday. On a Saturday or Sunday, the weekend is the one that has begun. */
export function daysOf(when: When, now: number): DayRange {
  const today = londonDate(now);
  const daysToSunday = (7 - londonParts(now).weekday) % 7;
  const sunday = addDays(today, daysToSunday);
  switch (when) {
    case "any":
      return {};
    case "today":
      return { to: today };
    case "tomorrow":
      return { from: addDays(today, 1), to: addDays(today, 1) };
    case "week":
      return { to: sunday };
    case "weekend":
      return londonParts(now).weekday === SATURDAY || daysToSunday === 0 ? { to: sunday } : { from: addDays(sunday, -1), to: sunday };
    case "four-weeks":
      return { to: addDays(today, 28) };
  }
}

/** The days that a search is about. */
export function rangeOf({ when, month }: Search, now: number): DayRange {
  return month === undefined ? daysOf(when, now) : daysOfMonth(month, now);
}

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

/** The parameters of `GET /v1/events` that ask for a page of a search. */
export function searchParams(search: Search, scope: Scope, now: number, { limit, cursor, facets }: PageOptions): URLSearchParams {
  const params = new URLSearchParams({ limit: String(limit) });
  const near = outwardCode(search.near);
  if (search.q.trim()) params.set("q", search.q.trim());
  for (const [name, day] of Object.entries(rangeOf(search, now))) params.set(name, day);
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
