import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Hono } from "hono";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { openReleases } from "./releases.ts";
import { registerReleases } from "./routes.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(() => database.drop());

const script = (text: string) => Buffer.from(`export default ${JSON.stringify(text)};\n`);

test("a version keeps the bytes under which it was published first, and says so when it is built otherwise", async () => {
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const first = await openReleases(database.db, { version: "1.0.0", script: script("one") }, log);
  const again = await openReleases(database.db, { version: "1.0.0", script: script("other") }, log);
  assert.equal(again.current.integrity, first.current.integrity);
  assert.match(first.current.integrity, /^sha384-[\w+/]{64}$/);
  assert.deepEqual(lines.map((line) => /raise the version/.test(line)), [true]);
});

test("each version that was ever published is served, for ever, with its own bytes, and no other is", async () => {
  await openReleases(database.db, { version: "1.0.0", script: script("one") }, () => undefined);
  const releases = await openReleases(database.db, { version: "1.1.0", script: script("two") }, () => undefined);
  const app = new Hono();
  registerReleases(app, releases);
  const bodies = await Promise.all(["1.0.0", "1.1.0"].map(async (version) => {
    const answer = await app.request(`/widget/${version}/hwbe-finder.js`);
    assert.match(answer.headers.get("cache-control") ?? "", /immutable/);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    return answer.text();
  }));
  assert.deepEqual(bodies, [script("one").toString(), script("two").toString()]);
  assert.equal((await app.request("/widget/9.9.9/hwbe-finder.js")).status, 404);
});
