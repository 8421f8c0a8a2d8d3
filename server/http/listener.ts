import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { BodyCache } from "./body-cache.ts";
import { negotiate } from "./finished-bodies.ts";
import { sendTo } from "./send.ts";

/** Sends a finished body as it lies in memory. False when there is none, or not yet in the encoding asked for. */
function sendKept(cache: BodyCache, request: IncomingMessage, response: ServerResponse): boolean {
  const body = cache.get(request.url ?? "");
  if (!body) return false;
  const { "accept-encoding": acceptEncoding, "if-none-match": ifNoneMatch } = request.headers;
  const representation = body.encodings[negotiate(acceptEncoding as string | undefined, body)];
  if (!representation) return false;
  sendTo(response, body, representation, { method: request.method, acceptEncoding: undefined, ifNoneMatch });
  return true;
}

/** Answers what is finished at once, and gives all else to the application. `onRequest` sees every request first, and answers none. */
export function createRequestListener(app: Hono, cache: BodyCache, isStale: () => boolean, onRequest?: (request: IncomingMessage) => void) {
  const application = getRequestListener(app.fetch);
  return (request: IncomingMessage, response: ServerResponse): void => {
    onRequest?.(request);
    const plain = (request.method === "GET" || request.method === "HEAD") && !isStale();
    if (plain && sendKept(cache, request, response)) return;
    void application(request, response);
  };
}
