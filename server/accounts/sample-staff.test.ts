import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { insertEvent } from "../testing/insert-event.ts";
import { Person } from "../referrals/pages/testing/person.ts";
import { openTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";

const ROLES = ["organiser", "lead", "coordinator", "administrator"];

let accounts: TestAccounts;
before(async () => {
  accounts = await openTestAccounts({ isDemonstration: true });
  await accounts.database.db.insertInto("alliance").values({ slug: "one", name: "Alliance one", short_name: "one", ons_code: null, website: null, valid_from: null, valid_to: null }).execute();
  await accounts.organisation("north", "one");
  await insertEvent(accounts.database.db, { organisation: "north", slug: "north-event" });
});
after(() => accounts?.close());

/** A browser whose requests come from an address to a name. */
function browser({ from, host, proxied = false }: { from: string; host: string; proxied?: boolean }): Person {
  const request = (url: string, init: RequestInit) => {
    const headers = { ...(init.headers as Record<string, string>), ...(proxied && { "x-forwarded-for": "127.0.0.1" }) };
    return accounts.app.request(url.replace("https://events.example", host), { ...init, headers }, { incoming: { socket: { remoteAddress: from } } });
  };
  return new Person({ request: request as TestAccounts["app"]["request"] });
}
const here = () => browser({ from: "127.0.0.1", host: "http://localhost:8787" });

for (const role of ROLES) {
  test(`at this machine, one click makes somebody a sample ${role}, with a second factor`, async () => {
    const person = here();
    await person.get("/desk/sign-in");
    assert.match((await person.submit({ sample: role }, "/desk/sign-in/sample")).text, new RegExp(`Desk of Sample ${role}: .*${role}`));
    assert.match((await person.get("/desk/team")).title, role === "organiser" ? /not for your role/ : /^Team/);
  });
}

for (const [what, elsewhere] of Object.entries({
  "from another machine": { from: "192.0.2.7", host: "http://localhost:8787" },
  "by another name of this machine": { from: "127.0.0.1", host: "http://elsewhere.example" },
  "through a proxy": { from: "127.0.0.1", host: "http://localhost:8787", proxied: true },
})) {
  test(`${what}, there is no sample person`, async () => {
    const person = browser(elsewhere);
    assert.doesNotMatch((await person.get("/desk/sign-in")).text, /sample/i);
    assert.equal((await person.submit({ sample: "administrator" }, "/desk/sign-in/sample")).status, 404);
    assert.match((await person.get("/desk")).text, /Sign in to the desk/);
  });
}

test("two clicks at once are two sessions, and neither waits for ever", async () => {
  const person = here();
  await person.get("/desk/sign-in");
  const pages = await Promise.all([person.copy(), person.copy()].map((copy) => copy.submit({ sample: "lead" }, "/desk/sign-in/sample")));
  for (const { text } of pages) assert.match(text, /Desk of Sample lead/);
});
