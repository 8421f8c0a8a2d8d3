import { after, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { sql, type Insertable, type Kysely } from "kysely";
import pg from "pg";
import { createTestDatabase } from "../server/testing/database.ts";
import { insertEvent } from "../server/testing/insert-event.ts";
import { until } from "../server/testing/until.ts";
import type { Database, VenueTable } from "./schema.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Kysely<Database>;
before(async () => {
  database = await createTestDatabase();
  db = database.db;
  await insertEvent(db, { slug: "brings-what-events-need" });
});
after(() => database.drop());
beforeEach(async () => {
  await db.deleteFrom("event").execute();
});

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

const lastNumber = async () => (await db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow()).number;

/** The changes that something made, in order of their numbers, which must follow each other. */
async function changesOf(act: () => Promise<unknown>): Promise<[kind: string, event: string | null][]> {
  const before = await lastNumber();
  await act();
  const changes = await db.selectFrom("change").selectAll().where("number", ">", before).orderBy("number").execute();
  assert.deepEqual(changes.map(({ number }) => number), changes.map((_, index) => before + index + 1));
  assert.equal(await lastNumber(), before + changes.length);
  return changes.map(({ kind, event_id }) => [kind, event_id]);
}

const revisionOf = async (id: string) => (await db.selectFrom("event").select("revision").where("id", "=", id).executeTakeFirstOrThrow()).revision;

const HALL: Insertable<VenueTable> = {
  slug: "hall", name: "Hall", address: "1 Road", postcode: "SE1 9RT", borough_gss: null, latitude: 51.5, longitude: -0.1, step_free: null,
  hearing_loop: null, accessible_toilet: null, access_note: null, nearest_station: null, station_step_free: null, directions: null,
  parking: null, parking_cost: null, blue_badge: null, patient_transport: null,
};

async function eventAtHall(slug: string, days: number): Promise<string> {
  await db.insertInto("venue").values(HALL).onConflict((conflict) => conflict.doNothing()).execute();
  return insertEvent(db, { slug, format: "in-person", venue: "hall", starts_at: inDays(days), ends_at: inDays(days + 0.1) });
}

test("an event that is published is a change, one that waits is none", async () => {
  let published = "";
  assert.deepEqual(await changesOf(async () => { published = await insertEvent(db, { slug: "published" }); }), [["published", published]]);
  assert.equal(await revisionOf(published), 0);
  for (const status of ["draft", "awaiting-moderation"] as const) {
    assert.deepEqual(await changesOf(() => insertEvent(db, { slug: status, status })), []);
  }
});

test("a new wording is one revision, the same wording again is none", async () => {
  const id = await insertEvent(db, { slug: "worded" });
  const rename = (title: string) => changesOf(() => db.updateTable("event").set({ title }).where("id", "=", id).execute());
  assert.deepEqual(await rename("Another"), [["published", id]]);
  assert.deepEqual(await rename("Another"), []);
  assert.equal(await revisionOf(id), 1);
});

test("words and parts that change together are one revision", async () => {
  const id = await insertEvent(db, { slug: "together" });
  await db.insertInto("language").values({ code: "cy", label: "Welsh" }).onConflict((conflict) => conflict.doNothing()).execute();
  const changes = await changesOf(() => db.transaction().execute(async (transaction) => {
    await transaction.updateTable("event").set({ title: "Dwyieithog" }).where("id", "=", id).execute();
    await transaction.insertInto("event_language").values({ event_id: id, language: "cy" }).execute();
    await transaction.insertInto("session").values({ event_id: id, position: 1, title: "Te", starts_at: inDays(1), ends_at: inDays(1.01), alone: false }).execute();
  }));
  assert.deepEqual(changes, [["published", id]]);
  assert.equal(await revisionOf(id), 1);
  assert.deepEqual(await changesOf(() => db.deleteFrom("session").where("event_id", "=", id).execute()), [["published", id]]);
  assert.equal(await revisionOf(id), 2);
});

test("a place that is taken is a change only when people can see it, and never a revision", async () => {
  const id = await insertEvent(db, { slug: "places", capacity: 20, waiting_list: true });
  const take = (places_taken: number, waiting_count = 0) =>
    changesOf(() => db.updateTable("event").set({ places_taken, waiting_count }).where("id", "=", id).execute());
  assert.deepEqual(await take(1), []);
  assert.deepEqual(await take(14), []);
  assert.deepEqual(await take(15), [["published", id]], "5 left");
  assert.deepEqual(await take(16), [["published", id]], "4 left");
  assert.deepEqual(await take(20), [["published", id]], "a waiting list");
  assert.deepEqual(await take(20, 1), []);
  assert.equal(await revisionOf(id), 0);
});

test("what is never published makes no change", async () => {
  const id = await insertEvent(db, { slug: "secret" });
  assert.deepEqual(await changesOf(() => db.updateTable("event").set({ join_url: "https://example.org/meet", import_key: "A1" }).where("id", "=", id).execute()), []);
  assert.equal(await revisionOf(id), 0);
});

test("what changes at a venue revises the events that are still to come there", async () => {
  const [past, next, later] = [await eventAtHall("past", -3), await eventAtHall("next", 3), await eventAtHall("later", 9)];
  const elsewhere = await insertEvent(db, { slug: "elsewhere" });
  const changes = await changesOf(() => db.updateTable("venue").set({ step_free: true }).where("slug", "=", "hall").execute());
  assert.deepEqual(changes.filter(([kind]) => kind === "published").map(([, id]) => id).sort(), [next, later].sort());
  assert.deepEqual(await Promise.all([past, next, later, elsewhere].map(revisionOf)), [0, 1, 1, 0]);
  await db.updateTable("venue").set({ step_free: true }).where("slug", "=", "hall").execute();
  assert.equal(await revisionOf(next), 1, "the same facts again");
});

test("an event that is withdrawn or removed leaves a tombstone, one that the public never saw leaves none", async () => {
  const [withdrawn, removed] = [await insertEvent(db, { slug: "withdrawn" }), await insertEvent(db, { slug: "removed" })];
  const draft = await insertEvent(db, { slug: "draft", status: "draft" });
  assert.deepEqual(await changesOf(() => db.updateTable("event").set({ status: "draft" }).where("id", "=", withdrawn).execute()), [["withdrawn", withdrawn]]);
  assert.deepEqual(await changesOf(() => db.deleteFrom("event").where("id", "=", removed).execute()), [["withdrawn", removed]]);
  assert.deepEqual(await changesOf(() => db.updateTable("event").set({ title: "Other" }).where("id", "=", draft).execute()), []);
  assert.deepEqual(await changesOf(() => db.deleteFrom("event").where("id", "in", [draft, withdrawn]).execute()), []);
});

test("a cancelled event stays published", async () => {
  const id = await insertEvent(db, { slug: "cancelled" });
  assert.deepEqual(await changesOf(() => db.updateTable("event").set({ status: "cancelled", status_note: "The room is flooded." }).where("id", "=", id).execute()), [["published", id]]);
  assert.equal(await revisionOf(id), 1);
});

test("reference data is a change when a row of it becomes another, comes or goes", async () => {
  const row = { code: "pl", label: "Polish" };
  const insert = () => changesOf(() => db.insertInto("language").values(row).onConflict((conflict) => conflict.doNothing()).execute());
  const rename = (label: string) => changesOf(() => db.updateTable("language").set({ label }).where("code", "=", "pl").execute());
  const remove = () => changesOf(() => db.deleteFrom("language").where("code", "=", "pl").execute());
  for (const act of [insert, () => rename("Polski"), remove]) {
    assert.deepEqual(await act(), [["reference", null]]);
    assert.deepEqual(await act(), []);
  }
});

test("what is rolled back leaves no change and no gap", async () => {
  const changes = await changesOf(async () => {
    const transaction = await db.startTransaction().execute();
    await transaction.insertInto("language").values({ code: "so", label: "Somali" }).execute();
    await transaction.rollback().execute();
  });
  assert.deepEqual(changes, []);
});

test("the numbers of two transactions become visible in their order", async () => {
  const [one, other] = [await insertEvent(db, { slug: "one" }), await insertEvent(db, { slug: "other" })];
  const before = await lastNumber();
  const seen = async () => (await db.selectFrom("change").select("event_id").where("number", ">", before).orderBy("number").execute()).map(({ event_id }) => event_id);
  const first = await db.startTransaction().execute();
  const second = await db.startTransaction().execute();
  await first.updateTable("event").set({ title: "First" }).where("id", "=", one).execute();
  const waiting = second.updateTable("event").set({ title: "Second" }).where("id", "=", other).execute();
  await until(secondWaits, "the second transaction waits for its number");
  assert.deepEqual(await seen(), []);
  await first.commit().execute();
  await waiting;
  assert.deepEqual(await seen(), [one]);
  await second.commit().execute();
  assert.deepEqual(await seen(), [one, other]);
});

test("without the lock on their counter, numbers would become visible out of order, and a reader would miss one", async (context) => {
  const bare = await createTestDatabase();
  context.after(() => bare.drop());
  await sql`create sequence unlocked`.execute(bare.db);
  await sql`create or replace function record_changes(kinds text[], ids uuid[]) returns void language sql as $$
    insert into change (number, kind, event_id) select nextval('unlocked'), c.kind, c.event_id from unnest(kinds, ids) as c (kind, event_id)
  $$`.execute(bare.db);
  const numbers = async () => (await bare.db.selectFrom("change").select("number").orderBy("number").execute()).map(({ number }) => number);
  const first = await bare.db.startTransaction().execute();
  await first.insertInto("language").values({ code: "ta", label: "Tamil" }).execute();
  await bare.db.insertInto("language").values({ code: "ur", label: "Urdu" }).execute();
  assert.deepEqual(await numbers(), [2], "whoever reads now goes on from 2");
  await first.commit().execute();
  assert.deepEqual(await numbers(), [1, 2]);
});

async function secondWaits(): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows.length > 0;
}

test("whoever listens is told the last number when the transaction is committed", async () => {
  const client = new pg.Client(database.url);
  await client.connect();
  const told: string[] = [];
  client.on("notification", ({ payload }) => told.push(payload ?? ""));
  await client.query("listen directory_change");
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto("language").values([{ code: "ta", label: "Tamil" }]).execute();
    await transaction.insertInto("language").values([{ code: "ur", label: "Urdu" }]).execute();
  });
  const last = String(await lastNumber());
  await until(() => told.includes(last), "the last number is told");
  await client.end();
});
