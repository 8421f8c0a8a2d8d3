import { searchParams } from "./query.ts";
import { readSettings } from "./settings.ts";
import { NO_SEARCH } from "./state.ts";

/** How long an answer of the service is waited for. */
export const TIMEOUT_MS = 20_000;

const requests = new Map<string, Promise<Response>>();

/** The address of the first page of a search, for `Feed` and for the request that is made before there is one. */
export function pageAddress(service: string, params: URLSearchParams): string {
  return `${service}/v1/events?${params}`;
}

/**
 * Asks for the events of the finders that stand in a page already, while the rest of the script is still being run. A finder that turns
 * out to ask for something else asks by itself.
 */
export function requestEarly(tags: Iterable<Element>): void {
  for (const tag of tags) {
    const of = (name: string) => tag.getAttribute(name);
    const { service, scope, pageSize } = readSettings({
      feed: of("feed"), alliance: of("alliance"), organiser: of("organiser"), tumourGroup: of("tumour-group"), topic: of("topic"), borough: of("borough"),
      pageSize: of("page-size"), headingLevel: null, theme: null, mode: null, sync: null,
    }, tag.baseURI, "");
    const url = pageAddress(service, searchParams(NO_SEARCH, scope, {}, { limit: pageSize, facets: true }));
    if (requests.has(url)) continue;
    const request = fetch(url, { credentials: "omit", cache: "no-cache", signal: AbortSignal.timeout(TIMEOUT_MS) });
    // Whoever takes it hears of a failure. Nobody else has to.
    request.catch(() => undefined);
    requests.set(url, request);
    setTimeout(() => requests.delete(url), TIMEOUT_MS);
  }
}

/** The answer that is under way to an address, for the first who asks. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const request = requests.get(url);
  requests.delete(url);
  return request;
}
