import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createTestDatabase } from "../../testing/database.ts";
import { insertEvent } from "../../testing/insert-event.ts";
import { openTestReferrals, type TestReferrals } from "../../testing/referrals.ts";
import { findApiKey } from "./api-keys.ts";

const COMMAND = fileURLToPath(new URL("./keys-command.ts", import.meta.url));

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let referrals: TestReferrals;
before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database);
  await insertEvent(database.db, { slug: "any" });
});
after(async () => {
  await referrals?.close();
  await database?.drop();
});

async function keys(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: database.url };
  const child = spawn(process.execPath, [COMMAND, ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: Number(code), out, err };
}

test("a key is shown once and kept as a hash; it opens what its scopes say until it is revoked", async () => {
  assert.equal((await keys("list")).out, "There are no keys yet.\n");
  const { out, err } = await keys("add", "--organisation", "uclh", "--name", "Referral system", "--scopes", "refer, receive");
  const [, key = "", id = ""] = /^(hwbe_[\w-]{43})\n[^\n]+ revoke ([0-9a-f-]{36})\n$/.exec(out) ?? [];
  assert.deepEqual([err, await findApiKey(referrals, `Bearer ${key}`)], ["", { id, organisation: "uclh", scopes: ["refer", "receive"] }]);
  const kept = await database.db.selectFrom("api_key").selectAll().execute();
  assert.ok(!JSON.stringify(kept.map((row) => ({ ...row, hash: row.hash.toString("latin1") }))).includes(key.slice(5)));
  assert.equal((await keys("list")).out, `${id}  uclh  refer,receive  Referral system\n`);
  assert.equal((await keys("revoke", id)).out, "The key opens nothing any more.\n");
  assert.equal(await findApiKey(referrals, `Bearer ${key}`), undefined);
  assert.equal((await keys("list")).out, `${id}  uclh  refer,receive  Referral system  (revoked)\n`);
  assert.deepEqual(await keys("revoke", id), { code: 1, out: "", err: "There is no key with this id that could be revoked.\n" });
});

const add = (organisation: string, scopes: string) => ["add", "--organisation", organisation, "--name", "x", "--scopes", scopes];

for (const [words, line] of [
  [[], /^Usage: npm run keys /],
  [["add", "--organisation", "uclh"], /^Usage: npm run keys /],
  [["add", "--organization", "uclh"], /^Usage: npm run keys /],
  [["revoke", "1"], /^Usage: npm run keys /],
  [add("uclh", "refer,all"), /^The scopes are refer and receive/],
  [add("nobody", "refer"), /^There is no organisation nobody\./],
] as const) {
  test(`refused in one line: npm run keys -- ${words.join(" ")}`, async () => {
    const { code, out, err } = await keys(...words);
    assert.deepEqual([code, out, err.trim().includes("\n")], [1, "", false]);
    assert.match(err, line);
  });
}
