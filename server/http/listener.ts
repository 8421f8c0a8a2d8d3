import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { BodyCache } from "./body-cache.ts";
import { headersFor, isUnchanged, negotiate } from "./finished-bodies.ts";

/** Sends a finished body as it lies in memory. False when there is none, or not yet in the encoding asked for. */
function sendFinished(cache: BodyCache, request: IncomingMessage, response: ServerResponse): boolean {
  const body = cache.get(request.url ?? "");
  if (!body) return false;
  const encoding = negotiate(request.headers["accept-encoding"], body);
  if (isUnchanged(request.headers["if-none-match"], body)) {
    response.writeHead(304, headersFor(body, encoding)).end();
    return true;
  }
  const bytes = body.bytes[encoding];
  if (!bytes) return false;
  response.writeHead(200, { ...headersFor(body, encoding), "content-length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
  return true;
}

/** Answers what is finished at once, and gives all else to the application. */
export function createRequestListener(app: Hono, cache: BodyCache, isStale: () => boolean) {
  const application = getRequestListener(app.fetch);
  return (request: IncomingMessage, response: ServerResponse): void => {
    const plain = (request.method === "GET" || request.method === "HEAD") && !isStale();
    if (plain && sendFinished(cache, request, response)) return;
    void application(request, response);
  };
}
