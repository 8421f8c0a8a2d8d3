import { z } from "zod";
import { Event, EventSummary, LondonDateTime } from "./event.ts";
import { FACET_FIELDS } from "./values.ts";

/**
 * How many events would match if this value were the field's only one, under all the other filters. For `access`, where every
 * need must be met, it is how many would match with this value added.
 */
export const FacetValue = z
  .object({ value: z.string(), label: z.string(), count: z.number().int().nonnegative() })
  .meta({ id: "FacetValue" });
export type FacetValue = z.infer<typeof FacetValue>;

export const Facets = z.record(z.enum(FACET_FIELDS), z.array(FacetValue)).meta({ id: "Facets" });
export type Facets = z.infer<typeof Facets>;

/** An event in a list. `distanceKm` is there when `near` was asked for: straight line, one decimal. */
export const ListedEvent = Event.extend({ distanceKm: z.number().nonnegative().optional() }).meta({ id: "ListedEvent" });
export type ListedEvent = z.infer<typeof ListedEvent>;

/**
 * A page of events. `next` is the cursor of the next page, null on the last. `changeNumber` and `asOf` say which copy of the
 * directory answered; `staleSince` is there when the service has lost its database, and tells when it last saw it. `relaxed` is true
 * where no event has every word of `q`, so that these are those that come nearest.
 */
export const EventPage = z
  .object({
    events: z.array(ListedEvent),
    total: z.number().int().nonnegative(),
    next: z.string().nullable(),
    facets: Facets.optional(),
    relaxed: z.boolean().optional(),
    changeNumber: z.number().int().nonnegative(),
    asOf: LondonDateTime,
    staleSince: LondonDateTime.optional(),
    attribution: z.string().optional(),
  })
  .meta({ id: "EventPage" });
export type EventPage = z.infer<typeof EventPage>;

/** `GET /v1/events/index`: every event to come, as summaries, for a client that searches by itself. */
export const EventIndex = z
  .object({
    events: z.array(EventSummary),
    vocabulary: z.object({
      topics: z.array(z.object({ slug: z.string(), label: z.string(), words: z.string() })),
      tumourGroups: z.array(z.object({ slug: z.string(), label: z.string(), parent: z.string().nullable(), words: z.string() })),
      stages: z.array(z.object({ slug: z.string(), label: z.string(), words: z.string() })),
    }),
    changeNumber: z.number().int().nonnegative(),
    asOf: LondonDateTime,
  })
  .meta({ id: "EventIndex" });
export type EventIndex = z.infer<typeof EventIndex>;
