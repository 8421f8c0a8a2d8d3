import type { FacetField } from "../server/contract/values.ts";
import type { FieldError } from "../server/contract/problem.ts";
import type { Scope } from "./attributes.ts";
import type { Filters } from "./state.ts";

/** Filters without what the service does not know, or undefined when nothing of them was refused. */
function repaired(filters: Filters, errors: readonly FieldError[]): Filters | undefined {
  const fields = (Object.keys(filters) as FacetField[]).filter((field) => errors.some(({ parameter }) => parameter === field));
  if (fields.length === 0) return undefined;
  const rest: Partial<Record<FacetField, readonly string[]>> = { ...filters };
  for (const field of fields) {
    const allowed = errors.find(({ parameter }) => parameter === field)?.allowed ?? [];
    const known = filters[field]?.filter((slug) => allowed.includes(slug)) ?? [];
    delete rest[field];
    if (known.length > 0) rest[field] = known;
  }
  return rest;
}

/**
 * What a tag and a person ask for, each without what the service refused: a slip of an editor, or a link from a time when the directory had
 * other values. Undefined when neither was at fault.
 */
export function repairedFilters(scope: Scope, filters: Filters, errors: readonly FieldError[]): { scope: Scope; filters: Filters } | undefined {
  const [tag, person] = [repaired(scope, errors), repaired(filters, errors)];
  if (tag) console.warn("<hwbe-finder>: the service does not know every one of these values.", scope);
  return tag || person ? { scope: tag ?? scope, filters: person ?? filters } : undefined;
}
