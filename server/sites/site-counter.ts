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
/** What somebody looks for after the first list comes with one of these. */
const LATER = /[?&](?:q|near|from|to|cursor|ids|sort)=/;

/** The host of an Origin header (RFC 6454 section 7), or `other` for one with no name, such as an IP address; undefined for none. */
export function hostOf(origin: string | undefined): string | undefined {
  if (origin === undefined || !/^https?:\/\//.test(origin)) return undefined;
  const host = origin.slice(origin.indexOf("//") + 2).toLowerCase();
  return NAMED.test(host) && host.length <= LONGEST_HOST ? host : OTHER_HOSTS;
}

/** Whether a request is the first of a finder on a page: for a list with the counts of the filters, and nothing searched for yet. */
function isFirstOfFinder({ method, url = "", headers }: IncomingMessage): boolean {
  if (method !== "GET" || headers.origin === undefined || headers["cache-control"] !== undefined) return false;
  return url.startsWith("/v1/events?") && url.includes("facets=true") && !LATER.test(url);
}

/** Counts by host and day, in memory. It keeps nothing else of a request: no address of anybody, no path. */
export class SiteCounter {
  readonly #now: () => number;
  #days = new Map<string, Map<string, number>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  count(request: IncomingMessage): void {
    if (!isFirstOfFinder(request)) return;
    const host = hostOf(request.headers.origin);
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
