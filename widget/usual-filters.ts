import type { Facets } from "../server/contract/event-page.ts";
import type { FacetField } from "../server/contract/values.ts";
import { SLUG, type Scope } from "./attributes.ts";
import type { Settings } from "./settings.ts";
import type { Filters } from "./state.ts";

/**
 * The filters that a clinician's own work decides, and no patient: they alone are kept. Words, a place, topics, the stage of treatment,
 * and needs of language or access tell of a patient.
 */
export const USUAL_FIELDS = ["tumour-group", "alliance", "borough", "organiser", "format", "kind", "booking", "available"] as const satisfies readonly FacetField[];

const MAX_VALUES = 50;

function picked(values: (field: FacetField) => readonly string[]): Filters {
  const entries = USUAL_FIELDS.map((field) => [field, values(field)] as const);
  return Object.fromEntries(entries.filter(([, chosen]) => chosen.length > 0));
}

/** What may be kept of some filters. */
export function usualOf(filters: Filters): Filters {
  return picked((field) => filters[field] ?? []);
}

/** The filters but for those that may be kept. */
export function withoutUsual(filters: Filters): Filters {
  const kept: readonly string[] = USUAL_FIELDS;
  return Object.fromEntries(Object.entries(filters).filter(([field]) => !kept.includes(field)));
}

/** As the parameters of an address; empty for no filters. */
export function writeUsual(filters: Filters): string {
  const usual = Object.entries(usualOf(filters)) as [FacetField, readonly string[]][];
  return new URLSearchParams(usual.flatMap(([field, values]) => values.map((value) => [field, value]))).toString();
}

/** What is not right counts as not kept. */
export function readUsual(text: string | null): Filters {
  const params = new URLSearchParams(text ?? "");
  return picked((field) => [...new Set(params.getAll(field))].filter((value) => SLUG.test(value)).slice(0, MAX_VALUES));
}

/** Those that the directory still knows, within what the host page set. */
export function stillKnown(filters: Filters, facets: Partial<Facets>, scope: Scope): Filters {
  return picked((field) => {
    const known = new Set(facets[field]?.map(({ value }) => value));
    const allowed = (scope as Filters)[field];
    return (filters[field] ?? []).filter((value) => known.has(value) && (allowed?.includes(value) ?? true));
  });
}

/** Where the filters of one finder are kept: by its service, and by what the host page set. */
export function usualKey({ service, scope }: Settings): string {
  return `hwbe-filters ${service} ${JSON.stringify(scope)}`;
}

/** What a browser does with its storage; undefined where it refuses (a sandboxed frame, a strict policy, no room). */
export function inStorage<Result>(action: (storage: Storage) => Result): Result | undefined {
  try {
    return action(localStorage);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
