import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import fc from "fast-check";
import { Person } from "../referrals/pages/testing/person.ts";
import { until } from "../testing/until.ts";
import { nextOf } from "./pages/sign-in-routes.ts";
import { openTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";

let accounts: TestAccounts;
before(async () => { accounts = await openTestAccounts(); });
after(() => accounts?.close());
beforeEach(() => accounts.empty());

const mailsTo = (email: string) => accounts.outbox.mails().filter(({ to }) => to === email).length;
const tokenOf = (path: string) => new URL(path, "https://events.example").searchParams.get("token") ?? "";
const askedFor = async (person: Person, email: string) => {
  await person.get("/desk/sign-in");
  return person.submit({ email });
};

/** Signs in with a link from a browser of its own. */
async function redeem(path: string): Promise<Person> {
  const person = new Person(accounts.app);
  await person.get(path);
  await person.submit({}, "/desk/sign-in/link");
  return person;
}

test("a link signs in once", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const path = await accounts.askForLink(new Person(accounts.app), "ada");
  assert.match((await redeem(path)).page!.text, /Desk of ada/);
  const second = await redeem(path);
  assert.equal(second.page!.status, 410);
  assert.match((await second.get("/desk")).text, /Sign in to the desk/);
});

test("whoever only opens a link, as mail scanners do, uses nothing up and is not signed in", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const path = await accounts.askForLink(new Person(accounts.app), "ada");
  const scanner = new Person(accounts.app);
  for (let time = 0; time < 3; time += 1) assert.equal((await scanner.get(path)).status, 200);
  assert.match((await scanner.get("/desk")).text, /Sign in to the desk/);
  assert.match((await redeem(path)).page!.text, /Desk of ada/);
});

test("a link older than 10 minutes signs nobody in", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const path = await accounts.askForLink(new Person(accounts.app), "ada");
  const { expires_at } = await accounts.codes();
  assert.ok(Math.abs(expires_at.getTime() - Date.now() - 600_000) < 60_000);
  await accounts.letCodesExpire();
  assert.equal((await redeem(path)).page!.status, 410);
});

test("of a link that was mailed, the database has no more than a hash", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const path = await accounts.askForLink(new Person(accounts.app), "ada");
  assert.ok(!JSON.stringify(await accounts.codes()).includes(tokenOf(path)));
});

test("an address that nobody has is answered as one that somebody has, and gets no mail", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const known = await askedFor(new Person(accounts.app), "ada@example.org");
  const unknown = await askedFor(new Person(accounts.app), "nobody@example.org");
  assert.deepEqual([unknown.status, unknown.path, unknown.html], [known.status, known.path, known.html]);
  await until(() => mailsTo("ada@example.org") === 1, "a mail");
  assert.equal(mailsTo("nobody@example.org"), 0);
});

test("an address is the same however its letters are written", async () => {
  await accounts.staff("ada", { role: "administrator" });
  await askedFor(new Person(accounts.app), " Ada@Example.ORG ");
  await until(() => mailsTo("ada@example.org") === 1, "a mail");
});

test("whoever asks again and again gets the same answer, and the address no more mails", async () => {
  await accounts.staff("ada", { role: "administrator" });
  await accounts.staff("ben", { role: "administrator" });
  const person = new Person(accounts.app);
  const first = await askedFor(person, "ada@example.org");
  for (let time = 0; time < 8; time += 1) assert.equal((await askedFor(person, "ada@example.org")).html, first.html);
  await accounts.askForLink(person, "ben");
  assert.equal(mailsTo("ada@example.org"), 5);
});

test("whoever asks again and again in somebody’s name does not keep them from signing in", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const stranger = accounts.personFrom("203.0.113.7");
  for (let time = 0; time < 40; time += 1) await askedFor(stranger, "ada@example.org");
  const link = await accounts.askForLink(accounts.personFrom("198.51.100.1"), "ada");
  assert.match(link, /^\/desk\/sign-in\/link/);
  for (let network = 2; network < 40; network += 1) await askedFor(accounts.personFrom(`198.51.100.${network}`), "ada@example.org");
  await accounts.staff("ben", { role: "administrator" });
  await accounts.askForLink(accounts.personFrom("192.0.2.1"), "ben");
  await until(() => mailsTo("ada@example.org") >= 30, "the last mail");
  assert.equal(mailsTo("ada@example.org"), 30);
});

test("an address that is none is shown again with what is wrong", async () => {
  const { status, html, text } = await askedFor(new Person(accounts.app), "ada at example");
  assert.equal(status, 422);
  assert.match(html, /value="ada at example"/);
  assert.match(text, /There is a problem Enter an email address/);
});

test("a session ends on signing out: its cookie opens nothing any more", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const person = await accounts.signIn("ada");
  const stolen = person.copy();
  await person.get("/desk/second-factor");
  await person.submit({}, "/desk/sign-out");
  assert.match((await person.get("/desk")).text, /Sign in to the desk/);
  assert.match((await stolen.get("/desk")).text, /Sign in to the desk/);
});

