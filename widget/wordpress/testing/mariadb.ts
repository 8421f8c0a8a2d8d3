import { execFile, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { until } from "../../../server/testing/until.ts";
import { ended } from "./ended.ts";

export interface MariaDb {
  /** The path of the socket: it listens on no port. */
  readonly socket: string;
  stop(): Promise<void>;
}

/** Starts MariaDB on an empty database `wordpress` in a folder that is there. Its user `root` needs no password. */
export async function startMariaDb(folder: string): Promise<MariaDb> {
  const run = promisify(execFile);
  const data = join(folder, "mariadb");
  const socket = join(folder, "mariadb.sock");
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  await mkdir(data);
  await run("mariadb-install-db", ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db", ...user]);
  const server = spawn("mariadbd", ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, "--skip-networking", ...user], { stdio: "ignore" });
  const makeDatabase = () => run("mariadb", ["--no-defaults", `--socket=${socket}`, "--user=root", "-e", "create database if not exists wordpress"]).then(() => true, () => false);
  const stop = () => ended(server);
  await until(makeDatabase, "MariaDB answers", 30_000).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { socket, stop };
}
