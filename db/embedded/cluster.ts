import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { EmbeddedPostgresError } from "./binaries.ts";
import type { Operator } from "./operator.ts";

const run = promisify(execFile);

/** The superuser's password lies beside the data that it opens, readable by its owner alone. */
const PASSWORD_FILE = "hwbe-password";
export const SUPERUSER = "postgres";
/** PostgreSQL and its `initdb` need no more of the environment than this, and none of it changes what they do. */
export const ENVIRONMENT = { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC", ...systemRoot() };

function systemRoot(): Record<string, string> {
  const root = process.env["SystemRoot"];
  return root ? { SystemRoot: root } : {};
}

export async function readPassword(data: string): Promise<string | undefined> {
  try {
    return (await readFile(join(data, PASSWORD_FILE), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Makes the cluster in `home/postgres` unless it is there. It is made aside and then renamed, so that a start that was killed
 * half-way leaves nothing that looks like a cluster, and of two starts at once the first one's counts.
 */
export async function ensureCluster(home: string, binaries: string, operator: Operator, log: (line: string) => void): Promise<string> {
  const data = join(home, "postgres");
  if (await readPassword(data)) return data;
  log("Making the database for the first time. This takes a few seconds.");
  const aside = await mkdtemp(join(home, "postgres-new-"));
  try {
    await operator.own(aside, 0o700);
    await initialise(join(aside, "data"), binaries, operator);
    await rename(join(aside, "data"), data).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return data;
}

async function initialise(data: string, binaries: string, operator: Operator): Promise<void> {
  const password = join(data, "..", "password");
  await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  await operator.own(password, 0o600);
  await mkdir(data);
  await operator.own(data, 0o700);
  const settings = [
    "--pgdata", data, "--username", SUPERUSER, "--pwfile", password, "--auth", "scram-sha-256",
    "--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C", "--no-instructions",
  ];
  try {
    await run(join(binaries, "bin", "initdb"), settings, { ...operator.ids, env: ENVIRONMENT, cwd: join(data, "..") });
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim().split("\n").at(-1) ?? (error as Error).message;
    throw new EmbeddedPostgresError(`PostgreSQL could not be set up: ${reason}. Set DATABASE_URL to use another one.`);
  }
  await rename(password, join(data, PASSWORD_FILE));
}

/** Removes what starts that were killed half-way have left. */
export async function removeLeftovers(home: string, olderThan: number): Promise<void> {
  for (const entry of await readdir(home, { withFileTypes: true })) {
    const made = /^postgres-new-/.test(entry.name) ? join(home, entry.name) : undefined;
    if (made && (await isOlder(made, olderThan))) await rm(made, { recursive: true, force: true });
  }
}

async function isOlder(path: string, than: number): Promise<boolean> {
  return stat(path).then(({ mtimeMs }) => mtimeMs < than, () => false);
}
