import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Person } from "../referrals/pages/testing/person.ts";
import { openTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";

const COMMAND = fileURLToPath(new URL("./command.ts", import.meta.url));

let accounts: TestAccounts;
before(async () => { accounts = await openTestAccounts(); });
after(() => accounts?.close());

/** What the command prints, and whether it went well. */
function run(...words: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: accounts.database.url, PUBLIC_URL: "https://events.example" };
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...words], { env }, (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }));
  });
}

test("the first administrator takes up the link that add-administrator prints, and list has them", async () => {
  assert.match((await run("list")).output, /Nobody is there yet/);
  const { code, output } = await run("add-administrator", "First.Admin@example.org");
  assert.equal(code, 0);
  const path = /https:\/\/events\.example(\/desk\/invitations\/\S+)/.exec(output)![1]!;
  const person = new Person(accounts.app);
  await person.get(path);
  assert.match((await person.submit({ name: "Sample First" })).text, /Desk of Sample First: .*administrator/);
  assert.equal((await new Person(accounts.app).get(path)).status, 410);
  assert.match((await run("list")).output, /^Sample First <first\.admin@example\.org> {2}Administrator$/m);
});

test("words that are not understood, or an address that is none, are told in one line", async () => {
  for (const words of [[], ["add-administrator"], ["add-administrator", "nobody"], ["add-administrator", `${"a".repeat(250)}@example.org`], ["remove"]]) {
    const { code, output } = await run(...words);
    assert.deepEqual([code, output.trim().split("\n").length, output.startsWith("Usage: ")], [1, 1, true], words.join(" "));
  }
});
