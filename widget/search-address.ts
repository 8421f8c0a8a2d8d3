import { FACET_FIELDS, SORTS } from "../server/contract/values.ts";
import { SLUG, type Scope } from "./attributes.ts";
import { isPoint } from "./here.ts";
import { outwardCode } from "./query.ts";
import { MILES, NO_SEARCH, sortsFor, VIEWS, WHENS, withChange, type Filters, type Search, type View } from "./state.ts";

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const MAX_WORDS = 200;
const MAX_PLACE = 60;
const MAX_VALUES = 50;

/** What an address holds of a finder. */
export interface Addressed {
  readonly search: Search;
  readonly view: View;
}

/** A value of the tag's own filters outside the tag is left out: an address can narrow a finder, and never widen it. */
function readFilters(params: URLSearchParams, prefix: string, scope: Scope): Filters {
  const filters: Record<string, readonly string[]> = {};
  for (const field of FACET_FIELDS) {
    const allowed: readonly string[] | undefined = (scope as Filters)[field];
    const values = [...new Set(params.getAll(prefix + field))].filter((value) => SLUG.test(value) && (allowed?.includes(value) ?? true));
    if (values.length > 0) filters[field] = values.slice(0, MAX_VALUES);
  }
  return filters;
}

/** Reads the parameters of a finder, which begin with a prefix. What is missing or not right counts as not asked. */
export function readAddress(params: URLSearchParams, prefix: string, scope: Scope): Addressed {
  const text = (name: string) => params.get(prefix + name) ?? "";
  const oneOf = <Value>(values: readonly Value[], name: string) => values.find((value) => String(value) === text(name));
  const month = MONTH.test(text("month")) ? text("month") : undefined;
  const search: Search = {
    q: text("q").slice(0, MAX_WORDS),
    near: text("near").slice(0, MAX_PLACE),
    miles: oneOf(MILES, "miles") ?? NO_SEARCH.miles,
    when: (month === undefined && oneOf(WHENS, "when")) || NO_SEARCH.when,
    month,
    filters: readFilters(params, prefix, scope),
    sort: undefined,
  };
  const sort = oneOf(SORTS, "sort");
  return { search: sort && sortsFor(search).includes(sort) ? withChange(search, { sort }) : search, view: oneOf(VIEWS, "view") ?? "list" };
}

/**
 * The same parameters with those of a finder put in place of its old ones, and all others as they were. Of a full postcode only
 * the first half goes into an address, which others may see; of a place that the device told, nothing.
 */
export function writeAddress(params: URLSearchParams, prefix: string, { search, view }: Addressed): URLSearchParams {
  const { q, near, miles, when, month, filters, sort } = search;
  const written = new URLSearchParams([...params].filter(([name]) => !name.startsWith(prefix)));
  const facts: Record<string, string | undefined> = {
    q: q.trim(),
    near: isPoint(near) ? "" : outwardCode(near),
    miles: near.trim() && !isPoint(near) && miles !== NO_SEARCH.miles ? String(miles) : "",
    when: when === NO_SEARCH.when ? "" : when,
    month,
    sort,
    view: view === "list" ? "" : view,
  };
  for (const [name, value] of Object.entries(facts)) if (value) written.set(prefix + name, value);
  for (const [field, values] of Object.entries(filters)) for (const value of values) written.append(prefix + field, value);
  return written;
}
