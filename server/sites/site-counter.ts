import type { IncomingMessage } from "node:http";
import { londonDate } from "../wording/london-time.ts";

/** How often finders were opened on the pages of a host, on a day in London. */
export interface SiteLoads {
  host: string;
  day: string;
  loads: number;
}

/** Stands for hosts that are more than we count one by one in a day, and for those with no name. */
export const OTHER_HOSTS = "other";
export const MOST_HOSTS_A_DAY = 500;
/** While the database is away for so long, older days are forgotten. */
const MOST_DAYS = 7;
const LONGEST_HOST = 259;

const NAMED = /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;
/** What somebody looks for after the first list comes with one of these, which no website can set for its finder. */
const LATER = /[?&](?:q|near|from|to|cursor|ids|sort|stage|audience|format|kind|access|language|available|booking)=/;
const FRAME = /^\/embed(?:\?|$)/;

/** The host of an Origin header (RFC 6454 section 7), or `other` for one with no name, such as an IP address; undefined for none. */
export function hostOf(origin: string | undefined): string | undefined {
  if (origin === undefined || !/^https?:\/\//.test(origin)) return undefined;
  const host = origin.slice(origin.indexOf("//") + 2).toLowerCase();
  return NAMED.test(host) && host.length <= LONGEST_HOST ? host : OTHER_HOSTS;
}

/** The website that a page in a frame stands on. Of what the browser says about it no more than the origin is read. */
function framerOf({ "sec-fetch-dest": dest, "sec-fetch-site": site, referer }: IncomingMessage["headers"]): string | undefined {
  if (dest !== "iframe" || site === "same-origin" || referer === undefined || !URL.canParse(referer)) return undefined;
  return new URL(referer).origin;
}

/** The website on which a finder opens by a request: its first one for a list, with the counts of the filters, or its page in a frame. */
function originOf({ method, url = "", headers }: IncomingMessage): string | undefined {
  if (method !== "GET") return undefined;
  if (FRAME.test(url)) return framerOf(headers);
  const isFirst = url.startsWith("/v1/events?") && url.includes("facets=true") && !LATER.test(url);
  return isFirst && headers["cache-control"] === undefined ? headers.origin : undefined;
}

/** Counts by host and day, in memory. It keeps nothing else of a request: no address of anybody, no path. */
export class SiteCounter {
  readonly #now: () => number;
  #days = new Map<string, Map<string, number>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  count(request: IncomingMessage): void {
    const host = hostOf(originOf(request));
    if (host !== undefined) this.add({ host, day: londonDate(this.#now()), loads: 1 });
  }

  add({ host, day, loads }: SiteLoads): void {
    const hosts = this.#days.get(day) ?? new Map<string, number>();
    this.#days.set(day, hosts);
    const counted = hosts.has(host) || hosts.size < MOST_HOSTS_A_DAY ? host : OTHER_HOSTS;
    hosts.set(counted, (hosts.get(counted) ?? 0) + loads);
    for (const oldest of [...this.#days.keys()].sort().slice(0, -MOST_DAYS)) this.#days.delete(oldest);
  }

  /** What was counted since the last time. */
  take(): SiteLoads[] {
    const days = this.#days;
    this.#days = new Map();
    return [...days].flatMap(([day, hosts]) => Array.from(hosts, ([host, loads]) => ({ host, day, loads })));
  }
}
