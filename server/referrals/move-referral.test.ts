import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { cancelByLink, detailsByLink } from "./by-link.ts";
import { lockEvent, readEventUnlocked } from "./event-row.ts";
import { linkToken } from "./link-token.ts";
import { moveReferral, type MoveOutcome } from "./move-referral.ts";
import type { PlaceRequest } from "./referral.ts";
import { takePlace } from "./take-place.ts";

let database: TestDatabase;
let referrals: TestReferrals;
let number = 0;
before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database);
  await database.db.insertInto("organisation").values({ slug: "other", name: "Other", short_name: "Other", kind: "charity", ods_code: null, alliance: null, scope: "london", website: null }).execute();
});
after(async () => {
  await referrals.close();
  await database.drop();
});

const event = (values: Partial<Parameters<typeof insertEvent>[1]> = {}) => insertEvent(database.db, { slug: `event-${++number}`, ...values });
const rowOf = (id: string) => database.db.selectFrom("referral").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function book(id: string, changes: Partial<PlaceRequest> = {}): Promise<string> {
  const outcome = await takePlace(referrals, placeRequest(id, changes));
  assert.equal(outcome.kind, "taken");
  return outcome.referral;
}

async function move(referral: string, to: string, lock = lockEvent): Promise<MoveOutcome | undefined> {
  const { reference } = await rowOf(referral);
  return moveReferral(referrals, { organisation: "uclh", reference, to, actor: "staff:1" }, lock);
}

/** Places as the event counts them, and as its referrals do. */
async function placesOf(id: string) {
  const { places_taken: taken, waiting_count: waiting } = await database.db.selectFrom("event").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const rows = await database.db.selectFrom("referral").select(["state", "party_size"]).where("event_id", "=", id).execute();
  const held = rows.filter(({ state }) => state === "received" || state === "confirmed").reduce((sum, { party_size }) => sum + party_size, 0);
  return { counted: [taken, waiting], held: [held, rows.filter(({ state }) => state === "waiting").length] };
}

async function expectPlaces(id: string, taken: number, waiting: number): Promise<void> {
  assert.deepEqual(await placesOf(id), { counted: [taken, waiting], held: [taken, waiting] });
}

test("who is moved has the place there, is told, and gives the one here to the first in line", async () => {
  const [from, to] = [await event({ capacity: 2, waiting_list: true }), await event({ capacity: 5, booking_approval: true })];
  const referrer = { name: "Sample Nurse", role: "Nurse", organisation: "Sample Trust", email: "nurse@example.org" };
  const details = { ...placeRequest(from).details, referrer };
  const [pair, next] = [await book(from, { companion: true, bookedBy: "professional", details }), await book(from)];
  assert.deepEqual(await move(pair, to), { moved: true });
  const row = await rowOf(pair);
  assert.deepEqual([row.event_id, row.state, (await rowOf(next)).state], [to, "confirmed", "confirmed"]);
  await expectPlaces(from, 1, 0);
  await expectPlaces(to, 2, 0);
  const told = await database.db.selectFrom("message").select(["event_id", "recipient"]).where("referral_id", "=", pair).where("kind", "=", "moved").orderBy("recipient").execute();
  assert.deepEqual(told, [{ event_id: to, recipient: "attendee" }, { event_id: to, recipient: "referrer" }]);
  const audit = await database.db.selectFrom("audit").select(["actor", "action"]).where("referral_id", "in", [pair, next]).where("action", "in", ["move", "promote"]).orderBy("number").execute();
  assert.deepEqual(audit, [{ actor: "staff:1", action: "move" }, { actor: "service", action: "promote" }]);
});

test("the details still open, and a second booking there is noticed by them", async () => {
  const [from, to] = [await event(), await event()];
  const { details } = placeRequest(from);
  const moved = await book(from, { details });
  await move(moved, to);
  assert.equal((await detailsByLink(referrals, linkToken(referrals.ring, { purpose: "attendee", referral: moved })))?.name, details.name);
  assert.equal((await rowOf(await book(to, { details }))).same_person_as, moved);
  const again = await book(from, { details });
  assert.deepEqual(await move(again, to), { refusal: "twice" });
});

