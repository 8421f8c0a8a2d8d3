import { randomBytes } from "node:crypto";
import { sql, type Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { connect } from "../../db/connect.ts";
import { migrations } from "../../db/migrations/index.ts";
import type { Database } from "../../db/schema.ts";

/** STAND-IN until the real one lands. */
export async function createTestDatabase(): Promise<{ db: Kysely<Database>; url: string; drop(): Promise<void> }> {
  const admin = process.env["TEST_DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5499/postgres";
  const name = `t${randomBytes(6).toString("hex")}`;
  const root = connect(admin);
  await sql.raw(`create database ${name}`).execute(root);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const db = connect(url.href);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;
  return { db, url: url.href, async drop() { await db.destroy(); await sql.raw(`drop database ${name} with (force)`).execute(root); await root.destroy(); } };
}
