import type { MiddlewareHandler } from "hono";
import type { BodyCache } from "./body-cache.ts";
import { compressed, finishBody, headersFor, isUnchanged, negotiate, type FinishedBody } from "./finished-bodies.ts";

/** The part of an address that names a finished body: path and query, without the origin. */
export function addressOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

async function respond(body: FinishedBody, request: Request, age: string | undefined): Promise<Response> {
  const encoding = negotiate(request.headers.get("accept-encoding") ?? undefined, body);
  const headers = { ...headersFor(body, encoding), ...(age !== undefined && { age }) };
  if (isUnchanged(request.headers.get("if-none-match") ?? undefined, body)) return new Response(null, { status: 304, headers });
  const bytes = await compressed(body, encoding);
  return new Response(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length), {
    headers: { ...headers, "content-length": String(bytes.length) },
  });
}

async function finish(response: Response): Promise<FinishedBody> {
  return finishBody(Buffer.from(await response.arrayBuffer()), Object.fromEntries(response.headers));
}

/**
 * Keeps every public answer that a route made with status 200 and a public Cache-Control, for as long as the directory stays as
 * it is, with a strong ETag, 304 and compression. While the database is away the answers carry their Age in seconds (RFC 9111
 * section 5.1).
 */
export function finishedBodies(cache: BodyCache, staleSince: () => number | undefined, now: () => number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const address = addressOf(c.req.url);
    const edition = cache.edition();
    let body = cache.get(address);
    if (!body) {
      await next();
      if (c.res.status !== 200 || !c.res.headers.get("cache-control")?.startsWith("public")) return;
      body = await finish(c.res);
      cache.put(address, body, edition);
    }
    const since = staleSince();
    const age = since === undefined ? undefined : String(Math.max(0, Math.round((now() - since) / 1000)));
    c.res = await respond(body, c.req.raw, age);
  };
}
