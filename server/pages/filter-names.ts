import type { FacetField } from "../contract/values.ts";

/** What people read above each group of filters, in the order of the page. */
export const FILTER_NAMES: Readonly<Record<FacetField, string>> = {
  "tumour-group": "Type of cancer",
  topic: "Topic",
  audience: "Who it is for",
  format: "How you take part",
  access: "Access and language support",
  available: "Places",
  kind: "Kind of event",
  stage: "Stage of treatment",
  booking: "How to get a place",
  borough: "Borough",
  organiser: "Organiser",
  language: "Language",
  alliance: "Cancer alliance",
};

export const FILTER_ORDER = Object.keys(FILTER_NAMES) as FacetField[];
