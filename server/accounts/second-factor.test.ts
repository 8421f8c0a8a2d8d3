import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import type { Person } from "../referrals/pages/testing/person.ts";
import { appCode, openTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";

const STEP_MS = 30_000;

let accounts: TestAccounts;
before(async () => {
  accounts = await openTestAccounts();
  await accounts.organisation("north");
});
after(() => accounts?.close());
beforeEach(async () => {
  await accounts.empty();
  await accounts.staff("ada", { role: "organiser", organisation: "north" });
});

async function prove(person: Person, code: string): Promise<Person> {
  await person.get("/desk/second-factor?next=/desk/referrals");
  await person.submit({ code }, "/desk/second-factor");
  return person;
}
const wrongFor = (right: string) => right.replace(/^./, (digit) => String((Number(digit) + 5) % 10));
const seesPeople = async (person: Person) => (await person.get("/desk/referrals")).text === "Names of people";

test("the app of these tests shows the codes of RFC 6238, appendix B", () => {
  const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  assert.deepEqual([59_000, 1_111_111_109_000, 20_000_000_000_000].map((now) => appCode(key, now)), ["287082", "081804", "353130"]);
});

test("people’s details are seen after a second factor was set up and proved, not before", async () => {
  const person = await accounts.signIn("ada");
  assert.equal(await seesPeople(person), false);
  assert.equal(person.page?.title.startsWith("Set up"), true);
  await accounts.setUpApp(person);
  assert.equal(await seesPeople(person), true);
});

test("a second factor that was proved in one browser counts in no other", async () => {
  const [one, other] = [await accounts.signIn("ada"), await accounts.signIn("ada")];
  const key = await accounts.setUpApp(one);
  assert.equal(await seesPeople(other), false);
  accounts.now += STEP_MS;
  await prove(other, appCode(key, accounts.now));
  assert.equal(other.page?.text, "Names of people");
});

test("a code works once, also in another browser, and so does none before it", async () => {
  const key = await accounts.setUpApp(await accounts.signIn("ada"));
  const other = await accounts.signIn("ada");
  assert.equal((await prove(other, appCode(key, accounts.now))).page?.status, 422);
  assert.equal((await prove(other, appCode(key, accounts.now - STEP_MS))).page?.status, 422);
  assert.equal(await seesPeople(other), false);
});

test("a code of a clock that is half a minute wrong is taken, one of two minutes ago is not", async () => {
  const key = await accounts.setUpApp(await accounts.signIn("ada"));
  accounts.now += 10 * STEP_MS;
  const other = await accounts.signIn("ada");
  assert.equal((await prove(other, appCode(key, accounts.now - 4 * STEP_MS))).page?.status, 422);
  assert.equal((await prove(other, appCode(key, accounts.now - STEP_MS))).page?.text, "Names of people");
});

test("who guesses is stopped after a few tries, even with the right code", async () => {
  const key = await accounts.setUpApp(await accounts.signIn("ada"));
  accounts.now += STEP_MS;
  const other = await accounts.signIn("ada");
  const right = appCode(key, accounts.now);
  for (let time = 0; time < 8; time += 1) await prove(other, wrongFor(right));
  assert.match((await prove(other, right)).page!.text, /Too many tries/);
  assert.equal(await seesPeople(other), false);
});

test("a code from the list of codes works once, where the app is lost", async () => {
  const first = await accounts.signIn("ada");
  await accounts.setUpApp(first);
  const [code = ""] = [...first.page!.html.matchAll(/<code>([a-z2-7-]+)<\/code>/g)].map((match) => match[1]);
  assert.equal((await prove(await accounts.signIn("ada"), code.toUpperCase())).page?.text, "Names of people");
  assert.equal((await prove(await accounts.signIn("ada"), code)).page?.status, 422);
});

test("the codes are shown once", async () => {
  const person = await accounts.signIn("ada");
  await accounts.setUpApp(person);
  assert.equal([...person.page!.html.matchAll(/<li><code>/g)].length, 8);
  assert.doesNotMatch((await person.get("/desk/second-factor")).html, /<code/);
});

test("who is signed in without a second factor cannot replace the one that there is", async () => {
  await accounts.setUpApp(await accounts.signIn("ada"));
  const thief = await accounts.signIn("ada");
  const { html, title } = await thief.get("/desk/second-factor");
  assert.doesNotMatch(html, /hwbe-setup-code|hwbe-reference/);
  assert.doesNotMatch(title, /Set up/);
});

test("who has looked at the page before the app was set up does not learn its key", async () => {
  const [thief, person] = [await accounts.signIn("ada"), await accounts.signIn("ada")];
  const keyOf = ({ html }: { html: string }) => /<code class="hwbe-reference">([A-Z2-7 ]+)<\/code>/.exec(html)![1]!;
  const seen = keyOf(await thief.get("/desk/second-factor"));
  assert.equal(keyOf(await thief.get("/desk/second-factor")), seen);
  const sent = thief.copy();
  const key = await accounts.setUpApp(person);
  assert.notEqual(key, seen);
  accounts.now += STEP_MS;
  assert.equal((await sent.submit({ code: appCode(seen, accounts.now) }, "/desk/second-factor")).status, 422);
  assert.equal(await seesPeople(thief), false);
  await prove(person, appCode(key, accounts.now));
  assert.equal(await seesPeople(person), true);
});

test("a browser that somebody else signs in to does not set up the app that was begun in it", async () => {
  await accounts.staff("ben", { role: "organiser", organisation: "north" });
  const person = await accounts.signIn("ada");
  const { html } = await person.get("/desk/second-factor");
  await person.get(await accounts.askForLink(accounts.personFrom("192.0.2.9"), "ben"));
  await person.submit({}, "/desk/sign-in/link");
  const key = /<code class="hwbe-reference">([A-Z2-7 ]+)<\/code>/.exec(html)![1]!;
  assert.doesNotMatch((await person.get("/desk/second-factor")).html, new RegExp(key));
});

test("the key of the app is not in the database as it is", async () => {
  const key = (await accounts.setUpApp(await accounts.signIn("ada"))).replaceAll(" ", "");
  const { secret } = await accounts.database.db.selectFrom("staff_second_factor").selectAll().executeTakeFirstOrThrow();
  assert.ok(secret.length > 20);
  assert.ok(!secret.toString("latin1").includes(key));
});

test("the page after the second factor is one of the desk", async () => {
  const key = await accounts.setUpApp(await accounts.signIn("ada"));
  accounts.now += STEP_MS;
  const other = await accounts.signIn("ada");
  await other.get("/desk/second-factor?next=https://elsewhere.example/");
  await other.submit({ code: appCode(key, accounts.now) }, "/desk/second-factor");
  assert.equal(other.page?.path, "/desk");
});
