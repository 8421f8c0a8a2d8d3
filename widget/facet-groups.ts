import type { Facets, FacetValue } from "../server/contract/event-page.ts";
import type { FacetField } from "../server/contract/values.ts";
import type { Mode, Scope } from "./attributes.ts";
import type { Filters } from "./state.ts";
import { laterStrings } from "./strings-later.ts";
import { strings } from "./strings.ts";

export interface FacetGroup {
  readonly field: FacetField;
  readonly title: string;
  readonly chosen: number;
  /** False when no choice here could change the list. */
  readonly isUseful: boolean;
  readonly values: readonly (FacetValue & { readonly chosen: boolean })[];
}

/** A single value of these is a choice in itself. Of any other field it would change nothing. */
const ALONE: ReadonlySet<FacetField> = new Set<FacetField>(["available", "access"]);

function group(field: FacetField, all: readonly FacetValue[], filters: Filters, scope: Scope): FacetGroup {
  const chosen = filters[field] ?? [];
  const allowed: readonly string[] | undefined = field in scope ? scope[field as keyof Scope] : undefined;
  const values = all
    .filter(({ value }) => !allowed || allowed.includes(value))
    .map(({ value, label, count }) => ({ value, label: strings.label(field, value, label), count, chosen: chosen.includes(value) }));
  const possible = values.filter(({ count }) => count > 0).length;
  const isUseful = chosen.length > 0 || possible > (ALONE.has(field) ? 0 : 1);
  return { field, title: laterStrings.filters.facets[field], chosen: chosen.length, isUseful, values };
}

/** Every group of filters, in a fixed order. Alliances mean something to professionals only. */
export function facetGroups(facets: Partial<Facets>, filters: Filters, scope: Scope, mode: Mode): FacetGroup[] {
  const fields = Object.keys(laterStrings.filters.facets) as FacetField[];
  return fields.filter((field) => field !== "alliance" || mode === "clinician").map((field) => group(field, facets[field] ?? [], filters, scope));
}
