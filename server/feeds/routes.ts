import type { Hono } from "hono";
import type { Directory } from "../events/directory.ts";
import type { DirectorySource } from "../events/live-directory.ts";
import type { PublishedEvent } from "../events/published-event.ts";
import { readEventQuery } from "../events/read-query.ts";
import { finish } from "../http/finish.ts";
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

/** Puts the finished entries of events into a calendar, as bytes. */
function joined(options: Omit<Parameters<typeof calendar>[0], "vevents">, events: readonly PublishedEvent[]): Buffer {
  const empty = calendar({ ...options, vevents: [] });
  const start = Buffer.from(empty.slice(0, -END.length));
  return Buffer.concat([start, ...events.map(({ vevent }) => vevent), Buffer.from(END)]);
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
    return finish(c, joined({ name: NAME, description: DESCRIPTION, source }, hits.map(({ event }) => event)), calendarHeaders("events"));
  });

  app.get(`/v1/events/:file{${UUID}\\.ics}`, (c) => {
    const id = c.req.param("file").slice(0, -4).toLowerCase();
    const event = live.current().byId(id);
    if (!event) return problem(c, 404, "There is no public event with this id.");
    const source = `${baseUrl}/v1/events/${id}.ics`;
    const { title } = event.read();
    return finish(c, joined({ name: title, description: DESCRIPTION, source }, [event]), calendarHeaders(event.slug));
  });
}
