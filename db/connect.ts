import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

export interface ConnectOptions {
  /** The most connections that are open at once. */
  connections?: number;
}

/** Opens a pool on a PostgreSQL database. Nothing is sent until the first query; `destroy()` closes it. */
export function connect(url: string, { connections = 5 }: ConnectOptions = {}): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    application_name: "hwbe",
    types,
  });
  // A connection that breaks must not end the process: who uses it, or opens the next, is told by a rejected query.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
