import type { Kysely } from "kysely";
import { connect } from "./connect.ts";
import { startEmbeddedPostgres } from "./embedded.ts";
import type { Database } from "./schema.ts";

export interface OpenDatabase {
  url: string;
  /** As a user that takes referrals and is neither owner nor superuser; undefined when there is none. */
  referralsUrl: string | undefined;
  /** Ends the embedded server, if it was ours and nobody else uses it. */
  stop(): Promise<void>;
}

interface Where {
  databaseUrl: string | undefined;
  referralsDatabaseUrl?: string | undefined;
  dataDir: string;
}

/** The database of `DATABASE_URL`, or the embedded one of the data folder. */
export async function openDatabase(where: Where, log: (line: string) => void): Promise<OpenDatabase> {
  const { databaseUrl, referralsDatabaseUrl: referralsUrl, dataDir } = where;
  if (databaseUrl) return { url: databaseUrl, referralsUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir, log });
}

/** Does one thing with the database and closes all again, for programs that run and end. */
export async function withDatabase<Result>(where: Where, log: (line: string) => void, use: (db: Kysely<Database>) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(where, log);
  const db = connect(database.url);
  try {
    return await use(db);
  } finally {
    await db.destroy();
    await database.stop();
  }
}
