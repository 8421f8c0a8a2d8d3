import { after, before, describe, test, type TestContext } from "node:test";
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { CuttableLink } from "../../testing/cuttable-link.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { insertEvent } from "../../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../../testing/referrals.ts";
import type { PlaceRequest } from "../referral.ts";
import { ReferralsUnavailableError } from "./referrals-database.ts";
import { takePlace } from "../take-place.ts";

const AWAY_MS = 30_000;
/**
 * Who books while the database is away is told within 2 seconds on a machine that does nothing else, and can book within 5 of its
 * return: the figures are printed. Under the load of other tests it may take longer, but never as long as the database is away.
 */
const TOLD_BY_MS = 10_000;
const BACK_BY_MS = 15_000;

let database: TestDatabase;

before(async () => {
  database = await createTestDatabase();
});
after(() => database.drop());

interface Setting {
  link: CuttableLink;
  referrals: TestReferrals;
  event: string;
}

async function throughLink(slug: string, use: (setting: Setting) => Promise<void>): Promise<void> {
  const url = new URL(database.referralsUrl);
  const link = await CuttableLink.open({ host: url.hostname, port: Number(url.port) });
  url.port = String(link.port);
  const referrals = openTestReferrals({ ...database, referralsUrl: url.href });
  try {
    await use({ link, referrals, event: await insertEvent(database.db, { slug, capacity: 100_000 }) });
  } finally {
    await link.close();
    await referrals.close();
  }
}

/** Gives how many milliseconds it took. */
async function within(limit: number, what: string, work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  const late = wait(limit, undefined, { ref: false }).then(() => assert.fail(`${what} took more than ${limit} ms`));
  await Promise.race([work, late]);
  return performance.now() - start;
}

async function isBack({ referrals }: Setting, request: PlaceRequest): Promise<boolean> {
  return takePlace(referrals, request).then(({ kind }) => kind === "taken", (error: unknown) => {
    assert.ok(error instanceof ReferralsUnavailableError);
    return false;
  });
}

/** Books on, ten at a time, while the database is away; then sees that all who try again have exactly one referral. */
async function bookWhileAway(t: TestContext, setting: Setting, leave: () => void): Promise<void> {
  const { link, referrals, event } = setting;
  assert.equal((await takePlace(referrals, placeRequest(event))).kind, "taken");
  const tried: PlaceRequest[] = [];
  let slowest = 0;
  leave();
  for (const end = performance.now() + AWAY_MS; performance.now() < end; ) {
    const requests = Array.from({ length: 10 }, () => placeRequest(event));
    tried.push(...requests);
    const took = await Promise.all(requests.map((request) => within(TOLD_BY_MS, "telling of the database", assert.rejects(takePlace(referrals, request), ReferralsUnavailableError))));
    slowest = Math.max(slowest, ...took);
    await wait(200);
  }
  link.mend();
  const again = placeRequest(event);
  const back = await within(BACK_BY_MS, "coming back", (async () => {
    while (!(await isBack(setting, again))) await wait(50);
  })());
  t.diagnostic(`the slowest of ${tried.length} was told after ${Math.round(slowest)} ms; bookings worked ${Math.round(back)} ms after the return`);
  for (const request of [...tried, ...tried.slice(0, 50)]) assert.equal((await takePlace(referrals, request)).kind, "taken");
  const { places_taken } = await database.db.selectFrom("event").select("places_taken").where("id", "=", event).executeTakeFirstOrThrow();
  assert.equal(places_taken, tried.length + 2);
}

describe("a database that is away for 30 seconds", { concurrency: true }, () => {
  test("refuses: every booking is told at once, and works soon after its return", (t) =>
    throughLink("refused", (setting) => bookWhileAway(t, setting, () => setting.link.cut())));

  test("hangs: every booking is told soon, and works soon after its return", (t) =>
    throughLink("hung", (setting) => bookWhileAway(t, setting, () => setting.link.hang())));
});

test("a line that moves is waited for, however long it is", () =>
  throughLink("long-line", async ({ referrals, event }) => {
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => takePlace(referrals, placeRequest(event))));
    assert.ok(outcomes.every(({ kind }) => kind === "taken"));
  }));
