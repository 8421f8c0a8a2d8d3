import type { Facets } from "../contract/event-page.ts";
import type { FieldError } from "../contract/problem.ts";
import { FACET_FIELDS } from "../contract/values.ts";
import type { Directory, DirectoryResult } from "../events/directory.ts";
import { readEventQuery } from "../events/read-query.ts";
import { sortOf } from "../search/directory-search.ts";
import { chipsOf } from "./chips.ts";
import type { ListedEvent } from "./event-card.ts";
import type { EventsView } from "./events-page.ts";
import type { ListAddress } from "./list-address.ts";

/** The events of an answer, read. */
export function listed({ hits }: DirectoryResult): ListedEvent[] {
  return hits.map(({ event, ...distance }) => ({ event: event.read(), ...distance }));
}

/** What is chosen stands among the filters even where no event has it, so that a form sent again does not lose it. */
function withChosen(facets: Facets, address: ListAddress, directory: Directory): Facets {
  return Object.fromEntries(
    FACET_FIELDS.map((field) => {
      const values = facets[field] ?? [];
      const missing = address.all(field).filter((value) => !values.some((other) => other.value === value));
      const added = directory.terms[field].filter(({ slug }) => missing.includes(slug)).map(({ slug, label }) => ({ value: slug, label, count: 0 }));
      return [field, [...values, ...added]];
    }),
  ) as Facets;
}

const UNKNOWN_WHEN: FieldError = { parameter: "when", code: "unknown-value", detail: "Use one of the choices." };

/** Asks the directory what an address asks for, or says what is wrong with the address. */
export function readEventsView(
  address: ListAddress, directory: Directory, now: number,
): Omit<EventsView, "baseUrl"> | { errors: FieldError[] } {
  const read = readEventQuery(address.feedParams(now), directory);
  const errors = [...(address.hasUnknownWhen() ? [UNKNOWN_WHEN] : []), ...("errors" in read ? read.errors : [])];
  if (errors.length > 0 || "errors" in read) return { errors };
  const result = directory.query(read.query, now);
  return {
    address,
    events: listed(result),
    total: result.total,
    next: result.next,
    isRelaxed: result.relaxed === true,
    facets: withChosen(result.facets ?? ({} as Facets), address, directory),
    chips: chipsOf(address, directory),
    sort: sortOf(read.query),
  };
}
