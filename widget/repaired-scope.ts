import type { FieldError } from "../server/contract/problem.ts";
import { SCOPE_FIELDS, type Scope } from "./attributes.ts";

/** The scope without what the service does not know, or undefined when nothing of it was refused. */
export function repairedScope(scope: Scope, errors: readonly FieldError[]): Scope | undefined {
  const refused = SCOPE_FIELDS.filter((field) => scope[field] && errors.some((error) => error.parameter === field));
  if (refused.length === 0) return undefined;
  const rest = { ...scope };
  for (const field of refused) {
    const allowed = errors.find((error) => error.parameter === field)?.allowed ?? [];
    const known = scope[field]?.filter((slug) => allowed.includes(slug)) ?? [];
    delete rest[field];
    if (known.length > 0) rest[field] = known;
    console.warn(`<hwbe-finder ${field}="${scope[field]?.join(" ")}">: the service does not know every one of these values.`);
  }
  return rest;
}
