import { after, before, beforeEach, afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { CuttableLink } from "../testing/cuttable-link.ts";
import { createTestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { until } from "../testing/until.ts";
import { openLiveDirectory, type LiveDirectory } from "./live-directory.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let folder: string;
let link: CuttableLink;
let live: LiveDirectory;

function open(): Promise<LiveDirectory> {
  const databaseUrl = new URL(database.url);
  databaseUrl.host = `127.0.0.1:${link.port}`;
  return openLiveDirectory({ databaseUrl: databaseUrl.href, copyFile: join(folder, "directory.json"), baseUrl: "http://service.test", log: () => undefined });
}

const titles = () => live.current().events.map((event) => event.read().title);

before(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "hwbe-live-"));
  const { hostname, port } = new URL(database.url);
  link = await CuttableLink.open({ host: hostname, port: Number(port) });
});
beforeEach(async () => {
  link.mend();
  await database.db.deleteFrom("event").execute();
  await insertEvent(database.db, { slug: "first", title: "First" });
  live = await open();
});
afterEach(() => live.close());
after(async () => {
  await link.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

test("a change in the database reaches the directory, and an edition with it", async () => {
  const edition = live.edition();
  await database.db.updateTable("event").set({ title: "Second" }).execute();
  await until(() => titles()[0] === "Second", "the new title");
  assert.notEqual(live.edition(), edition);
  assert.equal(live.current().events[0]!.read().revision, 1);
});

test("a withdrawn event leaves the directory, a cancelled one stays in it", async () => {
  await insertEvent(database.db, { slug: "second", title: "Second" });
  await until(() => titles().length === 2, "two events");
  await database.db.updateTable("event").set({ status: "draft" }).where("slug", "=", "first").execute();
  await database.db.updateTable("event").set({ status: "cancelled" }).where("slug", "=", "second").execute();
  await until(() => live.current().events[0]?.read().status === "cancelled", "the cancelled event");
  assert.deepEqual(titles(), ["Second"]);
});

test("a place that changes nothing in public leaves the edition as it is", async () => {
  const edition = live.edition();
  await database.db.updateTable("event").set({ places_taken: 1 }).execute();
  await live.catchUp();
  assert.equal(live.edition(), edition);
  await database.db.updateTable("event").set({ places_taken: 17 }).execute();
  await until(() => live.edition() !== edition, "three places left");
  assert.deepEqual(live.current().events[0]!.read().places, { state: "few", left: 3 });
});

test("a renamed organisation is taken in too", async () => {
  await database.db.updateTable("organisation").set({ name: "UCL Hospitals" }).execute();
  await until(() => live.current().events[0]!.read().organiser.label === "UCL Hospitals", "the new name");
});

test("without the database the last good copy is served, with its age, and what was missed comes when it is back", async () => {
  link.cut();
  await live.catchUp();
  assert.deepEqual(titles(), ["First"]);
  assert.ok(live.staleSince()! <= Date.now());
  await database.db.updateTable("event").set({ title: "Meanwhile" }).execute();
  link.mend();
  await until(() => titles()[0] === "Meanwhile", "the change that was missed");
  assert.equal(live.staleSince(), undefined);
});

test("a listener whose connection was ended comes back and hears of changes", async () => {
  await until(async () => {
    const { rows } = await sql<{ count: number }>`select count(pg_terminate_backend(pid)) from pg_stat_activity
      where application_name = 'hwbe-follow' and datname = current_database()`.execute(database.db);
    return rows[0]!.count > 0;
  }, "a listener to end");
  await database.db.updateTable("event").set({ title: "After the break" }).execute();
  await until(() => titles()[0] === "After the break", "the change after the break");
});

test("started with the database away, the copy on disk is served until it is back", async () => {
  await live.close();
  link.cut();
  live = await open();
  assert.deepEqual(titles(), ["First"]);
  assert.ok(live.staleSince() !== undefined);
  link.mend();
  await until(() => live.staleSince() === undefined, "the database");
});

test("started with the database away and no copy, the database's error is told", async () => {
  link.cut();
  await assert.rejects(openLiveDirectory({
    databaseUrl: `postgres://nobody@127.0.0.1:${link.port}/none`, copyFile: join(folder, "none.json"), baseUrl: "http://service.test", log: () => undefined,
  }));
});
