import type { Context, MiddlewareHandler } from "hono";
import type { BodyCache } from "./body-cache.ts";
import { finishBody, type FinishedBody } from "./finished-bodies.ts";
import { sendFinished } from "./send.ts";

declare module "hono" {
  interface ContextVariableMap {
    finished: FinishedBody | undefined;
  }
}

/** The part of an address that names a finished body: path and query, without the origin. */
function addressOf(url: string): string {
  return url.slice(url.indexOf("/", 8));
}

/** For routes: gives the bytes of a public answer to `finishedBodies`, which keeps and sends them. */
export function finish(c: Context, body: readonly Buffer[] | string, headers: Readonly<Record<string, string>>, etag?: string): Response {
  c.set("finished", finishBody(typeof body === "string" ? [Buffer.from(body)] : body, headers, etag));
  return c.body(null);
}

async function finishResponse(response: Response): Promise<FinishedBody | undefined> {
  if (response.status !== 200 || !response.headers.get("cache-control")?.startsWith("public")) return undefined;
  return finishBody([Buffer.from(await response.arrayBuffer())], Object.fromEntries(response.headers));
}

/**
 * Keeps every public answer that a route made, for as long as the directory stays as it is, with a strong ETag, 304 and
 * compression. While the database is away the answers carry their Age in seconds (RFC 9111 section 5.1).
 */
export function finishedBodies(cache: BodyCache, staleSince: () => number | undefined, now: () => number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const address = addressOf(c.req.url);
    const edition = cache.edition();
    let body = cache.get(address);
    if (!body) {
      await next();
      body = c.get("finished") ?? (await finishResponse(c.res));
      if (!body) return;
      cache.put(address, body, edition);
    }
    const since = staleSince();
    const age = since === undefined ? undefined : String(Math.max(0, Math.round((now() - since) / 1000)));
    const sent = await sendFinished(c, body, { age });
    // Hono would copy the headers of the answer before into this one, which has all of its own.
    c.res = undefined;
    c.res = sent;
  };
}
