import { AlternativesParameters } from "../contract/alternatives.ts";
import { DateOrInstant, EventQueryParameters, type EventQuery } from "../contract/event-query.ts";
import { DEFAULT_LIMIT, FACET_FIELDS, type FacetField, SORTS } from "../contract/values.ts";
import type { FieldError } from "../contract/problem.ts";
import type { Kept } from "../search/alternatives.ts";
import { readCursor } from "../search/cursor.ts";
import { sortOf } from "../search/directory-search.ts";
import { addDays, londonInstant } from "../wording/london-time.ts";
import type { Directory } from "./directory.ts";

const PARAMETERS = Object.keys(EventQueryParameters.shape);
const READABLE_NAME = /^[A-Za-z][A-Za-z0-9-]{0,40}$/;
const SINGLE = ["q", "from", "to", "near", "within", "sort", "limit", "cursor", "facets"] as const;
type Single = (typeof SINGLE)[number];

const WRONG: Record<Single | "ids", { code: string; detail: string }> = {
  q: { code: "too-long", detail: "Use at most 200 characters." },
  from: { code: "not-a-date", detail: "Use a date such as 2026-03-03, or an instant with an offset such as 2026-03-03T14:00:00Z." },
  to: { code: "not-a-date", detail: "Use a date such as 2026-03-03, or an instant with an offset such as 2026-03-03T14:00:00Z." },
  near: { code: "too-long", detail: "Use a postcode, the first half of a postcode, or a London borough." },
  within: { code: "not-a-distance", detail: "Use a number of kilometres above 0 and up to 100." },
  ids: { code: "not-an-id", detail: "Use up to 100 event ids." },
  sort: { code: "unknown-value", detail: "Use one of the allowed values." },
  limit: { code: "not-a-limit", detail: "Use a whole number from 1 to 100." },
  cursor: { code: "not-a-cursor", detail: "Use the `next` of a page that had the same parameters." },
  facets: { code: "unknown-value", detail: "Use true or false." },
};

const ALLOWED: Partial<Record<Single, readonly string[]>> = { sort: SORTS, facets: ["true", "false"] };

function wrong(parameter: Single | "ids"): FieldError {
  const allowed = parameter === "ids" ? undefined : ALLOWED[parameter];
  return { parameter, ...WRONG[parameter], ...(allowed && { allowed: [...allowed] }) };
}

function unknownParameters(params: URLSearchParams, known: readonly string[]): FieldError[] {
  return [...new Set(params.keys())].filter((name) => !known.includes(name)).map((name) => ({
    parameter: READABLE_NAME.test(name) ? name : "",
    code: "unknown-parameter",
    detail: "There is no such parameter.",
    allowed: [...known],
  }));
}

function repeated(params: URLSearchParams): FieldError[] {
  return SINGLE.filter((name) => params.getAll(name).length > 1).map((parameter) => ({
    parameter, code: "repeated", detail: "Give this parameter once.",
  }));
}

/** The start of a day, or the instant itself; for the end of a range a day counts whole. */
function instant(text: string | undefined, edge: "from" | "to"): number | undefined {
  if (text === undefined) return undefined;
  if (text.length > 10) return Date.parse(text);
  return londonInstant(edge === "from" ? text : addDays(text, 1));
}

function filtersOf(params: URLSearchParams, directory: Directory, errors: FieldError[]): EventQuery["filters"] {
  const filters: Partial<Record<FacetField, string[]>> = {};
  for (const field of FACET_FIELDS) {
    const values = [...new Set(params.getAll(field))];
    if (values.length === 0) continue;
    const allowed = directory.terms[field].map(({ slug }) => slug);
    if (values.some((value) => !allowed.includes(value))) {
      errors.push({ parameter: field, code: "unknown-value", detail: "Use one of the allowed values.", allowed });
    }
    filters[field] = values;
  }
  return filters;
}

function checkNear(near: string | undefined, directory: Directory): FieldError[] {
  if (near === undefined) return [];
  const located = directory.gazetteer.locate(near);
  if ("point" in located) return [];
  return [{
    parameter: "near",
    code: "unknown-place",
    detail: "We do not know this place. Use a London postcode, the first half of one, or the name of a borough.",
    suggestions: located.suggestions,
  }];
}

function checkTogether(query: EventQuery): FieldError[] {
  const errors: FieldError[] = [];
  if (query.from !== undefined && query.to !== undefined && query.from >= query.to) {
    errors.push({ parameter: "to", code: "before-from", detail: "Use a day that is not before `from`." });
  }
  if (query.sort === "distance" && query.near === undefined) {
    errors.push({ parameter: "sort", code: "needs-near", detail: "To sort by distance, say `near` which place." });
  }
  if (query.cursor !== undefined && readCursor(query.cursor)?.sort !== sortOf(query)) errors.push(wrong("cursor"));
  return errors;
}

function isReadable(name: Single, value: string): boolean {
  if ((name === "from" || name === "to") && !DateOrInstant.safeParse(value).success) return false;
  return EventQueryParameters.shape[name].safeParse(value).success && !(name === "within" && value.trim() === "");
}

/**
 * Reads the parameters of a question to the directory. Everything that is wrong with them is reported at once; errors name the
 * parameter, never the value that was sent.
 */
export function readEventQuery(params: URLSearchParams, directory: Directory): { query: EventQuery } | { errors: FieldError[] } {
  const errors = [...unknownParameters(params, PARAMETERS), ...repeated(params)];
  const text: Partial<Record<Single, string>> = {};
  for (const name of SINGLE) {
    const value = params.get(name);
    if (value === null) continue;
    if (isReadable(name, value)) text[name] = value;
    else errors.push(wrong(name));
  }
  const ids = params.getAll("ids").flatMap((list) => list.split(","));
  if (ids.length > 0 && !EventQueryParameters.shape.ids.safeParse(ids).success) errors.push(wrong("ids"));
  const filters = filtersOf(params, directory, errors);
  errors.push(...checkNear(text.near, directory));
  const query = toQuery(text, ids, filters);
  if (errors.length === 0) errors.push(...checkTogether(query));
  return errors.length > 0 ? { errors } : { query };
}

/** Reads to which part of the directory the alternatives of an event are kept. */
export function readKept(params: URLSearchParams, directory: Directory): { kept: Kept } | { errors: FieldError[] } {
  const errors = unknownParameters(params, Object.keys(AlternativesParameters.shape));
  const kept = filtersOf(params, directory, errors);
  return errors.length > 0 ? { errors } : { kept };
}

function toQuery(text: Partial<Record<Single, string>>, ids: string[], filters: EventQuery["filters"]): EventQuery {
  const query: EventQuery = { filters, limit: Number(text.limit ?? DEFAULT_LIMIT), facets: text.facets === "true" };
  const q = text.q?.trim();
  if (q) query.q = q;
  const from = instant(text.from, "from");
  if (from !== undefined) query.from = from;
  const to = instant(text.to, "to");
  if (to !== undefined) query.to = to;
  if (text.near !== undefined) query.near = text.near;
  if (text.within !== undefined) query.within = Number(text.within);
  if (ids.length > 0) query.ids = ids.map((id) => id.toLowerCase());
  const sort = SORTS.find((name) => name === text.sort);
  if (sort) query.sort = sort;
  if (text.cursor !== undefined) query.cursor = text.cursor;
  return query;
}
