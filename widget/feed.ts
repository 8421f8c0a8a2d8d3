import type { EventAlternatives } from "../server/contract/alternatives.ts";
import type { Event } from "../server/contract/event.ts";
import type { EventIndex, EventPage } from "../server/contract/event-page.ts";
import type { FieldError, Problem } from "../server/contract/problem.ts";
import { pageAddress, takeEarly } from "./early-request.ts";

const TIMEOUT_MS = 20_000;

/** The service understood the request and refused it, or failed in itself. */
export class FeedProblem extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];

  constructor(status: number, errors: readonly FieldError[]) {
    super(`The service answered ${status}`);
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
async function get(url: string, signal: AbortSignal, cache: RequestCache = "default"): Promise<Response> {
  const early = cache === "default" ? takeEarly(url) : undefined;
  const response = await (early ?? fetch(url, { credentials: "omit", cache, signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) }));
  if (!response.ok) throw new FeedProblem(response.status, await readErrors(response));
  return response;
}

async function getJson<Body>(url: string, signal: AbortSignal): Promise<Body> {
  return (await (await get(url, signal)).json()) as Body;
}

/** The JSON API of one service. */
export class Feed {
  readonly service: string;

  /** `service` is its address without a slash at the end. */
  constructor(service: string) {
    this.service = service;
  }

  /**
   * `cache` "no-cache" asks the service whether a kept answer is still right; "force-cache" takes a kept answer however old it is.
   * `at` is when the service gave it, in milliseconds.
   */
  async page(params: URLSearchParams, signal: AbortSignal, cache?: RequestCache): Promise<EventPage & { at: number }> {
    const response = await get(pageAddress(this.service, params), signal, cache);
    const at = cache === "force-cache" ? Date.parse(response.headers.get("date") ?? "") : Date.now();
    return { ...((await response.json()) as EventPage), at };
  }

  event(id: string, signal: AbortSignal): Promise<Event> {
    return getJson(`${this.service}/v1/events/${encodeURIComponent(id)}`, signal);
  }

  alternatives(id: string, signal: AbortSignal): Promise<EventAlternatives> {
    return getJson(`${this.service}/v1/events/${encodeURIComponent(id)}/alternatives`, signal);
  }

  index(signal: AbortSignal): Promise<EventIndex> {
    return getJson(`${this.service}/v1/events/index`, signal);
  }
}
