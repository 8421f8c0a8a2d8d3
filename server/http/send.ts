import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { encoded, isUnchanged, negotiate, type FinishedBody, type Representation } from "./finished-bodies.ts";

export interface Asked {
  method: string | undefined;
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
}

/** Sends a representation, or only word that the reader's copy of it is good. */
export function sendTo(response: ServerResponse, body: FinishedBody, representation: Representation, { method, ifNoneMatch }: Asked, age?: string): void {
  const unchanged = ifNoneMatch !== undefined && (ifNoneMatch === representation.etag || isUnchanged(ifNoneMatch, body));
  const head = unchanged ? representation.unchangedHead : representation.head;
  response.writeHead(unchanged ? 304 : 200, (age === undefined ? head : [...head, "age", age]) as string[]);
  if (unchanged || method === "HEAD") return void response.end();
  response.cork();
  for (const part of representation.parts) response.write(part);
  response.end();
}

function toResponse(body: FinishedBody, { parts, head, unchangedHead }: Representation, ifNoneMatch: string | undefined, age?: string): Response {
  const unchanged = isUnchanged(ifNoneMatch, body);
  const headers = new Headers(age === undefined ? {} : { age });
  const pairs = unchanged ? unchangedHead : head;
  for (let place = 0; place < pairs.length; place += 2) headers.set(pairs[place]!, pairs[place + 1]!);
  return new Response(unchanged ? null : new Uint8Array(Buffer.concat(parts)), { status: unchanged ? 304 : 200, headers });
}

/**
 * Answers a request with a finished body, compressed as the reader takes it. On a server it is written straight to the
 * connection: as a `Response` it would be copied three times.
 */
export async function sendFinished(c: Context, body: FinishedBody, options: { age?: string | undefined; quality?: number } = {}): Promise<Response> {
  const asked = { method: c.req.method, acceptEncoding: c.req.header("accept-encoding"), ifNoneMatch: c.req.header("if-none-match") };
  const representation = await encoded(body, negotiate(asked.acceptEncoding, body), options.quality);
  const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse };
  // Hono makes an answer to HEAD out of the one to GET, which must be a whole `Response` for that.
  if (!outgoing || asked.method === "HEAD") return toResponse(body, representation, asked.ifNoneMatch, options.age);
  sendTo(outgoing, body, representation, asked, options.age);
  return RESPONSE_ALREADY_SENT;
}