test("a session lasts 12 hours, and is not made longer by being used", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const person = await accounts.signIn("ada");
  const ends = async () => (await accounts.database.db.selectFrom("staff_session").select("expires_at").executeTakeFirstOrThrow()).expires_at.getTime();
  const first = await ends();
  assert.ok(Math.abs(first - Date.now() - 43_200_000) < 60_000);
  await person.get("/desk");
  assert.equal(await ends(), first);
  await accounts.database.db.updateTable("staff_session").set({ expires_at: new Date(Date.now() - 1000) }).execute();
  assert.match((await person.get("/desk")).text, /Sign in to the desk/);
});

test("the cookie of a session is for this host alone, over https, out of reach of scripts", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const path = await accounts.askForLink(new Person(accounts.app), "ada");
  const person = new Person(accounts.app);
  await person.get(path);
  const form = new URLSearchParams([...person.page!.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { "content-type": "application/x-www-form-urlencoded", cookie };
  const answer = await accounts.app.request("https://events.example/desk/sign-in/link", { method: "POST", body: form.toString(), headers });
  const sessions = answer.headers.getSetCookie().filter((line) => line.startsWith("__Host-desk-session="));
  assert.equal(sessions.length, 1);
  for (const part of [/; Path=\//i, /; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i]) assert.match(sessions[0]!, part);
  assert.doesNotMatch(sessions[0]!, /Domain=/i);
});

test("the library’s own addresses answer nobody", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const person = await accounts.signIn("ada");
  for (const path of ["get-session", "list-sessions", "ok", "error", "magic-link/verify?token=a"]) {
    assert.equal((await person.get(`/desk/auth/${path}`)).status, 404, path);
  }
  for (const path of ["sign-in/magic-link", "sign-up/email", "update-user", "sign-in/social", "delete-user"]) {
    assert.equal((await person.post(`/desk/auth/${path}`, new URLSearchParams({ email: "ada@example.org", name: "Other" }))).status, 404, path);
  }
});

test("the page to go on to after signing in is one of the desk", async () => {
  await accounts.staff("ada", { role: "administrator" });
  assert.match((await (await accounts.signIn("ada")).get("/desk/sign-in?next=https%3A%2F%2Felsewhere.example")).text, /Desk of ada/);
  for (const bad of ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/desk/../../elsewhere", "/deskother", "/desk@elsewhere.example", "javascript:alert(1)", "/desk/..//elsewhere.example", undefined, ""]) {
    assert.equal(nextOf(bad), "/desk", bad);
  }
  assert.equal(nextOf("/desk/referrals?event=one"), "/desk/referrals?event=one");
});

test("no text leads away from the desk", () => {
  const part = fc.oneof(fc.string(), fc.constantFrom("/desk", "//", "\\", "..", "/", "@", "%2f", "\t", "\n", "https:", "?next="));
  fc.assert(fc.property(fc.array(part), (parts) => {
    const { origin, pathname } = new URL(nextOf(`/desk${parts.join("")}`), "https://events.example");
    assert.equal(origin, "https://events.example");
    assert.match(pathname, /^\/desk(\/|$)/);
  }));
});

test("who signs in by a link gets to the page that they came for", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const person = new Person(accounts.app);
  await person.get("/desk/team");
  assert.match(person.page!.path, /^\/desk\/sign-in\?next=/);
  await person.submit({ email: "ada@example.org" }, "/desk/sign-in");
  await person.get(await accounts.linkTo("ada@example.org"));
  await person.submit({}, "/desk/sign-in/link");
  assert.match(person.page!.path, /^\/desk\/second-factor\?next=%2Fdesk%2Fteam/);
});

test("a demonstration’s sample people are nowhere else", async () => {
  const person = new Person(accounts.app);
  assert.doesNotMatch((await person.get("/desk/sign-in")).text, /sample/i);
  assert.equal((await person.submit({ sample: "administrator" }, "/desk/sign-in/sample")).status, 404);
});

test("a mail server that refuses an address is told of in the log, without the address", async () => {
  await accounts.staff("ada", { role: "administrator" });
  accounts.refusal = "550";
  await askedFor(new Person(accounts.app), "ada@example.org");
  await until(() => accounts.lines.length > 0, "a line of the log");
  accounts.refusal = undefined;
  assert.match(accounts.lines.at(-1)!, /550/);
  assert.doesNotMatch(accounts.lines.join(), /ada/);
});

test("no line of the log has an address or a link", async () => {
  await accounts.staff("ada", { role: "administrator" });
  const path = await accounts.askForLink(new Person(accounts.app), "ada");
  await redeem(path);
  const log = accounts.lines.join("\n");
  assert.ok(!log.includes("example.org") && !log.includes(tokenOf(path)), log);
});
