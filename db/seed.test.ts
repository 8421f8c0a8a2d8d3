import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import type { Kysely } from "kysely";
import { createTestDatabase } from "../server/testing/database.ts";
import { takePlace } from "../server/referrals/take-place.ts";
import { insertEvent } from "../server/testing/insert-event.ts";
import { openTestReferrals, placeRequest } from "../server/testing/referrals.ts";
import type { Database } from "./schema.ts";
import { refreshSample, seedIfEmpty } from "./seed.ts";

const NOW = new Date("2026-11-23T09:00:00Z");

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Kysely<Database>;
before(async () => {
  database = await createTestDatabase();
  db = database.db;
});
after(() => database.drop());

const sampleIds = async () => (await db.selectFrom("event").select("id").where("sample", "=", true).orderBy("id").execute()).map(({ id }) => id);
const lastNumber = async () => (await db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow()).number;

test("of two that fill an empty directory at once one does it, and then there is nothing to do", async () => {
  const seeded = await Promise.all([seedIfEmpty(db, NOW), seedIfEmpty(db, NOW)]);
  const [one, ...others] = seeded.filter((result) => result !== undefined);
  assert.deepEqual(others, []);
  assert.equal((await sampleIds()).length, one?.events);
  assert.equal(await seedIfEmpty(db, NOW), undefined);
});

test("an event that is put in with all its parts has no revision yet", async () => {
  const revised = await db.selectFrom("event").select("slug").where("revision", ">", 0).execute();
  assert.deepEqual(revised, []);
});

test("each area belongs to one alliance today and belonged to one in 2018; four alliances today, three then, one between", async () => {
  for (const [day, alliances] of [["2018-06-01", 3], ["2026-11-23", 4]] as const) {
    const members = await db.selectFrom("alliance_membership").selectAll()
      .where("valid_from", "<=", day).where((is) => is.or([is("valid_to", "is", null), is("valid_to", ">=", day)])).execute();
    assert.equal(members.length, 33, day);
    assert.equal(new Set(members.map(({ borough_gss }) => borough_gss)).size, 33, day);
    assert.equal(new Set(members.map(({ alliance }) => alliance)).size, alliances, day);
  }
  const successors = await db.selectFrom("alliance_succession").select("successor").where("predecessor", "=", "ncel-cancer-alliance").orderBy("successor").execute();
  assert.deepEqual(successors.map(({ successor }) => successor), ["ncl-cancer-alliance", "nel-cancer-alliance"]);
});

test("the sample made again on the same day changes nothing", async () => {
  const [ids, number] = [await sampleIds(), await lastNumber()];
  assert.equal((await refreshSample(db, new Date(NOW.getTime() + 8 * 3_600_000))).changed, false);
  assert.deepEqual([await sampleIds(), await lastNumber()], [ids, number]);
});

test("a later day brings new dates, and leaves what is no sample alone", async () => {
  const own = await insertEvent(db, { slug: "our-own", title: "Our own" });
  const week = new Date(NOW.getTime() + 7 * 86_400_000);
  assert.equal((await refreshSample(db, week)).changed, true);
  const { starts_at } = await db.selectFrom("event").select("starts_at").where("slug", "=", "evening-relaxation-2026-11-30").executeTakeFirstOrThrow();
  assert.equal(starts_at.toISOString(), "2026-11-30T18:30:00.000Z");
  const kept = await db.selectFrom("event").select(["title", "revision"]).where("id", "=", own).executeTakeFirstOrThrow();
  assert.deepEqual(kept, { title: "Our own", revision: 0 });
});

test("a sample of any size has just as many events, and the small one follows it again", async () => {
  assert.deepEqual(await refreshSample(db, NOW, 1500), { events: 1500, changed: true });
  assert.equal((await sampleIds()).length, 1500);
  const { events } = await refreshSample(db, NOW);
  assert.equal((await sampleIds()).length, events);
  const used = await db.selectFrom("event").select("series").where("series", "is not", null).distinct().execute();
  assert.equal((await db.selectFrom("series").select("slug").execute()).length, used.length, "no series of the large sample is left");
});

test("facts about access in the sample do not take the place of known ones", async () => {
  const facts = () => db.selectFrom("venue").select(["step_free", "hearing_loop"]).where("slug", "=", "cherry-lodge").executeTakeFirstOrThrow();
  assert.deepEqual(await facts(), { step_free: false, hearing_loop: null });
  await db.updateTable("venue").set({ step_free: null, hearing_loop: true }).where("slug", "=", "cherry-lodge").execute();
  await refreshSample(db, new Date(NOW.getTime() + 86_400_000));
  assert.deepEqual(await facts(), { step_free: false, hearing_loop: true });
});

test("what was booked on the sample goes with it, and a booking on another event stays", async () => {
  const referrals = openTestReferrals(database, { now: () => NOW.getTime() });
  try {
    const sample = await db.selectFrom("event").select("id").where("sample", "=", true).where("booking_route", "=", "here").where("booking_self", "=", true)
      .where("status", "=", "published").where("ends_at", ">", NOW).where("places_state", "=", "available").limit(1).executeTakeFirstOrThrow();
    const own = await insertEvent(db, { slug: "our-own-booked", starts_at: new Date(NOW.getTime() + 86_400_000), ends_at: new Date(NOW.getTime() + 90_000_000) });
    for (const event of [sample.id, own]) assert.equal((await takePlace(referrals, placeRequest(event))).kind, "taken");
    await refreshSample(db, new Date(NOW.getTime() + 20 * 86_400_000));
    assert.deepEqual(await db.selectFrom("referral").select("event_id").where("erased_at", "is", null).execute(), [{ event_id: own }]);
  } finally {
    await referrals.close();
  }
});
