import { createHash, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import pg from "pg";
import { connect } from "../../db/connect.ts";
import { passwordOf, REFERRALS_LOGIN } from "../../db/embedded.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { migrations } from "../../db/migrations/index.ts";
import type { Database } from "../../db/schema.ts";
import { openTestServer } from "./database-server.ts";

export interface TestDatabase {
  db: Kysely<Database>;
  /** The same database, as the user that owns it and is no superuser: what the service would have. */
  url: string;
  /** The same database, as the user that takes referrals and is not its owner. */
  referralsUrl: string;
  drop(): Promise<void>;
}

const OWNER = "hwbe_test";
/** Test files run at the same time: one of them makes what they share. */
const MAKING = 727_201;
/** Named after the migrations, so that a server that outlives a run gives no tables of an older day. */
const source = Object.entries(migrations).map(([name, { up }]) => `${name} ${up}`).join("\n");
const template = `hwbe_template_${createHash("sha256").update(source).digest("hex").slice(0, 12)}`;

/** An empty, migrated database of its own for a test: a copy of a template, so that it takes a fraction of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await openTestServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(server.adminUrl, async (admin) => {
    await admin.query("select pg_advisory_lock($1)", [MAKING]);
    await ensureTemplate(admin, server.adminUrl);
    await admin.query(`create database ${name} template ${template} owner ${OWNER}`);
  });
  const url = addressOf(server.adminUrl, OWNER, name);
  const db = connect(url);
  async function drop(): Promise<void> {
    await db.destroy();
    await asAdmin(server.adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));
    await server.close();
  }
  return { db, url, referralsUrl: addressOf(server.adminUrl, REFERRALS_LOGIN, name), drop };
}

async function ensureTemplate(admin: pg.Client, adminUrl: string): Promise<void> {
  const { rowCount } = await admin.query("select from pg_database where datname = $1", [template]);
  if (rowCount) return;
  const roles = await admin.query("select from pg_roles where rolname = $1", [OWNER]);
  if (!roles.rowCount) await admin.query(`create role ${OWNER} login password ${admin.escapeLiteral(passwordOf(OWNER, new URL(adminUrl).password))}`);
  const half = `${template}_half`;
  await admin.query(`drop database if exists ${half} with (force)`);
  await admin.query(`create database ${half} owner ${OWNER}`);
  const db = connect(addressOf(adminUrl, OWNER, half));
  await migrateToLatest(db).finally(() => db.destroy());
  await admin.query(`alter database ${half} rename to ${template}`);
}

function addressOf(adminUrl: string, user: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = passwordOf(user, url.password);
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin(url: string, use: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client(url);
  await admin.connect();
  try {
    await use(admin);
  } finally {
    await admin.end();
  }
}
