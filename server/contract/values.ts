/** The fixed names and numbers of the wire format. They stand apart from the schemas so that the finder can take them alone. */

/** The filters that take values of a vocabulary, in the order in which the finder shows them. */
export const FACET_FIELDS = [
  "tumour-group",
  "topic",
  "stage",
  "audience",
  "format",
  "kind",
  "borough",
  "alliance",
  "organiser",
  "access",
  "language",
  "available",
  "booking",
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

export const SORTS = ["date", "distance", "relevance"] as const;
export type Sort = (typeof SORTS)[number];

/** Events on a page, unless asked otherwise, and at most. */
export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** How far `near` reaches, in kilometres, unless asked otherwise. */
export const DEFAULT_WITHIN_KM = 5;

/**
 * Up to this many events to come, a client can take the whole index and search by itself; above it, the service searches, and a key
 * stroke takes about three times as long (README, "Measured"). A larger index is too much for old machines: at 2,000 events it held one
 * key up for 224 ms while it was made ready.
 */
export const LOCAL_SEARCH_LIMIT = 1000;
