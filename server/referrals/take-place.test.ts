import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { readEventUnlocked, type ReadEvent } from "./event-row.ts";
import type { PlaceOutcome } from "./referral.ts";
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

function receiptOf(outcome: PlaceOutcome) {
  assert.equal(outcome.kind, "taken");
  return outcome.receipt;
}

async function placesOf(event: string) {
  return database.db.selectFrom("event").select(["capacity", "places_taken", "waiting_count"]).where("id", "=", event).executeTakeFirstOrThrow();
}

describe("500 bookings at once for 20 places", () => {
  interface Answered {
    began: number;
    answered: number;
    outcome: PlaceOutcome;
  }

  async function rush(slug: string, readEvent?: ReadEvent): Promise<{ event: string; answers: Answered[]; errors: unknown[] }> {
    const event = await insertEvent(database.db, { slug, capacity: 20, waiting_list: true });
    const results = await Promise.allSettled(Array.from({ length: 500 }, async (): Promise<Answered> => {
      const began = performance.now();
      const outcome = await takePlace(referrals, placeRequest(event), readEvent);
      return { began, answered: performance.now(), outcome };
    }));
    const answers = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    return { event, answers, errors: results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : [])) };
  }

  function check({ answers, errors }: Awaited<ReturnType<typeof rush>>): void {
    assert.deepEqual(errors, []);
    const receipts = answers.map(({ outcome }) => receiptOf(outcome));
    assert.equal(receipts.filter(({ state }) => state === "confirmed").length, 20);
    const positions = receipts.flatMap(({ waitingPosition }) => waitingPosition ?? []).sort((a, b) => a - b);
    assert.deepEqual(positions, Array.from({ length: 480 }, (_, index) => index + 1));
    assert.equal(new Set(receipts.map(({ reference }) => reference)).size, 500);
  }

  test("20 are confirmed, 480 wait at positions 1 to 480, and nobody gets an error", async () => {
    const result = await rush("rush");
    check(result);
    const { places_taken, waiting_count } = await placesOf(result.event);
    assert.deepEqual([places_taken, waiting_count], [20, 480]);
  });

  test("without the lock the same check fails", async () => {
    const result = await rush("rush-unlocked", readEventUnlocked);
    assert.throws(() => check(result));
  });

  test("who was answered before another began stands before them", async () => {
    const event = await insertEvent(database.db, { slug: "in-order", capacity: 20, waiting_list: true });
    const answers: (Answered & { place: number })[] = [];
    let left = 300;
    await Promise.all(Array.from({ length: 25 }, async () => {
      while (left-- > 0) {
        const began = performance.now();
        const outcome = await takePlace(referrals, placeRequest(event));
        const { waitingPosition } = receiptOf(outcome);
        answers.push({ began, answered: performance.now(), outcome, place: waitingPosition ?? 0 });
      }
    }));
    for (const one of answers) {
      for (const other of answers) if (one.answered < other.began) assert.ok(one.place < other.place || (one.place === 0 && other.place === 0));
    }
    assert.ok(answers.some(({ place }) => place > 100));
  });
});

describe("an idempotency key", () => {
  test("200 requests with one key at once are one referral, and all get its answer", async () => {
    const event = await insertEvent(database.db, { slug: "one-key", capacity: 20 });
    const request = placeRequest(event);
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => takePlace(referrals, structuredClone(request))));
    const receipts = outcomes.map(receiptOf);
    assert.equal(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size, 1);
    assert.equal(outcomes.filter((outcome) => outcome.kind === "taken" && !outcome.repeated).length, 1);
    assert.equal((await placesOf(event)).places_taken, 1);
    const { count } = await database.db.selectFrom("referral").select(({ fn }) => fn.countAll<number>().as("count")).where("event_id", "=", event).executeTakeFirstOrThrow();
    assert.equal(Number(count), 1);
  });

  test("another request under the same key is told so, and changes nothing", async () => {
    const event = await insertEvent(database.db, { slug: "key-reused", capacity: 20 });
    const request = placeRequest(event);
    await takePlace(referrals, request);
    const other = { ...request, details: { ...request.details, name: "Somebody Else" } };
    assert.deepEqual(await takePlace(referrals, other), { kind: "key-reused" });
    assert.equal((await placesOf(event)).places_taken, 1);
  });

  test("a refused request leaves its key free", async () => {
    const event = await insertEvent(database.db, { slug: "refused-key", capacity: 0 });
    const request = placeRequest(event);
    assert.deepEqual(await takePlace(referrals, request), { kind: "refused", refusal: "full" });
    await database.db.updateTable("event").set({ capacity: 1 }).where("id", "=", event).execute();
    assert.equal(receiptOf(await takePlace(referrals, request)).state, "confirmed");
  });
});
