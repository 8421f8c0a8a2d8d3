import type { Facets, FacetValue } from "../server/contract/event-page.ts";
import type { FacetField } from "../server/contract/values.ts";

type Counts = Partial<Record<FacetField, readonly { readonly value: string; readonly count: number }[]>>;

/** Every value of every facet in its first order and with its label, and with new counts: 0 for a value that has none. */
export function recounted(all: Partial<Facets>, counts: Counts): Partial<Facets> {
  const fields = Object.entries(all) as [FacetField, FacetValue[]][];
  return Object.fromEntries(
    fields.map(([field, values]) => {
      const byValue = new Map(counts[field]?.map(({ value, count }) => [value, count]));
      return [field, values.map((value) => ({ ...value, count: byValue.get(value.value) ?? 0 }))];
    }),
  );
}
