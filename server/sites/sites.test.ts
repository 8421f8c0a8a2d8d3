import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { Hono } from "hono";
import { BodyCache } from "../http/body-cache.ts";
import { finishedBodies } from "../http/finish.ts";
import { createRequestListener } from "../http/listener.ts";
import { portOf } from "../listen.ts";
import { registerEventRoutes } from "../events/routes.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { exampleEvent } from "../testing/example-event.ts";
import { directoryOf, sourceOf } from "../testing/fixture-directory.ts";
import { until } from "../testing/until.ts";
import { hostOf, MOST_HOSTS_A_DAY, SiteCounter } from "./site-counter.ts";
import { readSiteLoads, writeSiteLoads } from "./site-rows.ts";
import { startSiteCounts, type SiteCounts } from "./start-site-counts.ts";

const NOW = Date.parse("2026-11-23T09:00:00Z");
const DAY = "2026-11-23";

let database: TestDatabase;
let counts: SiteCounts;
let server: Server;
before(async () => {
  database = await createTestDatabase();
  counts = startSiteCounts({ databaseUrl: database.url, log: assert.fail, everyMs: 20, now: () => NOW });
  const directory = sourceOf(directoryOf([exampleEvent()], NOW));
  const cache = new BodyCache(() => directory.edition());
  const app = new Hono();
  app.use(finishedBodies(cache, () => undefined, () => NOW));
  registerEventRoutes(app, directory, () => NOW);
  server = createServer(createRequestListener(app, cache, () => false, (request) => counts.count(request)));
  server.listen(0);
  await once(server, "listening");
});
after(async () => {
  server?.close();
  await counts?.close();
  await database?.drop();
});

const ask = (query: string, headers: Record<string, string>) => fetch(`http://localhost:${portOf(server)}/v1/events?${query}`, { headers });
const rows = () => database.db.selectFrom("embedding_site").selectAll().orderBy("host").execute();
const clear = () => database.db.deleteFrom("embedding_site").execute();

test("each finder that opens on a website is counted, also when the answer is kept, and nothing else is", async () => {
  await clear();
  const trust = { origin: "https://Trust.example" };
  for (let time = 0; time < 3; time += 1) assert.equal((await ask("limit=20&facets=true", trust)).status, 200);
  for (const later of ["q=yoga&", "near=SE1&", "from=2026-12-01&", "cursor=a&", "format=online&"]) await ask(`limit=20&${later}facets=true`, trust);
  await ask("limit=20", trust);
  await ask("limit=20&facets=true", {});
  await ask("limit=20&facets=true", { ...trust, "cache-control": "max-age=0" });
  await ask("limit=20&facets=true", { origin: "http://192.168.1.7:8080" });
  await until(async () => (await rows()).reduce((sum, { loads }) => sum + loads, 0) === 4, "four are counted");
  assert.deepEqual(await rows(), [{ host: "other", day: DAY, loads: 1 }, { host: "trust.example", day: DAY, loads: 3 }]);
});

test("a finder in a frame is counted for the website around it, by its origin alone", () => {
  const counter = new SiteCounter(() => NOW);
  const frame = (headers: Record<string, string>, url = "/embed?topic=fatigue") => counter.count({ method: "GET", url, headers } as never);
  const framed = { "sec-fetch-dest": "iframe", "sec-fetch-site": "cross-site" };
  frame({ ...framed, referer: "https://trust.example/patients?name=somebody" });
  frame({ ...framed, "sec-fetch-site": "same-origin", referer: "https://events.example/developers/snippet" });
  frame({ ...framed, "sec-fetch-dest": "document", referer: "https://trust.example/" });
  frame(framed);
  frame({ ...framed, referer: "nonsense" });
  frame({ ...framed, referer: "https://trust.example/" }, "/embedded");
  assert.deepEqual(counter.take(), [{ host: "trust.example", day: DAY, loads: 1 }]);
});

test("nothing of a visitor is kept: only a host, a day and a number", async () => {
  const tables = await database.db.introspection.getTables();
  const columns = tables.find(({ name }) => name === "embedding_site")?.columns ?? [];
  assert.deepEqual(columns.map(({ name }) => name).sort(), ["day", "host", "loads"]);
});

test("a host is a name in any Origin, an address or nonsense is none", () => {
  assert.deepEqual(["https://a.example", "http://localhost:3000", "https://xn--bcher-kva.example"].map(hostOf), ["a.example", "localhost:3000", "xn--bcher-kva.example"]);
  assert.deepEqual(["http://10.0.0.1", "http://[2001:db8::1]", "https://a/b", "https://", "https://a b"].map(hostOf), Array(5).fill("other"));
  assert.deepEqual([undefined, "null", "file://", "chrome-extension://abc"].map(hostOf), Array(4).fill(undefined));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `https://${text}`), fc.webUrl()), (origin) => {
    assert.match(hostOf(origin) ?? "other", /^[a-z0-9.-]+(:\d+)?$/);
  }));
});

test("more hosts than the most of a day become others, in memory and in the table of several services", async () => {
  await clear();
  const counter = new SiteCounter(() => NOW);
  for (let host = 0; host < MOST_HOSTS_A_DAY + 50; host += 1) counter.add({ host: `h${host}.example`, day: DAY, loads: 1 });
  const counted = counter.take();
  assert.equal(counted.length, MOST_HOSTS_A_DAY + 1);
  assert.deepEqual(counted.at(-1), { host: "other", day: DAY, loads: 50 });
  assert.deepEqual(counter.take(), []);
  const others = counted.map((one) => ({ ...one, host: `other-${one.host}` }));
  await Promise.all([writeSiteLoads(database.db, counted, DAY), writeSiteLoads(database.db, others, DAY)]);
  const stored = await rows();
  assert.ok(stored.length <= MOST_HOSTS_A_DAY + 1, `${stored.length}`);
  assert.equal(stored.reduce((sum, { loads }) => sum + loads, 0), 2 * (MOST_HOSTS_A_DAY + 50));
});

test("days are summed by host, and those of long ago are forgotten", async () => {
  await clear();
  await writeSiteLoads(database.db, [
    { host: "a.example", day: "2026-11-22", loads: 2 }, { host: "a.example", day: DAY, loads: 3 }, { host: "b.example", day: "2026-10-01", loads: 9 },
    { host: "c.example", day: "2025-01-01", loads: 9 },
  ], DAY);
  assert.deepEqual(await readSiteLoads(database.db, "2026-10-25"), [{ host: "a.example", loads: 5, days: 2, last_day: DAY }]);
  assert.equal((await rows()).some(({ host }) => host === "c.example"), false);
});

test("what is counted while the database is away is added when it is back", async () => {
  await clear();
  await database.db.schema.alterTable("embedding_site").renameTo("away").execute();
  const lines: string[] = [];
  const own = startSiteCounts({ databaseUrl: database.url, log: (line) => lines.push(line), everyMs: 20, now: () => NOW });
  own.count({ method: "GET", url: "/v1/events?limit=20&facets=true", headers: { origin: "https://d.example" } } as never);
  await until(() => lines.length > 0, "the failure is told");
  await database.db.schema.alterTable("away").renameTo("embedding_site").execute();
  await until(async () => (await rows()).length === 1, "the count is written");
  await own.close();
  assert.deepEqual(await rows(), [{ host: "d.example", day: DAY, loads: 1 }]);
  assert.doesNotMatch(lines.join("\n"), /d\.example/);
});
