import type { Hono } from "hono";
import { LOCAL_SEARCH_LIMIT } from "../contract/values.ts";
import { finish } from "../http/finish.ts";
import { FEED_HEADERS } from "../http/headers.ts";
import { problem } from "../http/problem.ts";
import type { DirectorySource } from "./live-directory.ts";
import { readEventQuery, readKept } from "./read-query.ts";
import { writeAlternatives, writeEventIndex, writeEventPage } from "./write-page.ts";

const JSON_HEADERS = { ...FEED_HEADERS, "content-type": "application/json; charset=utf-8" };
const NO_EVENT = "There is no public event with this id.";
const ID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

function nextLink(url: string, cursor: string): string {
  const next = new URL(url);
  next.searchParams.set("cursor", cursor);
  return `<${next.pathname}${next.search}>; rel="next"`;
}

/** The feed as JSON. Everybody may read it; it holds nothing about any person. */
export function registerEventRoutes(app: Hono, live: DirectorySource, now: () => number): void {
  app.get("/v1/events", (c) => {
    const directory = live.current();
    const read = readEventQuery(new URL(c.req.url).searchParams, directory);
    if ("errors" in read) return problem(c, 400, "Some parameters are not right.", read.errors);
    const result = directory.query(read.query, now());
    const headers = { ...JSON_HEADERS, ...(result.next && { link: nextLink(c.req.url, result.next) }) };
    const near = read.query.near !== undefined;
    const { parts, fingerprint } = writeEventPage(result, { directory, now: now(), staleSince: live.staleSince(), near });
    return finish(c, parts, headers, fingerprint);
  });

  app.get("/v1/events/index", (c) => {
    const directory = live.current();
    if (directory.events.length - directory.ended(now()).count > LOCAL_SEARCH_LIMIT) {
      return problem(c, 404, `The index is for directories of up to ${LOCAL_SEARCH_LIMIT} events. Search with /v1/events.`);
    }
    return finish(c, writeEventIndex(directory, now()), JSON_HEADERS);
  });

  app.get(`/v1/events/:id{${ID}}`, (c) => {
    const event = live.current().byId(c.req.param("id").toLowerCase());
    return event ? finish(c, [event.json], JSON_HEADERS, event.fingerprint) : problem(c, 404, NO_EVENT);
  });

  app.get(`/v1/events/:id{${ID}}/alternatives`, (c) => {
    const directory = live.current();
    const event = directory.byId(c.req.param("id").toLowerCase());
    if (!event) return problem(c, 404, NO_EVENT);
    const read = readKept(new URL(c.req.url).searchParams, directory);
    if ("errors" in read) return problem(c, 400, "Some parameters are not right.", read.errors);
    return finish(c, writeAlternatives(directory, event, now(), read.kept), JSON_HEADERS);
  });

  app.get("/v1/organisations", (c) => finish(c, JSON.stringify({ organisations: live.current().organisations }), JSON_HEADERS));

  app.get("/v1/vocabularies", (c) => finish(c, JSON.stringify(live.current().vocabularies), JSON_HEADERS));
}