test("who waits here gets a place there", async () => {
  const [from, to] = [await event({ capacity: 1, waiting_list: true }), await event({ capacity: 1 })];
  await book(from);
  const waiting = await book(from);
  assert.deepEqual(await move(waiting, to), { moved: true });
  await expectPlaces(from, 1, 0);
  await expectPlaces(to, 1, 0);
});

test("nobody is moved to where there is no place, and nothing changes", async () => {
  const from = await event({ capacity: 5 });
  const referral = await book(from, { companion: true });
  const targets = {
    full: await event({ capacity: 1, waiting_list: true }), cancelled: await event({ status: "cancelled" }), "no-event": await event({ status: "draft" }),
    "not-here": await event({ booking_route: "phone" }),
    over: await event({ starts_at: new Date(Date.now() - 7_200_000), ends_at: new Date(Date.now() - 3_600_000) }),
  };
  for (const [refusal, to] of Object.entries(targets)) assert.deepEqual(await move(referral, to), { refusal });
  assert.deepEqual(await move(referral, await event({ organisation: "other" })), { refusal: "no-event" });
  assert.deepEqual(await move(referral, crypto.randomUUID()), { refusal: "no-event" });
  await expectPlaces(from, 2, 0);
  assert.equal((await rowOf(referral)).event_id, from);
});

test("a second click moves nobody twice; what was cancelled, unconfirmed or another's is not moved", async () => {
  const [from, to] = [await event(), await event()];
  const [moved, cancelled, unconfirmed] = [await book(from), await book(from), await book(from, { mustConfirm: true })];
  const both = await Promise.all([move(moved, to), move(moved, to)]);
  assert.deepEqual(both.map((outcome) => outcome && "moved" in outcome && outcome.moved).sort(), [false, true]);
  await expectPlaces(to, 1, 0);
  await cancelByLink(referrals, linkToken(referrals.ring, { purpose: "attendee", referral: cancelled }));
  assert.deepEqual(await move(cancelled, to), { refusal: "gone" });
  assert.deepEqual(await move(unconfirmed, to), { refusal: "unconfirmed" });
  const { reference } = await rowOf(moved);
  assert.equal(await moveReferral(referrals, { organisation: "other", reference, to: from, actor: "staff:2" }), undefined);
});

describe("100 moves at once into 10 places", () => {
  async function race(lock: typeof lockEvent) {
    const [one, other, to] = [await event({ capacity: 50 }), await event({ capacity: 50 }), await event({ capacity: 10 })];
    const all = await Promise.all(Array.from({ length: 100 }, (_, index) => book(index % 2 === 0 ? one : other)));
    const outcomes = await Promise.all(all.map((referral) => move(referral, to, lock)));
    return { moved: outcomes.filter((outcome) => outcome && "moved" in outcome).length, places: await Promise.all([one, other, to].map(placesOf)) };
  }

  test("10 are moved, and every event's places are as its referrals are", async () => {
    const { moved, places } = await race(lockEvent);
    assert.equal(moved, 10);
    for (const { counted, held } of places) assert.deepEqual(counted, held);
    assert.deepEqual(places[2]?.counted, [10, 0]);
  });

  test("without the lock the same check fails", async () => {
    const { moved, places } = await race(readEventUnlocked);
    assert.ok(moved > 10 || places.some(({ counted, held }) => String(counted) !== String(held)));
  });
});

test("those who are moved in opposite directions at once all arrive", async () => {
  const [one, other] = [await event({ capacity: 40 }), await event({ capacity: 40 })];
  const there = await Promise.all(Array.from({ length: 20 }, () => book(one)));
  const back = await Promise.all(Array.from({ length: 20 }, () => book(other)));
  const outcomes = await Promise.all([...there.map((referral) => move(referral, other)), ...back.map((referral) => move(referral, one))]);
  for (const outcome of outcomes) assert.deepEqual(outcome, { moved: true });
  await expectPlaces(one, 20, 0);
  await expectPlaces(other, 20, 0);
});
