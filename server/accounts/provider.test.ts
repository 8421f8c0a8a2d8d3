import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { Hono } from "hono";
import { knowClient } from "../http/client-address.ts";
import { Person } from "../referrals/pages/testing/person.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { openTestReferrals, type TestReferrals } from "../testing/referrals.ts";
import { Accounts } from "./accounts.ts";
import { registerSignIn } from "./pages/sign-in-routes.ts";
import type { Staff } from "./staff.ts";
import { startOidcProvider, type OidcProvider } from "./testing/oidc-provider.ts";

const BASE_URL = "https://events.example";

let database: TestDatabase;
let referrals: TestReferrals;
let provider: OidcProvider;
let accounts: Accounts;
const lines: string[] = [];
const app = new Hono();

before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database);
  provider = await startOidcProvider();
  const { issuer, clientId, clientSecret } = provider;
  accounts = new Accounts({
    db: database.db, referrals, transport: undefined, baseUrl: BASE_URL, provider: { issuer, clientId, clientSecret, name: "Sample sign-in" }, log: (line) => lines.push(line),
  });
  app.use(knowClient(0, () => undefined));
  registerSignIn(app, accounts, () => undefined);
  app.get("/desk", async (c) => c.json((await accounts.current(c)) ?? null));
});
after(async () => {
  await accounts?.close();
  await provider?.close();
  await referrals?.close();
  await database?.drop();
});
afterEach(async () => {
  provider.signsWithOtherKey = false;
  await database.db.deleteFrom("staff").execute();
});

/** The provider is elsewhere: what leads there is asked of it, without our cookies. */
const everywhere: Pick<Hono, "request"> = {
  request: ((url: string, init: RequestInit) => (url.startsWith(`${BASE_URL}http`) ? fetch(url.slice(BASE_URL.length), { redirect: "manual" }) : app.request(url, init))) as Hono["request"],
};

async function comeAs(subject: OidcProvider["subject"]): Promise<Staff | null> {
  provider.subject = subject;
  const person = new Person(everywhere);
  const { html } = await person.get("/desk/sign-in");
  await person.get(/href="(\/desk\/sign-in\/provider[^"]*)"/.exec(html)![1]!);
  return JSON.parse((await person.get("/desk")).html) as Staff | null;
}

async function ensureStaff(id: string, email: string): Promise<void> {
  await database.db.insertInto("staff").values({ id, name: "Sample Lead", email, email_verified: true, image: null }).execute();
  await database.db.insertInto("staff_role").values({ staff: id, role: "administrator", organisation: null, alliance: null }).execute();
}

test("who comes from the provider for the first time is somebody without a role or a second factor", async () => {
  const staff = await comeAs({ sub: "one", name: "Sample One" });
  assert.deepEqual(staff, { id: staff?.id, name: "Sample One", roles: [], hasSecondFactor: false });
});

test("who comes again is the same by their subject, whatever their name and address are now", async () => {
  const first = await comeAs({ sub: "one", name: "Sample One", email: "one@example.org", email_verified: true });
  const again = await comeAs({ sub: "one", name: "Sample Other", email: "other@example.org", email_verified: true });
  const other = await comeAs({ sub: "two", name: "Sample One", email: "one@example.org", email_verified: true });
  assert.equal(again?.id, first?.id);
  assert.notEqual(other?.id, first?.id);
});

test("an address that the provider tells gives nothing: not the roles of whoever has it here", async () => {
  await ensureStaff("lead", "lead@example.org");
  const staff = await comeAs({ sub: "lead", name: "Sample", email: "lead@example.org", email_verified: true });
  assert.notEqual(staff?.id, "lead");
  assert.deepEqual(staff?.roles, []);
});

test("a subject that looks like somebody's id or address is not them", async () => {
  await ensureStaff("lead", "lead@example.org");
  for (const sub of ["lead", "lead@example.org"]) assert.deepEqual((await comeAs({ sub, name: "Sample" }))?.roles, [], sub);
});

test("an ID token that another key has signed lets nobody in", async () => {
  provider.signsWithOtherKey = true;
  assert.equal(await comeAs({ sub: "one", name: "Sample One" }), null);
});

test("a provider that says a second factor was used is not believed without a setting", async () => {
  assert.equal((await comeAs({ sub: "one", name: "Sample One", amr: ["mfa"], acr: "AAL3" }))?.hasSecondFactor, false);
});

test("nothing that the provider tells of an address is kept, and nothing of it is logged", async () => {
  await comeAs({ sub: "one", name: "Sample One", email: "one@example.org", email_verified: true });
  const kept = await database.db.selectFrom("staff").selectAll().execute();
  assert.doesNotMatch(JSON.stringify(kept) + lines.join("\n"), /one@example\.org/);
});

test("a provider that is away sends nobody astray: the page offers a link by email", async () => {
  const away = await startOidcProvider();
  const { issuer, clientId, clientSecret } = away;
  await away.close();
  const other = new Hono();
  other.use(knowClient(0, () => undefined));
  registerSignIn(other, new Accounts({ db: database.db, referrals, transport: undefined, baseUrl: BASE_URL, provider: { issuer, clientId, clientSecret, name: "Sample sign-in" }, log: () => undefined }), () => undefined);
  const person = new Person(other);
  await person.get("/desk/sign-in/provider");
  assert.match(person.page!.text, /There is a problem That did not work.*Email me a link/);
});
