import { z } from "zod";
import { EventIndex, EventPage } from "../contract/event-page.ts";
import { Event } from "../contract/event.ts";
import { EventQueryParameters } from "../contract/event-query.ts";
import { OrganisationList } from "../contract/organisation.ts";
import { Problem } from "../contract/problem.ts";
import { FACET_FIELDS } from "../contract/values.ts";
import { Vocabularies } from "../contract/vocabulary.ts";

type JsonSchema = Record<string, unknown>;

const SCHEMAS = "#/components/schemas/";

/** Readers need the name of a format, not how it is checked; and a later version may add fields. */
function simplify({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema["format"] !== undefined) delete jsonSchema["pattern"];
  delete jsonSchema["additionalProperties"];
}

/** Every named schema of the wire format, as JSON Schema 2020-12, which is what OpenAPI 3.1 takes. */
function namedSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `${SCHEMAS}${id}`, override: simplify });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: _id, ...schema }]) => [id, schema as JsonSchema]));
}

function reference(schema: z.ZodType): JsonSchema {
  return { $ref: `${SCHEMAS}${z.globalRegistry.get(schema)?.id}` };
}

const json = (description: string, schema: z.ZodType) => ({ description, content: { "application/json": { schema: reference(schema) } } });
const problem = (description: string) => ({ description, content: { "application/problem+json": { schema: reference(Problem) } } });
const calendar = (description: string) => ({ description, content: { "text/calendar": { schema: { type: "string" } } } });

const UNCHANGED = { 304: { description: "Your copy is still good (you sent its ETag in If-None-Match)." } };
const BAD_REQUEST = { 400: problem("A parameter is not known, or its value is not right. Each error names one and what is allowed.") };
const NOT_FOUND = { 404: problem("There is no public event with this id.") };

const FILTER_NOTES: Partial<Record<string, string>> = {
  "tumour-group": "Events for one of these cancers, and events for all cancers. `all-cancers` gives only the latter.",
  access: "Unlike the other filters, all of these must be met.",
  available: "`true`: only events with places left.",
  booking: "Who may get a place: `self` or `professional`.",
};

function filterDescription(name: string): string | undefined {
  if (!FACET_FIELDS.some((field) => field === name)) return undefined;
  return `${FILTER_NOTES[name] ?? "Events with one of these."} May be repeated. Values: /v1/vocabularies.`;
}

/** Each parameter of a search. Those that are arrays may stand in the address more than once. */
function queryParameters(): JsonSchema[] {
  return Object.entries(EventQueryParameters.shape).map(([name, schema]) => {
    const { $schema: _, description, ...rest } = z.toJSONSchema(schema, { override: simplify }) as JsonSchema;
    return { name, in: "query", required: false, description: filterDescription(name) ?? description, schema: rest };
  });
}

const ID = { name: "id", in: "path", required: true, description: "The event's id.", schema: { type: "string", format: "uuid" } };

function paths() {
  const query = queryParameters();
  return {
    "/v1/events": {
      get: {
        summary: "Search the events",
        description: "Events to come, a page at a time. Values of one filter are joined by OR, filters by AND.",
        parameters: query,
        responses: { 200: json("A page of events.", EventPage), ...UNCHANGED, ...BAD_REQUEST },
      },
    },
    "/v1/events/{id}": {
      get: { summary: "One event", parameters: [ID], responses: { 200: json("The event.", Event), ...UNCHANGED, ...NOT_FOUND } },
    },
    "/v1/events/index": {
      get: {
        summary: "All events to come, in short",
        description: "For clients that search by themselves, as the finder does. Only while the directory is small enough.",
        responses: { 200: json("The index.", EventIndex), ...UNCHANGED, 404: problem("The directory is too large for an index.") },
      },
    },
    "/v1/events.ics": {
      get: {
        summary: "The events as a calendar to subscribe to",
        description: "Takes the same filters as /v1/events and gives every match in one calendar. `limit`, `cursor`, `sort` and `facets` change nothing.",
        parameters: query,
        responses: { 200: calendar("A calendar (RFC 5545, RFC 7986)."), ...UNCHANGED, ...BAD_REQUEST },
      },
    },
    "/v1/events/{id}.ics": {
      get: { summary: "One event as a calendar file", parameters: [ID], responses: { 200: calendar("A calendar with this event."), ...UNCHANGED, ...NOT_FOUND } },
    },
    "/v1/organisations": {
      get: { summary: "Who runs events", responses: { 200: json("All organisations, with the number of their events to come.", OrganisationList), ...UNCHANGED } },
    },
    "/v1/vocabularies": {
      get: { summary: "The values of all filters, with synonyms", responses: { 200: json("The vocabularies.", Vocabularies), ...UNCHANGED } },
    },
  };
}

/** The OpenAPI 3.1 document of the feed, made from the schemas that the feed itself is typed by. */
export function openApiDocument(baseUrl: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Cancer health and wellbeing events in London",
      version: "1",
      description: "An open feed of events for people living with and beyond cancer. No key is needed.",
      license: { name: "Open Government Licence v3.0", url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" },
    },
    servers: [{ url: baseUrl }],
    paths: paths(),
    components: { schemas: namedSchemas() },
  };
}
