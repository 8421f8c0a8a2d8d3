import { test } from "node:test";
import assert from "node:assert/strict";
import { BodyCache, MAX_BYTES } from "./body-cache.ts";
import { encoded, finishBody } from "./finished-bodies.ts";

const TEXT = Array.from({ length: 6_000 }, (_, index) => `Walk ${index * 7_919} at ${index % 24}:15, ${Math.sin(index)} km\n`).join("");

test("calendars that differ in their address alone take no more memory than the cache may have, with their compressed forms", async () => {
  const cache = new BodyCache(() => "1");
  const parts = [Buffer.from(TEXT), Buffer.from(TEXT)];
  const [held] = await Promise.all([finishBody(parts, { "content-type": "text/calendar" })].map(async (body) => (await encoded(body, "br")).length + (await encoded(body, "gzip")).length));
  const addresses = Array.from({ length: 1_000 }, (_, index) => `/v1/events.ics?from=${index}`);
  for (const address of addresses) cache.put(address, finishBody(parts, { "content-type": "text/calendar" }, address), cache.edition());
  const kept = addresses.filter((address) => cache.get(address));
  assert.ok(kept.length > 10 && kept.includes(addresses.at(-1)!));
  assert.ok(kept.length * held! <= MAX_BYTES, `${kept.length} of ${held} bytes`);
});
