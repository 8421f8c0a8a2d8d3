import type { Context, Hono } from "hono";
import { MAX_LIMIT } from "../contract/values.ts";
import type { Directory } from "../events/directory.ts";
import type { DirectorySource } from "../events/live-directory.ts";
import { eventJsonLd } from "../feeds/json-ld.ts";
import { PUBLIC_CACHE } from "../http/headers.ts";
import { attribution } from "../imports/attribution.ts";
import { aboutPage } from "./about-page.ts";
import { developersPage } from "./developers-page.ts";
import { eventNotFoundPage } from "./error-pages.ts";
import { eventPage, eventTitle } from "./event-page.ts";
import { eventsErrorPage, eventsPage, eventsTitle } from "./events-page.ts";
import { listed, readEventsView } from "./events-view.ts";
import { homeHero, homePage } from "./home-page.ts";
import { layout, type PageOptions } from "./layout.ts";
import { ListAddress } from "./list-address.ts";
import { toPageError } from "./list-errors.ts";
import type { Html } from "./markup.ts";
import { otherDates } from "./other-dates.ts";
import { sheetPage } from "./sheet-page.ts";

export interface PageDependencies {
  directory: DirectorySource;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  demoUrl?: string | undefined;
  openApi: () => unknown;
  now?: () => number;
}

const EVENTS_ON_HOME = 6;
const DESCRIPTION = "Find health and wellbeing events in London for people living with and beyond cancer, and the people close to them.";

/** How many events of a sheet are no longer public. */
function goneOf(address: ListAddress, directory: Directory): number {
  const ids = new Set(address.all("ids").flatMap((list) => list.toLowerCase().split(",")));
  return [...ids].filter((id) => !directory.byId(id)).length;
}

/**
 * The public pages. What a page says depends on the edition of the directory, the day in London and the address alone, so that
 * a page can be kept for as long as those stay.
 */
export function registerPages(app: Hono, { directory: source, baseUrl, demoUrl, openApi, now = Date.now }: PageDependencies): void {
  const send = async (c: Context, options: PageOptions, main: Html): Promise<Response> =>
    c.html(layout({ ...options, staleSince: source.staleSince() }, main), 200, { "cache-control": PUBLIC_CACHE });

  app.get("/", (c) => {
    const directory = source.current();
    const result = directory.query({ filters: {}, limit: EVENTS_ON_HOME, facets: true }, now());
    const view = { events: listed(result), total: result.total, facets: result.facets!, vocabularies: directory.vocabularies };
    const sample = view.events.some(({ event }) => event.sample);
    return send(c, { description: DESCRIPTION, canonical: `${baseUrl}/`, sample, hero: homeHero(view) }, homePage(view, now()));
  });

  app.get("/events", async (c) => {
    const directory = source.current();
    const asked = new ListAddress(new URL(c.req.url).searchParams);
    const isSheet = asked.get("ids") !== null;
    const address = isSheet ? asked.with("limit", String(MAX_LIMIT)) : asked;
    const options = { description: DESCRIPTION, canonical: `${baseUrl}/events`, current: "events" } as const;
    const view = readEventsView(address, directory, now());
    if ("errors" in view) {
      const wrong = new Set(view.errors.map(({ parameter }) => parameter));
      const page = eventsErrorPage(address, view.errors.map(toPageError), (name) => !wrong.has(name));
      const { canonical: _, ...rest } = options;
      return c.html(layout({ ...rest, title: "Error: Find events", staleSince: source.staleSince() }, page), 400, { "cache-control": "no-store" });
    }
    const sample = view.events.some(({ event }) => event.sample);
    if (isSheet) {
      return send(c, { ...options, title: "Events chosen for you", sample }, sheetPage(view.events.map(({ event }) => event), goneOf(address, directory), now()));
    }
    const near = address.get("near") !== null;
    return send(
      c,
      { ...options, title: eventsTitle(view), sample, attribution: near ? attribution : undefined },
      eventsPage({ ...view, baseUrl }, now()),
    );
  });

  app.get("/events/:slug", (c) => {
    const directory = source.current();
    const found = directory.bySlug(c.req.param("slug"));
    if (!found) return eventNotFoundPage(c);
    const event = found.read();
    const url = `${baseUrl}/events/${event.slug}`;
    const { online, similar } = directory.alternatives(found, now());
    const otherEvents = { online: online.map((other) => other.read()), similar: similar.map((other) => other.read()) };
    return send(
      c,
      {
        title: eventTitle(event, now()),
        description: event.summary,
        canonical: url,
        current: "events",
        sample: event.sample,
        jsonLd: eventJsonLd(event),
      },
      eventPage({ event, otherDates: otherDates(directory, found, now()), otherEvents, url }, now()),
    );
  });

  app.get("/about", (c) =>
    send(
      c,
      { title: "About these events", description: "What health and wellbeing events are, and how to ask to go to one.", canonical: `${baseUrl}/about`, current: "about" },
      aboutPage(source.current(), now()),
    ));

  app.get("/developers", (c) =>
    send(
      c,
      { title: "For developers", description: "The open feed of events, and the finder for your website.", canonical: `${baseUrl}/developers`, current: "developers" },
      developersPage({ document: openApi(), baseUrl, demoUrl }),
    ));
}
