import type { Facets } from "../server/contract/event-page.ts";
import type { FacetField } from "../server/contract/values.ts";
import { withChange, withFilter, type Search } from "./state.ts";
import { isPoint } from "./here.ts";
import { laterStrings } from "./strings-later.ts";
import { strings } from "./strings.ts";

/** One thing that a person chose, and the search without it. */
export interface Chip {
  readonly label: string;
  readonly without: Search;
}

function labelOf(facets: Partial<Facets>, field: FacetField, value: string): string {
  return strings.label(field, value, facets[field]?.find((one) => one.value === value)?.label ?? value);
}

/** What a person chose, in the order of the page. `facets` name the values; one that is unknown there shows as it is. */
export function chipsOf(search: Search, facets: Partial<Facets>): Chip[] {
  const { q, near, miles, when, month, filters } = search;
  const chips: Chip[] = [];
  if (q.trim()) chips.push({ label: laterStrings.chips.words(q.trim()), without: withChange(search, { q: "" }) });
  if (near.trim()) chips.push({ label: laterStrings.chips.near(isPoint(near) ? laterStrings.here.place : near.trim(), miles), without: withChange(search, { near: "" }) });
  if (when !== "any") chips.push({ label: laterStrings.whens[when], without: withChange(search, { when: "any" }) });
  if (month !== undefined) chips.push({ label: laterStrings.dates.month(month), without: withChange(search, { month: undefined }) });
  for (const [field, values] of Object.entries(filters) as [FacetField, readonly string[]][]) {
    for (const value of values) {
      chips.push({ label: labelOf(facets, field, value), without: withFilter(search, field, value, false) });
    }
  }
  return chips;
}
