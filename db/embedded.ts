import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { EmbeddedPostgresError, prepareBinaries } from "./embedded/binaries.ts";
import { ensureCluster, readPassword, removeLeftovers, SUPERUSER } from "./embedded/cluster.ts";
import { chooseHome, findOperator, type Operator } from "./embedded/operator.ts";
import { launch, readPostmaster, stopPostmaster } from "./embedded/postmaster.ts";

export { EmbeddedPostgresError };

export interface EmbeddedPostgres {
  /** The service's database, as a user that owns it and is no superuser. */
  url: string;
  /** The database as the user that takes referrals, who is not its owner. */
  referralsUrl: string;
  /** The same server as its superuser. */
  adminUrl: string;
  /** Stops the server, unless another process uses it too. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;
const LEFTOVER_MS = 10 * 60_000;
const MAX_LAUNCHES = 5;
const MEND_EVERY_MS = 1_000;
const NAME = "hwbe";
/** Takes referrals, and is neither owner nor superuser: row security holds for it. */
const REFERRALS = "hwbe_referrals";
export const REFERRALS_LOGIN = "hwbe_referrals_service";
/** Everyone who uses the server holds this lock shared; who can have it alone is the last. */
const IN_USE = 727_001;

/** Each user has a password of its own, made from the superuser's, which cannot be found from it. */
export function passwordOf(user: string, password: string): string {
  return user === SUPERUSER ? password : createHmac("sha256", password).update(user).digest("base64url");
}

/**
 * Starts PostgreSQL on a data folder, or joins the server that already runs there: one that another process of ours started,
 * or one that was left behind by a crash. Each user of the server holds an advisory lock; on `stop` the one that finds nobody
 * else holding it ends the server. A server that is just ending is waited for, and started again; so is one that dies while it
 * is in use.
 * Throws `EmbeddedPostgresError` with a line for people.
 */
export async function startEmbeddedPostgres({ dataDir, log }: { dataDir: string; log: (line: string) => void }): Promise<EmbeddedPostgres> {
  try {
    return await start(dataDir, log);
  } catch (error) {
    throw explain(error, dataDir);
  }
}

const UNUSABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOSPC"]);

function explain(error: unknown, dataDir: string): unknown {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (!UNUSABLE.has(code)) return error;
  return new EmbeddedPostgresError(`The database cannot be kept in ${dataDir} (${message}): set DATA_DIR to a folder that this user may write to.`);
}

async function start(dataDir: string, log: (line: string) => void): Promise<EmbeddedPostgres> {
  const operator = await findOperator(dataDir);
  const home = await chooseHome(dataDir, operator, log);
  const binaries = await prepareBinaries(home, operator.reachable);
  await removeLeftovers(home, Date.now() - LEFTOVER_MS);
  const data = await ensureCluster(home, binaries, operator, log);
  const cluster = { data, binaries, operator };
  const { keeper, port, password } = await join(cluster);
  const watch = watchOver(cluster, { keeper, port }, log);
  const address = (user: string, database: string) => `postgres://${user}:${passwordOf(user, password)}@127.0.0.1:${port}/${database}`;
  await ensureDatabase(keeper, password);
  return { url: address(NAME, NAME), referralsUrl: address(REFERRALS_LOGIN, NAME), adminUrl: address(SUPERUSER, "postgres"), stop: () => watch.stop() };
}

interface Cluster {
  data: string;
  binaries: string;
  operator: Operator;
}

/** Starts a server that has died again, at the port that all who use it know, for as long as it is not stopped. */
function watchOver(cluster: Cluster, { keeper, port }: { keeper: pg.Client; port: number }, log: (line: string) => void): { stop(): Promise<void> } {
  let kept: pg.Client | undefined;
  let stopped = false;
  let mending = Promise.resolve();

  function watch(next: pg.Client): void {
    kept = next;
    next.once("end", () => {
      kept = undefined;
      if (!stopped) mending = mend();
    });
  }

  async function mend(): Promise<void> {
    log("The database has ended: starting it again.");
    while (!stopped) {
      try {
        const joined = await join(cluster, port);
        if (joined.port !== port) log("The database was started elsewhere at another port: start this service again.");
        return watch(joined.keeper);
      } catch (error) {
        log(`The database could not be started again: ${(error as Error).message}`);
        await wait(MEND_EVERY_MS, undefined, { ref: false });
      }
    }
  }

  watch(keeper);
  return {
    async stop() {
      stopped = true;
      await mending;
      if (kept) await leave(cluster, kept);
    },
  };
}

async function join({ data, binaries, operator }: Cluster, knownPort?: number): Promise<{ keeper: pg.Client; port: number; password: string }> {
  const password = await readPassword(data);
  if (!password) throw new EmbeddedPostgresError(`The database in ${data} has lost its password file: remove the folder, or set DATABASE_URL.`);
  let reason = "it does not start";
  let launches = 0;
  let launched: { ended: () => boolean } | undefined;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && launches <= MAX_LAUNCHES; await wait(50)) {
    const postmaster = await readPostmaster(data);
    if (!postmaster && (launched?.ended() ?? true)) {
      launches++;
      launched = await launch(data, binaries, operator, knownPort);
    }
    if (!postmaster?.ready) continue;
    try {
      return { keeper: await keep(postmaster.port, password), port: postmaster.port, password };
    } catch (error) {
      reason = (error as Error).message;
    }
  }
  throw new EmbeddedPostgresError(`PostgreSQL in ${data} cannot be used (${reason}): see server.log there, or set DATABASE_URL.`);
}

