import { sql, type Transaction } from "kysely";
import type pg from "pg";
import { connectPool, type PooledDatabase } from "../../../db/connect.ts";
import type { Database } from "../../../db/schema.ts";
import { isDatabaseAway } from "../../failure-line.ts";
import { readUnfitness, UnfitDatabaseError } from "./fitness.ts";
import { StallWatch } from "./stall-watch.ts";

/** The database is away, too slow, or unfit to hold referrals. Nothing was done, or it cannot be known; the same request may be made again. */
export class ReferralsUnavailableError extends Error {
  override name = "ReferralsUnavailableError";
}

/** What row security lets a transaction see: an organisation's referrals, those of a key of the API, or a single one. */
export interface Scope {
  organisation?: string;
  referral?: string;
  reference?: string;
  apiKey?: string;
}

const CONNECTIONS = 10;
const CONNECT_MS = 1_200;
const STATEMENT_MS = 10_000;
const MAX_TRIES = 3;
/**
 * serialization_failure, deadlock_detected, and unique_violation, as when a new reference is taken already (PostgreSQL,
 * appendix A): the same transaction may well succeed when it is tried again.
 */
const TRY_AGAIN = new Set(["40001", "40P01", "23505"]);

function unavailable(error: unknown): ReferralsUnavailableError | undefined {
  const isAway = error instanceof UnfitDatabaseError || isDatabaseAway(error);
  return isAway ? new ReferralsUnavailableError("The database is not there", { cause: error }) : undefined;
}

/** Narrows or widens what the transaction sees from here on. What is left out is closed. */
export async function setScope(tx: Transaction<Database>, { organisation = "", referral = "", reference = "", apiKey = "" }: Scope): Promise<void> {
  await sql`select set_config('hwbe.organisation', ${organisation}, true), set_config('hwbe.referral', ${referral}, true),
    set_config('hwbe.reference', ${reference}, true), set_config('hwbe.api_key', ${apiKey}, true)`.execute(tx);
}

/**
 * The database as the role that takes referrals. Each new connection is checked before it is used. A transaction that stands still
 * is given up within two seconds, so that whoever waits for it can be told.
 */
export class ReferralsDatabase {
  readonly #database: PooledDatabase;
  readonly #watch: StallWatch;

  constructor(url: string, log: (line: string) => void) {
    let told = "";
    this.#database = connectPool(url, {
      connections: CONNECTIONS,
      connectMs: CONNECT_MS,
      statementMs: STATEMENT_MS,
      async onConnect(client) {
        const unfit = await readUnfitness(client);
        if (unfit !== undefined && unfit !== told) log(`No referrals are taken: ${unfit}`);
        told = unfit ?? "";
        if (unfit !== undefined) throw new UnfitDatabaseError(unfit);
      },
      onProgress: () => this.#watch.progress(),
    });
    this.#watch = new StallWatch(this.#database.pool);
  }

  get pool(): pg.Pool {
    return this.#database.pool;
  }

  get kysely(): PooledDatabase["db"] {
    return this.#database.db;
  }

  /** Throws `ReferralsUnavailableError`, and whatever `use` throws, after which nothing is changed. */
  async transaction<Result>(scope: Scope, use: (tx: Transaction<Database>) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#watch.run((mayGoOn) => this.#transact(scope, use, mayGoOn));
      } catch (error) {
        if (attempt < MAX_TRIES && TRY_AGAIN.has((error as { code?: string }).code ?? "")) continue;
        throw unavailable(error) ?? error;
      }
    }
  }

  /** A single statement outside of any scope. Throws `ReferralsUnavailableError`. */
  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    try {
      const result = await this.#watch.run(() => this.#database.pool.query(statement));
      this.#watch.progress();
      return result;
    } catch (error) {
      throw unavailable(error) ?? error;
    }
  }

  /** Waits for what is under way, and cuts off what stands still. */
  async close(): Promise<void> {
    await this.#database.db.destroy();
    this.#watch.close();
  }

  #transact<Result>(scope: Scope, use: (tx: Transaction<Database>) => Promise<Result>, mayGoOn: () => void): Promise<Result> {
    return this.#database.db.transaction().execute(async (tx) => {
      mayGoOn();
      if (Object.keys(scope).length > 0) await setScope(tx, scope);
      const result = await use(tx);
      mayGoOn();
      return result;
    });
  }
}
