import { get, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";

async function brotliLength(port: number, path: string): Promise<number> {
  const [response] = (await once(get({ port, path, headers: { "accept-encoding": "br" }, agent: false }), "response")) as [IncomingMessage];
  if (response.statusCode !== 200 || response.headers["content-encoding"] !== "br") throw new Error(`${path} did not come as brotli`);
  return (await buffer(response)).length;
}

/** Bytes that a first visit to a page with the finder costs: its script, and the first page of events with counts. */
export async function firstLoad(port: number): Promise<{ script: number; data: number; total: number }> {
  const script = await brotliLength(port, "/widget/v1/hwbe-finder.js");
  const data = await brotliLength(port, "/v1/events?limit=20&facets=true");
  return { script, data, total: script + data };
}
