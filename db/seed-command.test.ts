import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createTestDatabase } from "../server/testing/database.ts";

const SEED = fileURLToPath(new URL("./seed.ts", import.meta.url));

let database: Awaited<ReturnType<typeof createTestDatabase>>;
before(async () => {
  database = await createTestDatabase();
});
after(() => database.drop());

async function seed(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [SEED, ...words], { env: { ...process.env, DATABASE_URL: database.url }, stdio: ["ignore", "pipe", "pipe"] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: Number(code), out, err };
}

test("the command makes the sample, makes as many as it is asked for, and does nothing twice", async () => {
  assert.match((await seed()).out, /^The sample now holds \d+ made-up events\.\n$/);
  assert.deepEqual(await seed("--events", "600"), { code: 0, out: "The sample now holds 600 made-up events.\n", err: "" });
  assert.deepEqual(await seed("--events", "600"), { code: 0, out: "The sample is today's already: nothing was changed.\n", err: "" });
});

for (const words of [["--events"], ["--events", "0"], ["--events", "many"], ["--events=-4"], ["--event", "3"], ["600"]]) {
  test(`refused in one line: npm run seed -- ${words.join(" ")}`, async () => {
    const { code, out, err } = await seed(...words);
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, /^Usage: npm run seed [^\n]+\n$/);
  });
}
