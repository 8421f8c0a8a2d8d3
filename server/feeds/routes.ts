import type { Context, Hono } from "hono";
import type { Directory } from "../events/directory.ts";
import type { DirectorySource } from "../events/live-directory.ts";
import type { PublishedEvent } from "../events/published-event.ts";
import { readEventQuery } from "../events/read-query.ts";
import { finish } from "../http/finish.ts";
import { fingerprint } from "../http/finished-bodies.ts";
import { FEED_HEADERS } from "../http/headers.ts";
import { problem } from "../http/problem.ts";
import { calendar } from "./ical/calendar.ts";

const UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const NAME = "Cancer health and wellbeing events in London";
const DESCRIPTION = "Events for people living with and beyond cancer, and the people close to them.";

const calendarHeaders = (fileName: string) => ({
  ...FEED_HEADERS,
  "content-type": "text/calendar; charset=utf-8",
  "content-disposition": `inline; filename="${fileName}.ics"`,
});

const END = "END:VCALENDAR\r\n";

/** Sends a calendar as parts that the events hold. Its fingerprint is of theirs. */
function finishCalendar(c: Context, options: Omit<Parameters<typeof calendar>[0], "vevents">, fileName: string, events: readonly PublishedEvent[]): Response {
  const start = calendar({ ...options, vevents: [] }).slice(0, -END.length);
  const parts = [Buffer.from(start), ...events.map(({ vevent }) => vevent), Buffer.from(END)];
  return finish(c, parts, calendarHeaders(fileName), fingerprint(start + events.map((event) => event.fingerprint).join()));
}

/** A calendar is one file, not pages: it holds every event that matches. */
function wholeCalendar(params: URLSearchParams, directory: Directory) {
  for (const paging of ["limit", "cursor", "facets", "sort"]) params.delete(paging);
  return readEventQuery(params, directory);
}

/** The feed as iCalendar (RFC 5545). Everybody may read it. */
export function registerCalendarRoutes(app: Hono, live: DirectorySource, baseUrl: string, now: () => number): void {
  app.get("/v1/events.ics", (c) => {
    const directory = live.current();
    const url = new URL(c.req.url);
    const source = `${baseUrl}${url.pathname}${url.search}`;
    const read = wholeCalendar(url.searchParams, directory);
    if ("errors" in read) return problem(c, 400, "Some parameters are not right.", read.errors);
    const { hits } = directory.query({ ...read.query, sort: "date", limit: Infinity }, now());
    return finishCalendar(c, { name: NAME, description: DESCRIPTION, source }, "events", hits.map(({ event }) => event));
  });

  app.get(`/v1/events/:file{${UUID}\\.ics}`, (c) => {
    const id = c.req.param("file").slice(0, -4).toLowerCase();
    const event = live.current().byId(id);
    if (!event) return problem(c, 404, "There is no public event with this id.");
    const source = `${baseUrl}/v1/events/${id}.ics`;
    const { title } = event.read();
    return finishCalendar(c, { name: title, description: DESCRIPTION, source }, event.slug, [event]);
  });
}
