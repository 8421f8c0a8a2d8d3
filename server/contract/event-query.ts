import { z } from "zod";
import { DEFAULT_LIMIT, DEFAULT_WITHIN_KM, FACET_FIELDS, MAX_LIMIT, SORTS, type FacetField, type Sort } from "./values.ts";

/** A question to the directory, read and checked. `from` and `to` are instants in milliseconds; `to` is exclusive. */
export interface EventQuery {
  q?: string;
  from?: number;
  to?: number;
  filters: Partial<Record<FacetField, readonly string[]>>;
  near?: string;
  within?: number;
  ids?: readonly string[];
  sort?: Sort;
  limit: number;
  cursor?: string;
  facets: boolean;
}

/** A day of the London calendar, `2026-03-03`, or an instant with an offset. */
export const DateOrInstant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** Each query parameter of `GET /v1/events` as it stands in the address. Those of vocabularies may be repeated. */
export const EventQueryParameters = z.object({
  q: z.string().max(200).optional().meta({
    description: "Words to search for. Misspellings and everyday words are understood. Events have each of the first eight words; where none has, those that come nearest are listed, and the page says `relaxed`.",
    example: "fatige",
  }),
  from: DateOrInstant.optional().meta({
    description: "Events that end on or after this day in London (2026-03-03) or instant. Without it: events that have not ended.",
  }),
  to: DateOrInstant.optional().meta({ description: "Events that start on or before this day in London, or before this instant." }),
  ...(Object.fromEntries(
    FACET_FIELDS.map((field) => [field, z.array(z.string()).optional()]),
  ) as Record<FacetField, z.ZodOptional<z.ZodArray<z.ZodString>>>),
  near: z.string().max(60).optional().meta({
    description: "A postcode (SW17 0QT), the first half of one (SW17), a London borough, or latitude and longitude (51.43,-0.17), of which two decimals count.",
    example: "SW17",
  }),
  within: z.coerce.number().positive().max(100).optional().meta({
    description: `How far from \`near\`, in kilometres in a straight line. ${DEFAULT_WITHIN_KM} unless given.`,
  }),
  ids: z.array(z.uuid()).max(100).optional().meta({ description: "Only these events, whenever they are, up to 100." }),
  sort: z.enum(SORTS).optional().meta({
    description: "`relevance` when `q` is given, `distance` when `near` is given, else `date`, unless you ask for another.",
  }),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).optional().meta({
    description: `Events a page, ${DEFAULT_LIMIT} unless given.`,
  }),
  cursor: z.string().max(300).optional().meta({ description: "The `next` of the page before, with the same other parameters." }),
  facets: z.enum(["true", "false"]).optional().meta({ description: "`true` adds the counts of each value of each filter." }),
});
