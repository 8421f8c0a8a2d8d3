import { AlternativesParameters, EventAlternatives } from "../contract/alternatives.ts";
import { EventIndex, EventPage } from "../contract/event-page.ts";
import { Event } from "../contract/event.ts";
import { EventQueryParameters } from "../contract/event-query.ts";
import { OrganisationList } from "../contract/organisation.ts";
import { json, problem, queryParameters } from "../contract/openapi.ts";
import { FACET_FIELDS } from "../contract/values.ts";
import { Vocabularies } from "../contract/vocabulary.ts";

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

const ID = { name: "id", in: "path", required: true, description: "The event's id.", schema: { type: "string", format: "uuid" } };

/** The paths of the feed, made from the schemas that the feed itself is typed by. */
export function eventPaths() {
  // Parameters that are arrays may stand in the address more than once.
  const query = queryParameters(EventQueryParameters, filterDescription);
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
    "/v1/events/{id}/alternatives": {
      get: {
        summary: "What there is instead of an event",
        description:
          "Up to three events each from tomorrow on, with places left, that share a topic, a language and a stage of treatment, and are for the same people and cancers. " +
          "Those with most topics in common come first (being for the same cancer alone counts as one), then the soonest and nearest: a kilometre counts for as much as a day. One date of each series. What is joined from home is in every borough.",
        parameters: [ID, ...queryParameters(AlternativesParameters, filterDescription)],
        responses: { 200: json("The alternatives.", EventAlternatives), ...UNCHANGED, ...BAD_REQUEST, ...NOT_FOUND },
      },
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
    "/v1/changes": {
      get: {
        summary: "Follow the changes",
        description: "Server-sent events: one at once, and one with each change of the directory. Ask for the events again then, with the ETag you have.",
        responses: {
          200: { description: 'Each `data` is `{"changeNumber": 123}`.', content: { "text/event-stream": { schema: { type: "string" } } } },
          503: problem("Too many follow at the moment: ask again in a minute."),
        },
      },
    },
    "/v1/organisations": {
      get: { summary: "Who runs events", responses: { 200: json("All organisations, with the number of their events to come.", OrganisationList), ...UNCHANGED } },
    },
    "/v1/vocabularies": {
      get: { summary: "The values of all filters, with synonyms", responses: { 200: json("The vocabularies.", Vocabularies), ...UNCHANGED } },
    },
  };
}
