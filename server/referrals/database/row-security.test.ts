import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { sql, type Transaction } from "kysely";
import pg from "pg";
import type { Database } from "../../../db/schema.ts";
import { connect } from "../../../db/connect.ts";
import { migrateToLatest } from "../../../db/migrate.ts";
import { startTestServer } from "../../testing/database-server.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { insertEvent } from "../../testing/insert-event.ts";
import { openTestReferrals, placeRequest, type TestReferrals } from "../../testing/referrals.ts";
import { until } from "../../testing/until.ts";
import { readUnfitness } from "./fitness.ts";
import { ReferralsDatabase, ReferralsUnavailableError, type Scope } from "./referrals-database.ts";
import { takePlace } from "../take-place.ts";

let database: TestDatabase;
let referrals: TestReferrals;
const ORGANISATIONS = ["uclh", "barts", "guys"] as const;
const ids = new Map<string, string>();

before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database);
  for (const slug of ORGANISATIONS) {
    await database.db.insertInto("organisation")
      .values({ slug, name: slug, short_name: slug, kind: "nhs-trust", ods_code: null, alliance: null, scope: "london", website: null })
      .onConflict((conflict) => conflict.doNothing()).execute();
    const event = await insertEvent(database.db, { slug: `event-${slug}`, organisation: slug });
    const outcome = await takePlace(referrals, placeRequest(event));
    assert.equal(outcome.kind, "taken");
    ids.set(slug, outcome.referral);
  }
});
after(async () => {
  await referrals.close();
  await database.drop();
});

const visible = (scope: Scope) => referrals.db.transaction(scope, (tx) => tx.selectFrom("referral").select("id").orderBy("id").execute());
const denied = (use: (tx: Transaction<Database>) => Promise<unknown>) => assert.rejects(referrals.db.transaction({ organisation: "uclh" }, use), { code: "42501" });

test("without a scope no referral is seen, and none can be changed", async () => {
  assert.deepEqual(await visible({}), []);
  const changed = await referrals.db.transaction({}, (tx) => tx.updateTable("referral").set({ reason: null }).executeTakeFirstOrThrow());
  assert.equal(changed.numUpdatedRows, 0n);
});

test("an organisation sees its own referrals, and a link or a reference the one that it names", async () => {
  for (const slug of ORGANISATIONS) {
    assert.deepEqual(await visible({ organisation: slug }), [{ id: ids.get(slug) }]);
    assert.deepEqual(await visible({ referral: ids.get(slug)! }), [{ id: ids.get(slug) }]);
  }
  assert.deepEqual(await visible({ referral: crypto.randomUUID() }), []);
});

test("a scope ends with its transaction, on the same connection too", async () => {
  await Promise.all(Array.from({ length: 20 }, () => visible({ organisation: "uclh" })));
  const seen = await Promise.all(Array.from({ length: 20 }, () => referrals.db.kysely.selectFrom("referral").select("id").execute()));
  assert.ok(seen.every((rows) => rows.length === 0));
});

test("a referral cannot be moved to another organisation, nor one be put in for it", async () => {
  await denied((tx) => tx.updateTable("referral").set({ organisation: "barts" }).execute());
});

test("the role can neither read nor change the audit, nor delete a referral, nor change an event but for its places", async () => {
  await denied((tx) => tx.selectFrom("audit").selectAll().execute());
  await denied((tx) => tx.updateTable("audit").set({ actor: "nobody" }).execute());
  await denied((tx) => tx.deleteFrom("audit").execute());
  await denied((tx) => tx.updateTable("audit_head").set({ number: 0 }).execute());
  await denied((tx) => tx.deleteFrom("referral").execute());
  await denied((tx) => tx.updateTable("event").set({ title: "Changed" }).execute());
  await denied((tx) => sql`alter table referral disable row level security`.execute(tx));
});

test("as the owner of the tables no referral is taken", async () => {
  const lines: string[] = [];
  const owner = new ReferralsDatabase(database.url, (line) => lines.push(line));
  await assert.rejects(owner.transaction({}, (tx) => tx.selectFrom("event").select("id").execute()), ReferralsUnavailableError);
  await assert.rejects(owner.transaction({}, (tx) => tx.selectFrom("event").select("id").execute()), ReferralsUnavailableError);
  assert.deepEqual(lines, ["No referrals are taken: the user of REFERRALS_DATABASE_URL owns the tables. Use one that is only a member of hwbe_referrals."]);
  await owner.close();
});

test("a database that could lose what it has acknowledged, or a role that bypasses row security, is named as such", async () => {
  const client = new pg.Client(database.referralsUrl);
  await client.connect();
  assert.equal(await readUnfitness(client), undefined);
  await client.query("set synchronous_commit = off");
  assert.match((await readUnfitness(client)) ?? "", /synchronous_commit/);
  await client.end();
});

test("a server without fsync, and a role that bypasses row security, are named as such", async () => {
  const server = await startTestServer();
  const admin = new pg.Client(server.adminUrl);
  try {
    await admin.connect();
    const owner = connect(server.adminUrl);
    await migrateToLatest(owner).finally(() => owner.destroy());
    await admin.query("create role passer login bypassrls in role hwbe_referrals; set role passer");
    assert.match((await readUnfitness(admin)) ?? "", /bypasses row security/);
    await admin.query("reset role");
    await admin.query("alter system set fsync = off");
    await admin.query("select pg_reload_conf()");
    await until(async () => /fsync/.test((await readUnfitness(admin)) ?? ""), "the server runs without fsync");
  } finally {
    await admin.end();
    await server.close();
  }
});
