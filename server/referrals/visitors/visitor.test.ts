import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { Hono } from "hono";
import { knowClient } from "../../http/client-address.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { openTestReferrals, type TestReferrals } from "../../testing/referrals.ts";
import { registerChallengeRoute } from "./challenge-route.ts";
import { newChallenge } from "./proof-of-work.ts";
import { runUpkeep } from "../upkeep.ts";
import { judge, mayWriteTo } from "./visitor.ts";

let database: TestDatabase;
let referrals: TestReferrals;
/** Another service on the same database, with the same keys. */
let replica: TestReferrals;

before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database);
  replica = openTestReferrals(database, { ring: referrals.ring });
});
after(async () => {
  await Promise.all([referrals.close(), replica.close()]);
  await database.drop();
});

function appOf(of: TestReferrals): Hono {
  const app = new Hono();
  app.use(knowClient(1, () => undefined));
  registerChallengeRoute(app, of);
  app.post("/judge/:purpose", async (c) => c.text(await judge(of, c, new URLSearchParams(await c.req.text()), { purpose: [c.req.param("purpose")] })));
  return app;
}

async function proofFrom(app: Hono): Promise<string> {
  return solve((await (await app.request("/referrals/challenge")).json()) as Challenge);
}

async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

async function verdict(app: Hono, form: Record<string, string>, { purpose = "one", from = "192.0.2.1" } = {}): Promise<string> {
  const body = new URLSearchParams(form).toString();
  const response = await app.request(`/judge/${purpose}`, { method: "POST", body, headers: { "x-forwarded-for": from } });
  return response.text();
}

test("who comes with the work done is proved, and may send the same form again, but no other, at any replica", async () => {
  const [app, other] = [appOf(referrals), appOf(replica)];
  const proof = await proofFrom(app);
  assert.equal(await verdict(app, { proof }), "proved");
  assert.equal(await verdict(other, { proof }), "proved");
  assert.equal(await verdict(app, { proof }, { purpose: "two" }), "unproved");
  assert.equal(await verdict(other, { proof }, { purpose: "two" }), "unproved");
});

test("without the work, with rubbish, with a solution of one's own making, or half an hour late, nobody is proved", async () => {
  const app = appOf(referrals);
  const proof = await proofFrom(app);
  const { challenge, solution } = JSON.parse(Buffer.from(proof, "base64").toString()) as { challenge: Challenge; solution: object };
  const made = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");
  const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "00" } };
  const guessed = made({ challenge, solution: { counter: 1, derivedKey: "00" } });
  for (const wrong of ["", "rubbish", made(null), guessed, made({ challenge: easier, solution }), "A".repeat(100_000)]) {
    assert.equal(await verdict(app, { proof: wrong }, { purpose: "three", from: "192.0.2.3" }), "unproved");
  }
  assert.equal(await verdict(app, { proof, website: "https://spam.example" }, { purpose: "three" }), "unproved");
  const late = await solve(await newChallenge({ ring: referrals.ring, now: () => Date.now() - 31 * 60_000 }));
  assert.equal(await verdict(app, { proof: late }, { purpose: "three" }), "unproved");
  assert.equal(await verdict(app, { proof }, { purpose: "three" }), "proved");
});

test("20 unproved forms in ten minutes are enough from one address, at all replicas together, and others go on", async () => {
  const [app, other] = [appOf(referrals), appOf(replica)];
  const from = "192.0.2.9";
  const verdicts = await Promise.all(Array.from({ length: 30 }, (_, index) => verdict(index % 2 === 0 ? app : other, {}, { from })));
  assert.equal(verdicts.filter((one) => one === "unproved").length, 20);
  assert.equal(verdicts.filter((one) => one === "too-many").length, 10);
  assert.equal(await verdict(app, {}, { from: "192.0.2.10" }), "unproved");
});

test("twenty bookings a day for one address are enough, in whatever letters it is written, and a phone number gets no mail", async () => {
  const to = (value: string) => mayWriteTo(referrals, { name: "Sample Person", contact: { kind: "email", value }, needs: {} });
  const answers = await Promise.all(Array.from({ length: 22 }, (_, index) => to(index % 2 === 0 ? "victim@example.org" : "Victim@Example.org")));
  assert.equal(answers.filter(Boolean).length, 20);
  assert.equal(await to("other@example.org"), true);
  const byPhone = { name: "Sample Person", contact: { kind: "phone", value: "020 7946 0000" }, needs: {} } as const;
  for (let count = 0; count < 22; count++) assert.equal(await mayWriteTo(referrals, byPhone), true);
});

test("no address of a visitor is in the database", async () => {
  await verdict(appOf(referrals), {}, { from: "203.0.113.77" });
  const { rows } = await referrals.db.query({ text: "select key from rate_limit" });
  assert.ok(rows.length > 0);
  assert.ok(!JSON.stringify(rows).includes("203.0.113"));
});

test("what was counted or used is forgotten when its time is over, and not before", async () => {
  const app = appOf(referrals);
  await verdict(app, { proof: await proofFrom(app) }, { purpose: "four" });
  const rows = async () => {
    const text = "select (select count(*)::int from rate_limit) counts, (select count(*)::int from used_challenge) used";
    return (await referrals.db.query({ text })).rows[0] as { counts: number; used: number };
  };
  const atFirst = await rows();
  assert.ok(atFirst.counts > 0 && atFirst.used > 0);
  await runUpkeep(referrals);
  assert.deepEqual(await rows(), atFirst);
  await runUpkeep({ ...referrals, now: () => Date.now() + 25 * 3_600_000 });
  assert.deepEqual(await rows(), { counts: 0, used: 0 });
});
