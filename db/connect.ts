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

export interface PoolOptions {
  connections: number;
  /** How long opening a connection may take. Waiting for one that is in use is not limited. */
  connectMs: number;
  /** How long one statement may take. */
  statementMs: number;
  /** Sees each new connection before it is used; when it throws, the connection is not used. */
  onConnect: (client: pg.ClientBase) => Promise<void>;
  /** Called each time that an answer has come back. */
  onProgress: () => void;
}

export interface PooledDatabase {
  db: Kysely<Database>;
  pool: pg.Pool;
}

function open(config: pg.PoolConfig, onProgress?: () => void): PooledDatabase {
  const pool = new pg.Pool({ idleTimeoutMillis: 30_000, application_name: "hwbe", types, ...config });
  // A connection that breaks must not end the process: who uses it, or opens the next, is told by a rejected query.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { pool, db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }), ...(onProgress && { log: onProgress }) }) };
}

/** Opens a pool on a PostgreSQL database. Nothing is sent until the first query; `destroy()` closes it. */
export function connect(url: string, { connections = 5 }: ConnectOptions = {}): Kysely<Database> {
  return open({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000, statement_timeout: 60_000 }).db;
}

/** The same for a service whose callers wait in line for a connection, as long as the line moves. */
export function connectPool(url: string, { connections, connectMs, statementMs, onConnect, onProgress }: PoolOptions): PooledDatabase {
  class Client extends pg.Client {
    constructor(config: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectMs });
    }
  }
  return open({
    connectionString: url,
    max: connections,
    Client: Client as typeof pg.Client,
    // The pool waits for the promise, which its types do not say.
    onConnect: onConnect as (client: pg.ClientBase) => unknown as (client: pg.ClientBase) => void,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
  }, onProgress);
}
