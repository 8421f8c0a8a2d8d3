import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { until } from "../testing/until.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { detailsByLink } from "./by-link.ts";
import { linkToken } from "./link-token.ts";
import { addCurrentKey, ensureKeyFile, KeysError, ringFromFile, ringFromSettings } from "../sealing/read-keys.ts";
import { resealAll } from "./rotate-keys.ts";
import { takePlace } from "./take-place.ts";

let folder: string;
let file: string;
let database: TestDatabase;
let referrals: TestReferrals;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hwbe-keys-"));
  file = join(folder, "keys.json");
  await ensureKeyFile(file, new Date());
  database = await createTestDatabase();
  referrals = openTestReferrals(database, { ring: ringFromFile(file) });
});
after(async () => {
  await referrals.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

test("keys are rotated five times while people book and look: no read fails, and in the end the last key is the only one used", async () => {
  const event = await insertEvent(database.db, { slug: "rotated", capacity: 10_000 });
  const booked: { referral: string; name: string }[] = [];
  let going = true;
  let reads = 0;
  async function bookOn(): Promise<void> {
    while (going) {
      const request = placeRequest(event);
      const outcome = await takePlace(referrals, request);
      assert.equal(outcome.kind, "taken");
      booked.push({ referral: outcome.referral, name: request.details.name });
    }
  }
  async function readOn(): Promise<void> {
    while (going) {
      const one = booked[Math.floor(Math.random() * booked.length)];
      if (!one) continue;
      assert.equal((await detailsByLink(referrals, linkToken(referrals.ring, { purpose: "attendee", referral: one.referral })))?.name, one.name);
      reads++;
    }
  }
  async function rotate(): Promise<void> {
    for (let round = 1; round <= 5; round++) {
      await until(() => reads > 20 * round && booked.length > 5 * round, "people book and look");
      await addCurrentKey(file, new Date());
      // The command runs in a process of its own, with a ring of its own.
      await resealAll(database.db, ringFromFile(file));
    }
  }
  const first = placeRequest(event);
  const outcome = await takePlace(referrals, first);
  assert.equal(outcome.kind, "taken");
  booked.push({ referral: outcome.referral, name: first.details.name });
  await Promise.all([rotate().finally(() => (going = false)), bookOn(), readOn(), readOn()]);
  // A booking that began before the last rotation may have ended after it.
  await resealAll(database.db, ringFromFile(file));
  const used = await database.db.selectFrom("referral").select("key_id").distinct().execute();
  assert.deepEqual(used, [{ key_id: ringFromFile(file).current().id }]);
});

test("the key file is made once, for its owner alone, and a second start leaves it as it is", async () => {
  const before = await readFile(file, "utf8");
  assert.equal(await ensureKeyFile(file, new Date()), false);
  assert.equal(await readFile(file, "utf8"), before);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const other = join(folder, "raced.json");
  const made = await Promise.all(Array.from({ length: 10 }, () => ensureKeyFile(other, new Date())));
  assert.equal(made.filter(Boolean).length, 1);
});

test("a key file or a setting that cannot be used is told in a line that repeats no key", async () => {
  const broken = join(folder, "broken.json");
  await writeFile(broken, "{ c2VjcmV0");
  assert.throws(() => ringFromFile(broken), (error: Error) => error instanceof KeysError && !error.message.includes("c2VjcmV0"));
  const key = Buffer.alloc(32, 1).toString("base64");
  assert.equal(ringFromSettings({ keys: `b:${key}, a:${key}`, secret: key }).current().id, "b");
  for (const [keys, secret] of [["c2VjcmV0", key], ["a:c2VjcmV0", key], [`a:${key}`, "c2VjcmV0"]] as const) {
    assert.throws(() => ringFromSettings({ keys, secret }), (error: Error) => error instanceof KeysError && !error.message.includes("c2VjcmV0"));
  }
});
