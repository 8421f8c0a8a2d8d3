import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { EventIndex, EventPage } from "../contract/event-page.ts";
import { FACET_FIELDS } from "../contract/values.ts";
import { Event } from "../contract/event.ts";
import { EventQueryParameters } from "../contract/event-query.ts";
import { OrganisationList } from "../contract/organisation.ts";
import { Problem } from "../contract/problem.ts";
import { Vocabularies } from "../contract/vocabulary.ts";

const json = (schema: z.ZodType) => ({ "application/json": { schema } });
const calendar = { "text/calendar": { schema: z.string().meta({ description: "An iCalendar object (RFC 5545, RFC 7986)." }) } };
const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: Problem } } });
const unchanged = { 304: { description: "Your copy is still good (you sent its ETag in If-None-Match)." } };
const badRequest = { 400: problem("A parameter is not known, or its value is not right. Each error names one and what is allowed.") };
const notFound = { 404: problem("There is no public event with this id.") };

const FIELD_NOTES: Partial<Record<(typeof FACET_FIELDS)[number], string>> = {
  "tumour-group": "Events for one of these cancers, and events for all cancers. `all-cancers` gives only the latter.",
  access: "Unlike the other filters, all of these must be met.",
  available: "`true`: only events with places left.",
  booking: "Who may get a place: `self` or `professional`.",
};

/** In an address each of these may stand more than once; in the document they are arrays, form style and exploded. */
const eventQuery = EventQueryParameters.extend(
  Object.fromEntries(
    FACET_FIELDS.map((field) => [
      field,
      z.array(z.string()).optional().meta({
        description: `${FIELD_NOTES[field] ?? "Events with one of these."} May be repeated. Values: /v1/vocabularies.`,
      }),
    ]),
  ),
);

const idParameter = z.object({ id: z.uuid().meta({ description: "The event's id." }) });

const routes = [
  createRoute({
    method: "get", path: "/v1/events", summary: "Search the events",
    description: "Events to come, a page at a time. Values of one filter are joined by OR, filters by AND.",
    request: { query: eventQuery },
    responses: { 200: { description: "A page of events.", content: json(EventPage) }, ...unchanged, ...badRequest },
  }),
  createRoute({
    method: "get", path: "/v1/events/{id}", summary: "One event", request: { params: idParameter },
    responses: { 200: { description: "The event.", content: json(Event) }, ...unchanged, ...notFound },
  }),
  createRoute({
    method: "get", path: "/v1/events/index", summary: "All events to come, in short",
    description: "For clients that search by themselves, as the finder does. Only while the directory is small enough.",
    responses: { 200: { description: "The index.", content: json(EventIndex) }, ...unchanged, 404: problem("The directory is too large for an index.") },
  }),
  createRoute({
    method: "get", path: "/v1/events.ics", summary: "The events as a calendar to subscribe to",
    description: "Takes the same filters as /v1/events and gives every match in one calendar. `limit`, `cursor`, `sort` and `facets` change nothing.",
    request: { query: eventQuery },
    responses: { 200: { description: "A calendar.", content: calendar }, ...unchanged, ...badRequest },
  }),
  createRoute({
    method: "get", path: "/v1/events/{id}.ics", summary: "One event as a calendar file", request: { params: idParameter },
    responses: { 200: { description: "A calendar with this event.", content: calendar }, ...unchanged, ...notFound },
  }),
  createRoute({
    method: "get", path: "/v1/organisations", summary: "Who runs events",
    responses: { 200: { description: "All organisations, with the number of their events to come.", content: json(OrganisationList) }, ...unchanged },
  }),
  createRoute({
    method: "get", path: "/v1/vocabularies", summary: "The values of all filters, with synonyms",
    responses: { 200: { description: "The vocabularies.", content: json(Vocabularies) }, ...unchanged },
  }),
] as const;

/** The OpenAPI 3.1 document of the feed, made from the schemas that the feed itself is typed by. */
export function openApiDocument(baseUrl: string) {
  const app = new OpenAPIHono();
  for (const route of routes) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Cancer health and wellbeing events in London",
      version: "1",
      description: "An open feed of events for people living with and beyond cancer. No key is needed.",
      license: { name: "Open Government Licence v3.0", url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" },
    },
    servers: [{ url: baseUrl }],
  });
}
