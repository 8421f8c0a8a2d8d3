import { after, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import type { Insertable } from "kysely";
import type { EventTable } from "../../db/schema.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { eraseByLink } from "./by-link.ts";
import { linkToken } from "./link-token.ts";
import type { PlaceRequest } from "./referral.ts";
import { takePlace } from "./take-place.ts";
import { runUpkeep } from "./upkeep.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon of a Monday. */
const START = Date.parse("2027-03-01T12:00:00Z");

let database: TestDatabase;
let referrals: TestReferrals;
let clock = START;
let number = 0;

before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database, { now: () => clock });
});
beforeEach(() => {
  clock = START;
});
after(async () => {
  await referrals.close();
  await database.drop();
});

function event(values: Partial<Insertable<EventTable>> = {}): Promise<string> {
  const slug = `event-${++number}`;
  return insertEvent(database.db, { slug, starts_at: new Date(START + 10 * DAY), ends_at: new Date(START + 10 * DAY + HOUR), ...values });
}

async function book(id: string, changes: Partial<PlaceRequest> = {}): Promise<string> {
  const outcome = await takePlace(referrals, placeRequest(id, changes));
  assert.equal(outcome.kind, "taken");
  return outcome.referral;
}

const rowOf = (id: string) => database.db.selectFrom("referral").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const eventRow = (id: string) => database.db.selectFrom("event").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function messages(id: string, kind: string): Promise<string[]> {
  const rows = await database.db.selectFrom("message").select(["kind", "recipient"]).where("event_id", "=", id).execute();
  return rows.filter((row) => row.kind === kind).map(({ recipient }) => recipient).sort();
}

test("a booking whose address is not confirmed within a day lapses, and the first in line gets the place", async () => {
  const id = await event({ capacity: 1, waiting_list: true });
  const unconfirmed = await book(id, { mustConfirm: true });
  const waiting = await book(id);
  clock += 23 * HOUR;
  await runUpkeep(referrals);
  assert.equal((await rowOf(unconfirmed)).state, "received");
  clock += 2 * HOUR;
  await runUpkeep(referrals);
  const { state, reason } = await rowOf(unconfirmed);
  assert.deepEqual([state, reason, (await rowOf(waiting)).state], ["cancelled", "lapsed", "confirmed"]);
  assert.equal((await eventRow(id)).places_taken, 1);
  assert.deepEqual(await messages(id, "promoted"), ["attendee"]);
});

test("when an event gets more places, those who wait get them in order", async () => {
  const id = await event({ capacity: 1, waiting_list: true });
  await book(id);
  const [first, second, third] = [await book(id), await book(id), await book(id)];
  await database.db.updateTable("event").set({ capacity: 3 }).where("id", "=", id).execute();
  await runUpkeep(referrals);
  assert.deepEqual(await Promise.all([first, second, third].map(async (one) => (await rowOf(one)).state)), ["confirmed", "confirmed", "waiting"]);
  const { places_taken, waiting_count } = await eventRow(id);
  assert.deepEqual([places_taken, waiting_count], [3, 1]);
});

test("48 hours before an event those who have a place are reminded once, and again when it has moved", async () => {
  const id = await event({ capacity: 1, waiting_list: true });
  await book(id);
  await book(id);
  clock = START + 8 * DAY - 1;
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "reminder"), []);
  clock += 2;
  await runUpkeep(referrals);
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "reminder"), ["attendee"]);
  await database.db.updateTable("event").set({ starts_at: new Date(START + 12 * DAY), ends_at: new Date(START + 13 * DAY) }).where("id", "=", id).execute();
  clock = START + 11 * DAY;
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "reminder"), ["attendee", "attendee"]);
});

test("who booked two days before gets no reminder", async () => {
  const id = await event({ starts_at: new Date(START + 2 * DAY - HOUR), ends_at: new Date(START + 2 * DAY) });
  await book(id);
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "reminder"), []);
});

test("referrals that nobody opened are chased: the team after two working days, the alliance after four, each once a day", async () => {
  const id = await event();
  await book(id);
  clock = Date.parse("2027-03-03T23:00:00Z");
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "unseen-referrals"), []);
  clock = Date.parse("2027-03-04T09:00:00Z");
  await runUpkeep(referrals);
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "unseen-referrals"), ["organiser"]);
  clock = Date.parse("2027-03-08T09:00:00Z");
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "unseen-referrals"), ["alliance", "organiser", "organiser"]);
  await database.db.updateTable("referral").set({ seen_at: new Date(clock) }).where("event_id", "=", id).execute();
  clock += DAY;
  await runUpkeep(referrals);
  assert.deepEqual(await messages(id, "unseen-referrals"), ["alliance", "organiser", "organiser"]);
});

test("details are erased as many days after the event as its organisation says, and what can be counted stays", async () => {
  const id = await event();
  const referral = await book(id);
  await database.db.insertInto("referral_settings").values({ organisation: "uclh", team_email: null, keep_days: 30 }).execute();
  clock = START + 40 * DAY;
  await runUpkeep(referrals);
  assert.ok((await rowOf(referral)).sealed);
  clock += HOUR + 1;
  await runUpkeep(referrals);
  const { state, sealed, sealed_key, person_index, erased_at } = await rowOf(referral);
  assert.deepEqual([state, sealed, sealed_key, person_index], ["confirmed", null, null, null]);
  assert.ok(erased_at);
  await database.db.deleteFrom("referral_settings").execute();
});

test("details are erased where no event takes bookings here any more", async () => {
  const id = await event();
  const referral = await book(id);
  await database.db.updateTable("event").set({ booking_route: "phone" }).execute();
  clock = START + 101 * DAY + 2 * HOUR;
  await runUpkeep(referrals);
  assert.equal((await rowOf(referral)).sealed, null);
});

test("what a person had erased is erased again after the database was put back to an earlier day", async () => {
  const id = await event();
  const referral = await book(id);
  const { sealed, sealed_key, key_id, person_index } = await rowOf(referral);
  assert.equal(await eraseByLink(referrals, linkToken(referrals.ring, { purpose: "attendee", referral })), true);
  assert.equal((await rowOf(referral)).sealed, null);
  assert.equal((await eventRow(id)).places_taken, 0);
  await database.db.updateTable("referral").set({ sealed, sealed_key, key_id, person_index, erased_at: null, state: "confirmed", reason: null }).where("id", "=", referral).execute();
  await database.db.updateTable("event").set({ places_taken: 1 }).where("id", "=", id).execute();
  await runUpkeep(referrals);
  assert.equal((await rowOf(referral)).sealed, null);
  assert.equal((await eventRow(id)).places_taken, 0);
});
