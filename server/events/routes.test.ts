import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createServer, get, request, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { createApp } from "../app.ts";
import { EventAlternatives } from "../contract/alternatives.ts";
import { EventIndex, EventPage } from "../contract/event-page.ts";
import { Event } from "../contract/event.ts";
import { OrganisationList } from "../contract/organisation.ts";
import { Problem } from "../contract/problem.ts";
import { Vocabularies } from "../contract/vocabulary.ts";
import { createRequestListener } from "../http/listener.ts";
import { exampleEvent } from "../testing/example-event.ts";
import { directoryOf, sourceOf } from "../testing/fixture-directory.ts";
import { arbitraryEvent } from "../testing/random-event.ts";

const now = Date.UTC(2026, 0, 1);
const events = fc.sample(arbitraryEvent(), { numRuns: 60, seed: 11 }).map((event, index) => ({ ...event, slug: `event-${index}` }));
let directory = directoryOf(events, now);
let staleSince: number | undefined;
const source = { current: () => directory, staleSince: () => staleSince, edition: () => sourceOf(directory, staleSince).edition() };
const { app, cache } = createApp({ directory: source, baseUrl: "http://service.test", assetsDir: "/nowhere", log: () => undefined, now: () => now });

let server: Server;
let port: number;
before(async () => {
  server = createServer(createRequestListener(app, cache, () => staleSince !== undefined));
  await once(server.listen(0, "127.0.0.1"), "listening");
  port = (server.address() as AddressInfo).port;
});
after(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const sent = (method === "GET" ? get : request)({ port, path, headers, method, agent: false });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

const parsed = async (path: string) => JSON.parse((await ask(path)).body.toString());

test("each answer has the shape that the contract documents", async () => {
  const page = EventPage.parse(await parsed("/v1/events?from=1990-01-01&limit=100&facets=true"));
  assert.equal(page.total, events.length);
  assert.deepEqual(page.events.map(({ id }) => id).sort(), events.map(({ id }) => id).sort());
  Event.parse(await parsed(`/v1/events/${events[0]!.id}`));
  EventIndex.parse(await parsed("/v1/events/index"));
  OrganisationList.parse(await parsed("/v1/organisations"));
  Vocabularies.parse(await parsed("/v1/vocabularies"));
});

test("what there is instead of an event has its documented shape, is kept with a strong ETag, and is unknown for an unknown event", async () => {
  const day = (date: string) => ({ startsAt: `${date}T14:00:00Z`, endsAt: `${date}T15:00:00Z` });
  const full = exampleEvent({ ...day("2026-01-05"), places: { state: "full", left: null } });
  const online = exampleEvent({ slug: "online", ...day("2026-01-20"), format: "online", venue: null, organiser: { ...full.organiser, slug: "another" } });
  const similar = exampleEvent({ slug: "similar", ...day("2026-01-06") });
  const today = exampleEvent({ slug: "today", ...day("2026-01-01") });
  directory = directoryOf([full, online, similar, today], now, 3);
  const path = `/v1/events/${full.id}/alternatives`;
  const { headers, body } = await ask(path);
  const alternatives = EventAlternatives.parse(JSON.parse(body.toString()));
  assert.deepEqual(alternatives.online.map(({ slug }) => slug), ["online"]);
  assert.deepEqual(alternatives.similar.map(({ slug }) => slug), ["similar"]);
  assert.equal((await ask(path, { "if-none-match": headers.etag! })).status, 304);
  const kept = EventAlternatives.parse(await parsed(`${path}?organiser=another`));
  assert.deepEqual([kept.online, kept.similar].map((list) => list.map(({ slug }) => slug)), [["online"], []]);
  const { status, body: refusal } = await ask(`${path}?organiser=nobody&limit=2`);
  assert.deepEqual([status, Problem.parse(JSON.parse(refusal.toString())).errors?.map(({ parameter }) => parameter)], [400, ["limit", "organiser"]]);
  assert.equal((await ask(`/v1/events/${full.id.replace(/^0/, "9")}/alternatives`)).status, 404);
  directory = directoryOf(events, now);
});

test("pages follow one another by their link, and hold every event once", async () => {
  const ids: string[] = [];
  for (let path: string | undefined = "/v1/events?from=1990-01-01&limit=7"; path; ) {
    const { headers, body } = await ask(path);
    ids.push(...EventPage.parse(JSON.parse(body.toString())).events.map(({ id }) => id));
    path = /<(.+)>; rel="next"/.exec(String(headers.link ?? ""))?.[1];
  }
  assert.equal(ids.length, events.length);
  assert.equal(new Set(ids).size, events.length);
});

test("a page says where no event has every word", async () => {
  directory = directoryOf([exampleEvent({ title: "Yoga", startsAt: "2026-01-05T14:00:00Z", endsAt: "2026-01-05T15:00:00Z" })], now, 4);
  assert.equal(EventPage.parse(await parsed("/v1/events?q=yoga+bagpipes")).relaxed, true);
  assert.equal(EventPage.parse(await parsed("/v1/events?q=yoga")).relaxed, undefined);
  directory = directoryOf(events, now);
});

test("distances stand beside the events when a place is given", async () => {
  const borough = directory.vocabularies.boroughs[0]!;
  const page = EventPage.parse(await parsed(`/v1/events?from=1990-01-01&near=${borough.slug}&within=100`));
  const distances = page.events.map(({ distanceKm }) => distanceKm!);
  assert.ok(distances.length > 0);
  assert.deepEqual(distances, distances.toSorted((a, b) => a - b));
});

test("a wrong parameter gets a problem body", async () => {
  const { status, headers, body } = await ask("/v1/events?colour=red&format=x");
  assert.equal(status, 400);
  assert.equal(headers["content-type"], "application/problem+json; charset=utf-8");
  assert.equal(headers["access-control-allow-origin"], "*");
  assert.deepEqual(Problem.parse(JSON.parse(body.toString())).errors?.map(({ parameter }) => parameter), ["colour", "format"]);
});

for (const path of ["/v1/events?from=1990-01-01", "/v1/events.ics?from=1990-01-01"]) {
  test(`the same bytes come plain, as gzip and as brotli, first and kept: ${path}`, async () => {
    for (let turn = 0; turn < 2; turn++) {
      const plain = await ask(path);
      const gzip = await ask(path, { "accept-encoding": "gzip" });
      const brotli = await ask(path, { "accept-encoding": "gzip, deflate, br" });
      assert.equal(plain.headers["content-encoding"], undefined);
      assert.equal(brotli.headers["content-encoding"], "br");
      assert.deepEqual(gunzipSync(gzip.body), plain.body);
      assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
      assert.equal(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size, 3);
      for (const { headers, body } of [plain, gzip, brotli]) {
        assert.equal(Number(headers["content-length"]), body.length);
        assert.equal(headers.vary, "Accept-Encoding");
        assert.match(headers["cache-control"]!, /stale-while-revalidate=\d+, stale-if-error=\d+/);
        assert.equal(headers["access-control-allow-origin"], "*");
        assert.equal(headers["access-control-allow-credentials"], undefined);
      }
    }
  });
}

test("a reader with a good copy gets 304 and no body, first and kept", async () => {
  const { headers: { etag } } = await ask("/v1/events?limit=3");
  for (const tag of [etag!, `"other", ${etag}`, `W/${etag}`, "*"]) {
    const { status, body, headers } = await ask("/v1/events?limit=3", { "if-none-match": tag });
    assert.equal(status, 304);
    assert.equal(body.length, 0);
    assert.equal(headers.etag, etag);
  }
  assert.equal((await ask("/v1/events?limit=3", { "if-none-match": '"other"' })).status, 200);
});

test("HEAD has the headers of GET and no body", async () => {
  for (const path of ["/v1/events?limit=4", "/v1/events?limit=4", "/v1/nothing"]) {
    const [head, whole] = [await ask(path, {}, "HEAD"), await ask(path)];
    assert.equal(head.status, whole.status);
    assert.equal(head.body.length, 0);
    for (const name of ["etag", "content-type", "cache-control"]) assert.equal(head.headers[name], whole.headers[name]);
  }
});

test("OPTIONS tells what is allowed, and other methods are refused", async () => {
  const options = await ask("/v1/events", { origin: "https://trust.test", "access-control-request-method": "GET" }, "OPTIONS");
  assert.equal(options.status, 204);
  assert.equal(options.headers["access-control-allow-origin"], "*");
  const post = await ask("/v1/events", {}, "POST");
  assert.equal(post.status, 405);
  assert.equal(post.headers.allow, "GET, HEAD, OPTIONS");
});

test("a new edition gives new bytes under a new ETag", async () => {
  const path = "/v1/events?from=1990-01-01&limit=5";
  const first = await ask(path);
  directory = directoryOf(events.slice(1), now, 2);
  const second = await ask(path);
  assert.notEqual(first.headers.etag, second.headers.etag);
  assert.equal(JSON.parse(second.body.toString()).changeNumber, 2);
  directory = directoryOf(events, now);
});

test("with the database away answers tell their age", async () => {
  staleSince = now - 90_000;
  const { headers, body } = await ask("/v1/events?limit=1");
  assert.equal(headers.age, "90");
  assert.equal(Date.parse(JSON.parse(body.toString()).staleSince), staleSince);
  staleSince = undefined;
  assert.equal((await ask("/v1/events?limit=1")).headers.age, undefined);
});

test("a parameter named like a part of every object is unknown like any other", async () => {
  for (const name of ["toString", "valueOf", "constructor", "__proto__"]) {
    for (const path of ["/v1/events", "/v1/events.ics", "/events"]) assert.equal((await ask(`${path}?${name}=x`)).status, 400);
  }
});

test("ten thousand random questions and bodies get no 5xx", async () => {
  const names = ["q", "from", "to", "topic", "format", "near", "within", "ids", "sort", "limit", "cursor", "facets", "access", "language"];
  const name = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 }));
  const value = fc.oneof(
    fc.string(), fc.constantFrom("online", "2026-01-01", "true", "1", "100", "-1", "date", "relevance", "distance", "SW1A 1AA", "e", "%", "\u0000"),
  );
  const path = fc.oneof(
    fc.constantFrom("/v1/events", "/v1/events.ics", "/events", "/v1/events/index", "/v1/vocabularies"),
    fc.webPath(), fc.string({ maxLength: 20 }).map((text) => `/v1/events/${encodeURIComponent(text)}`),
    fc.string({ maxLength: 20 }).map((text) => `/events/${encodeURIComponent(text)}`),
  );
  const method = fc.oneof({ weight: 8, arbitrary: fc.constant("GET") }, { weight: 2, arbitrary: fc.constantFrom("POST", "PUT", "DELETE", "HEAD", "OPTIONS") });
  await fc.assert(
    fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 5 }), method, fc.string(), async (path, pairs, method, body) => {
      const url = `http://service.test${path}?${new URLSearchParams(pairs)}`;
      const carriesBody = method !== "GET" && method !== "HEAD";
      const response = await app.request(url, { method, ...(carriesBody && { body }) });
      assert.ok(response.status < 500, `${response.status} for ${method} ${url}`);
    }),
    { numRuns: 10_000 },
  );
});
