import { z } from "zod";
import { EventSummary } from "./event.ts";
import { EventQueryParameters } from "./event-query.ts";

const MAX_ALTERNATIVES = 3;

/** The filters that a finder for a part of the directory is kept to, and its alternatives with it. */
export const AlternativesParameters = EventQueryParameters.pick({ alliance: true, organiser: true, "tumour-group": true, topic: true, borough: true });

/**
 * `GET /v1/events/{id}/alternatives`: events that a person could go to instead, best first. `online` is what can be joined online or by
 * phone, for an event that is held in person; `similar`, the others.
 */
export const EventAlternatives = z
  .object({
    online: z.array(EventSummary).max(MAX_ALTERNATIVES),
    similar: z.array(EventSummary).max(MAX_ALTERNATIVES),
  })
  .meta({ id: "EventAlternatives" });
export type EventAlternatives = z.infer<typeof EventAlternatives>;
