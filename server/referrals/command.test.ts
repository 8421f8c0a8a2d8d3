import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomBytes } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../testing/referrals.ts";
import { journalIn } from "./open-referrals.ts";
import { ringFromSettings } from "../sealing/read-keys.ts";
import { takePlace } from "./take-place.ts";

const COMMAND = fileURLToPath(new URL("./command.ts", import.meta.url));
const [first, second, secret] = [0, 1, 2].map(() => randomBytes(32).toString("base64")) as [string, string, string];

let folder: string;
let database: TestDatabase;
let referrals: TestReferrals;
let reference: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "hwbe-command-"));
  database = await createTestDatabase();
  referrals = openTestReferrals(database, { ring: ringFromSettings({ keys: `first:${first}`, secret }), journal: journalIn(folder) });
  const outcome = await takePlace(referrals, placeRequest(await insertEvent(database.db, { slug: "event" })));
  assert.equal(outcome.kind, "taken");
  reference = outcome.receipt.reference;
});
after(async () => {
  await referrals.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** What a command prints, and whether it went well. */
function run(...words: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: database.url, REFERRALS_DATABASE_URL: database.referralsUrl, DATA_DIR: folder, REFERRALS_KEYS: `second:${second},first:${first}`, REFERRALS_SECRET: secret };
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...words], { env }, (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }));
  });
}

const rowOf = () => database.db.selectFrom("referral").selectAll().where("reference", "=", reference).executeTakeFirstOrThrow();

test("rotate-keys seals all rows under the first key of the settings", async () => {
  const { code, output } = await run("rotate-keys");
  assert.deepEqual([code, /^1 referrals were sealed anew/.test(output)], [0, true]);
  assert.equal((await rowOf()).key_id, "second");
  assert.match((await run("rotate-keys")).output, /^0 referrals/);
});

test("verify-audit says that the audit is whole, and ends badly when a line was changed", async () => {
  const { code, output } = await run("verify-audit");
  assert.equal(code, 0);
  assert.match(output, /^uclh: 1 lines, whole, last hash [0-9a-f]{64}$/m);
  await database.db.updateTable("audit").set({ action: "view" }).execute();
  const broken = await run("verify-audit");
  assert.deepEqual([broken.code, /NOT as they were written from line 1 on/.test(broken.output)], [1, true]);
});

test("erase takes a reference as people say it, and erases the details", async () => {
  const { code } = await run("erase", reference.toLowerCase().replaceAll("-", " "));
  assert.equal(code, 0);
  assert.equal((await rowOf()).sealed, null);
});

test("words that are not understood are told in one line", async () => {
  for (const words of [[], ["rotate"], ["erase"], ["erase", "nonsense"], ["erase", "HWB-0000-0000"], ["verify-audit", "now"]]) {
    const { code, output } = await run(...words);
    assert.equal(code, 1);
    assert.equal(output.trim().split("\n").length, 1, output);
  }
});
