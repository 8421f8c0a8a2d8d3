import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, readlink, realpath, rename, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { ENVIRONMENT } from "./cluster.ts";
import type { Operator } from "./operator.ts";

const run = promisify(execFile);
const STOPPED_WITHIN_MS = 60_000;

/** What a running server tells of itself in `postmaster.pid` (PostgreSQL source, `pidfile.h`). */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Undefined when no server has this data folder, or when the one that had it is gone. */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !(await isServerOf(data, pid))) return undefined;
  return { pid, port, ready: lines[7]?.trim() === "ready" };
}

/** Numbers of processes are used again: after a crash this one may belong to another program. A server works in its data folder. */
async function isServerOf(data: string, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data));
  } catch {
    // Another user's folder: containers keep even root from reading it. The command line is open to all.
    return readFile(`/proc/${pid}/cmdline`, "utf8").then((line) => /postgres/.test(line), () => false);
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  const free = await once(server, "listening").then(() => true, () => false);
  if (free) {
    server.close();
    await once(server, "close");
  }
  return free;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Where the last server of this data folder listened, by the command line that PostgreSQL keeps of it. */
async function lastPort(data: string): Promise<number | undefined> {
  const options = await readFile(join(data, "postmaster.opts"), "utf8").catch(() => "");
  const port = Number(/"-p" "(\d+)"/.exec(options)?.[1]);
  return port > 0 ? port : undefined;
}

async function choosePort(data: string): Promise<number> {
  const last = await lastPort(data);
  return last !== undefined && (await isFree(last)) ? last : freePort();
}

/**
 * A number that a dead server left behind and another program has now would keep a new server from starting. The file is moved
 * away, looked at again, and put back if it was not the one meant: another start may have been quicker.
 */
async function clearStalePid(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  const stale = await readFile(file, "utf8").catch(() => undefined);
  if (stale === undefined || (await readPostmaster(data))) return;
  const aside = join(data, `stale-${process.pid}.pid`);
  const moved = await rename(file, aside).then(() => true, () => false);
  if (!moved) return;
  if ((await readFile(aside, "utf8")) === stale) await rm(aside);
  else await rename(aside, file);
}

/**
 * Starts a server on a cluster. It gets a process group of its own: Ctrl-C then reaches us alone, and we stop it when we have
 * closed what uses it. Of two servers started at once PostgreSQL itself ends the second. Its readiness stands in
 * `postmaster.pid`; the answer tells whether the process that was started has ended. Without a `port` it takes the last one, or another that is free.
 */
export async function launch(data: string, binaries: string, operator: Operator, port?: number): Promise<{ ended: () => boolean }> {
  await clearStalePid(data);
  const log = await open(join(data, "server.log"), "a", 0o600);
  try {
    await operator.own(join(data, "server.log"), 0o600);
    const settings = {
      listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "100", shared_buffers: "64MB", timezone: "UTC",
    };
    const args = ["-D", data, "-p", String(port ?? (await choosePort(data))), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
    const server = spawn(join(binaries, "bin", "postgres"), args, {
      ...operator.ids, cwd: data, env: ENVIRONMENT, detached: true, stdio: ["ignore", log.fd, log.fd],
    });
    await once(server, "spawn");
    server.unref();
    return { ended: () => server.exitCode !== null || server.signalCode !== null };
  } finally {
    await log.close();
  }
}

/**
 * Ends the server of a cluster, found by its pid file, and waits until it is gone ("fast" shutdown: open connections are closed).
 * `pg_ctl` could wait too, but would then wait for a server that somebody starts in the same moment.
 */
export async function stopPostmaster(data: string, binaries: string, operator: Operator): Promise<void> {
  const stopped = await readPostmaster(data);
  if (!stopped) return;
  await run(join(binaries, "bin", "pg_ctl"), ["stop", "--pgdata", data, "--mode", "fast", "--no-wait"], { ...operator.ids, env: ENVIRONMENT, cwd: data });
  const end = Date.now() + STOPPED_WITHIN_MS;
  while ((await readPostmaster(data))?.pid === stopped.pid) {
    if (Date.now() > end) throw new Error(`PostgreSQL in ${data} does not stop: see server.log there.`);
    await wait(20);
  }
}
