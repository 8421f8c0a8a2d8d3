import { type Facets } from "../contract/event-page.ts";
import { FACET_FIELDS, type FacetField } from "../contract/values.ts";
import { FIXED_LABELS, type TermRef, type Vocabularies } from "../contract/vocabulary.ts";
import type { Organisation } from "../contract/organisation.ts";
import { ALL_CANCERS } from "../search/search-vocabulary.ts";
import type { FacetCounts } from "../search/directory-search.ts";

export type FacetTerms = Record<FacetField, readonly TermRef[]>;

/** Every value that each filter takes, in the order in which people see them. */
export function facetTerms(vocabularies: Vocabularies, organisations: readonly Organisation[]): FacetTerms {
  return {
    "tumour-group": [{ slug: ALL_CANCERS, label: "For all cancers" }, ...vocabularies.tumourGroups],
    topic: vocabularies.topics,
    stage: vocabularies.stages,
    audience: vocabularies.audiences,
    format: vocabularies.formats,
    kind: vocabularies.kinds,
    borough: vocabularies.boroughs,
    alliance: vocabularies.alliances,
    organiser: organisations,
    access: vocabularies.access,
    language: vocabularies.languages,
    available: [{ slug: "true", label: FIXED_LABELS.available.true }],
    booking: vocabularies.booking,
  };
}

/** Counts with the words that people read, for every value that any event in the directory has. */
export function labelFacets(counts: FacetCounts, terms: FacetTerms): Facets {
  const facets: Partial<Facets> = {};
  for (const field of FACET_FIELDS) {
    const found = new Map(counts[field]?.map(({ value, count }) => [value, count]));
    facets[field] = terms[field].flatMap(({ slug, label }) => {
      const count = found.get(slug);
      return count === undefined ? [] : [{ value: slug, label, count }];
    });
  }
  return facets as Facets;
}
