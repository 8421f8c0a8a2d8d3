import type { ServerProcess } from "./child.ts";
import { compare, type Comparison, type Request } from "./compare.ts";

export interface Case {
  name: string;
  comparison: Comparison;
}

let instant = Date.UTC(2020, 0, 1);

/** A question that was never asked before: `from` lies in the past and differs by a second each time. */
function newQuestion(): string {
  instant += 1000;
  const from = new Date(instant).toISOString().replace(".000", "");
  return `/v1/events?limit=50&audience=patients&format=in-person&format=online&from=${from}`;
}

async function etag(service: ServerProcess, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${service.port}${path}`, { headers: { "accept-encoding": "br" } });
  await answer.arrayBuffer();
  return answer.headers.get("etag")!;
}

/** Answers that are kept: JSON and iCalendar compressed, and "not modified". */
export async function cachedCases(service: ServerProcess): Promise<Case[]> {
  const json = "/v1/events?limit=20&facets=true";
  const brotli = { "accept-encoding": "br" };
  const requests: [string, Request][] = [
    ["JSON, kept, brotli", { path: () => json, headers: brotli }],
    ["iCalendar, kept, brotli", { path: () => "/v1/events.ics", headers: brotli }],
    ["304 Not Modified", { path: () => json, headers: { ...brotli, "if-none-match": await etag(service, json) } }],
  ];
  const cases: Case[] = [];
  for (const [name, request] of requests) cases.push({ name, comparison: await compare(service, request) });
  return cases;
}

/** 50 events, filtered anew for each answer. */
export async function uncachedCase(service: ServerProcess): Promise<Case> {
  return { name: "50 events, filtered anew", comparison: await compare(service, { path: newQuestion }) };
}
