import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { cancelByLink } from "./by-link.ts";
import { linkToken } from "./link-token.ts";
import { readNotices, writeNotice } from "./notices.ts";
import type { PlaceRequest } from "./referral.ts";
import { takePlace } from "./take-place.ts";

let database: TestDatabase;
let referrals: TestReferrals;
before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database);
});
after(async () => {
  await referrals.close();
  await database.drop();
});

async function book(event: string, changes: Partial<PlaceRequest> = {}): Promise<string> {
  const outcome = await takePlace(referrals, placeRequest(event, changes));
  assert.equal(outcome.kind, "taken");
  return outcome.referral;
}

const write = (event: string, changes: Partial<Parameters<typeof writeNotice>[1]> = {}) =>
  writeNotice(referrals, { id: randomUUID(), organisation: "uclh", event, staff: "staff-1", body: "Please bring a towel.", ...changes });

test("everyone with a place or in line gets one mail, but for those who cannot or did not confirm, and those who are gone", async () => {
  const event = await insertEvent(database.db, { slug: "walk", capacity: 4, waiting_list: true });
  const [holder, unconfirmed, gone] = [await book(event), await book(event, { mustConfirm: true }), await book(event)];
  const phone = await book(event, { details: { ...placeRequest(event).details, contact: { kind: "phone", value: "020 7946 0000" } } });
  await cancelByLink(referrals, linkToken(referrals.ring, { purpose: "attendee", referral: gone }));
  const pair = await book(event, { companion: true });
  const id = randomUUID();
  assert.deepEqual(await write(event, { id }), { sent: 2 });
  assert.deepEqual(await write(event, { id }), { sent: undefined });
  const told = await database.db.selectFrom("message").select(["referral_id", "recipient"]).where("kind", "=", "organiser-wrote").execute();
  assert.deepEqual(new Set(told.map(({ referral_id }) => referral_id)), new Set([holder, pair]));
  assert.equal(told.length, 2);
  assert.ok(![unconfirmed, phone].some((one) => told.some(({ referral_id }) => referral_id === one)));
  assert.deepEqual((await readNotices(referrals, event)).map(({ body }) => body), ["Please bring a towel."]);
});

test("an event has 5 messages a day, at once too; none once it is over; none from another organisation", async () => {
  const event = await insertEvent(database.db, { slug: "talk" });
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => write(event)));
  assert.equal(outcomes.filter((outcome) => outcome === "too-many").length, 3);
  assert.equal(await write(event, { organisation: "other" }), undefined);
  const over = await insertEvent(database.db, { slug: "over", starts_at: new Date(Date.now() - 7_200_000), ends_at: new Date(Date.now() - 3_600_000) });
  assert.equal(await write(over), "over");
});
