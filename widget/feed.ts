import type { EventAlternatives } from "../server/contract/alternatives.ts";
import type { Event } from "../server/contract/event.ts";
import type { EventIndex, EventPage } from "../server/contract/event-page.ts";
import type { FieldError, Problem } from "../server/contract/problem.ts";
import type { Vocabularies } from "../server/contract/vocabulary.ts";
import { pageAddress, takeEarly, TIMEOUT_MS } from "./early-request.ts";

/** The service understood the request and refused it, or failed in itself. */
export class FeedProblem extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];

  constructor(status: number, errors: readonly FieldError[]) {
    super(`HTTP ${status}`);
    this.status = status;
    this.errors = errors;
  }
}

async function readErrors(response: Response): Promise<readonly FieldError[]> {
  if (!response.headers.get("content-type")?.includes("problem+json")) return [];
  const problem = (await response.json()) as Problem;
  return problem.errors ?? [];
}

/** Throws `FeedProblem` for any answer but success, and what `fetch` throws when there is none within 20 seconds. */
async function get(url: string, signal: AbortSignal, cache: RequestCache = "no-cache"): Promise<Response> {
  const early = cache === "no-cache" ? takeEarly(url) : undefined;
  const response = await (early ?? fetch(url, { credentials: "omit", cache, signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) }));
  if (!response.ok) throw new FeedProblem(response.status, await readErrors(response));
  return response;
}

type Linked = { readonly url: string; readonly calendarUrl?: string };

/** Throws `TypeError` where an event leads to anything but a page of the web: of all that a feed says, an address alone could run a script. */
async function read<Body>(response: Response, eventsOf: (body: Body) => readonly Linked[]): Promise<Body> {
  const body = (await response.json()) as Body;
  for (const { url, calendarUrl = url } of eventsOf(body)) if (!/^https?:\S+ https?:/.test(`${url} ${calendarUrl}`)) throw new TypeError("unsafe link");
  return body;
}

/** The JSON API of one service. */
export class Feed {
  readonly service: string;

  /** `service` is its address without a slash at the end. */
  constructor(service: string) {
    this.service = service;
  }

  /**
   * The service is asked whether an answer that the browser kept is still right (Fetch standard, cache mode "no-cache"): its places may be old.
   * "force-cache" takes a kept answer however old it is. `at` is when the service gave it, in milliseconds.
   */
  async page(params: URLSearchParams, signal: AbortSignal, cache?: "force-cache"): Promise<EventPage & { at: number }> {
    const response = await get(pageAddress(this.service, params), signal, cache);
    const at = cache === "force-cache" ? Date.parse(response.headers.get("date") ?? "") : Date.now();
    return { ...(await read<EventPage>(response, ({ events }) => events)), at };
  }

  event(id: string, signal: AbortSignal): Promise<Event> {
    return this.#read(`events/${encodeURIComponent(id)}`, signal, (event) => [event]);
  }

  /** `params` keep to a part of the directory. */
  alternatives(id: string, params: URLSearchParams, signal: AbortSignal): Promise<EventAlternatives> {
    return this.#read(`events/${encodeURIComponent(id)}/alternatives${params.size > 0 ? `?${params}` : ""}`, signal, ({ online, similar }) => [...online, ...similar]);
  }

  index(signal: AbortSignal): Promise<EventIndex> {
    return this.#read("events/index", signal, ({ events }) => events);
  }

  vocabularies(signal: AbortSignal): Promise<Vocabularies> {
    return this.#read("vocabularies", signal, () => []);
  }

  async #read<Body>(path: string, signal: AbortSignal, eventsOf: (body: Body) => readonly Linked[]): Promise<Body> {
    return read(await get(`${this.service}/v1/${path}`, signal), eventsOf);
  }
}