async function keep(port: number, password: string): Promise<pg.Client> {
  const keeper = new pg.Client({ host: "127.0.0.1", port, user: SUPERUSER, password, database: "postgres", application_name: "hwbe-keeper", keepAlive: true });
  // The server may be stopped from outside; whoever uses the database then learns it from their own connection.
  keeper.on("error", () => undefined);
  await keeper.connect();
  await keeper.query("select pg_advisory_lock_shared($1)", [IN_USE]);
  return keeper;
}

async function ensureDatabase(keeper: pg.Client, password: string): Promise<void> {
  await keeper.query("select pg_advisory_lock($1)", [IN_USE + 1]);
  try {
    const { rows } = await keeper.query<{ rolname: string }>("select rolname from pg_roles");
    const missing = (role: string) => rows.every(({ rolname }) => rolname !== role);
    if (missing(REFERRALS)) await keeper.query(`create role ${REFERRALS} nologin`);
    for (const role of [NAME, REFERRALS_LOGIN]) {
      if (missing(role)) await keeper.query(`create role ${role} login`);
      // Set each time: earlier versions gave every user the superuser's password.
      await keeper.query(`alter role ${role} password ${keeper.escapeLiteral(passwordOf(role, password))}`);
    }
    await keeper.query(`grant ${REFERRALS} to ${REFERRALS_LOGIN}`);
    const databases = await keeper.query("select from pg_database where datname = $1", [NAME]);
    if (databases.rowCount === 0) await keeper.query(`create database ${NAME} owner ${NAME}`);
  } finally {
    await keeper.query("select pg_advisory_unlock($1)", [IN_USE + 1]);
  }
}

async function leave({ data, binaries, operator }: Cluster, keeper: pg.Client): Promise<void> {
  // The last one keeps the lock until the server has gone: whoever comes now waits for it, is cut off, and starts a server anew.
  if (await isLast(keeper)) await stopPostmaster(data, binaries, operator);
  await keeper.end().catch(() => undefined);
}

async function isLast(keeper: pg.Client): Promise<boolean> {
  try {
    await keeper.query("select pg_advisory_unlock_shared($1)", [IN_USE]);
    const { rows } = await keeper.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [IN_USE]);
    return rows[0]?.alone ?? false;
  } catch {
    return false;
  }
}
