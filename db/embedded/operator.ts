import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { chmod, chown, mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** The user that PostgreSQL runs as: our own, or another one when we are root, which PostgreSQL refuses. */
export interface Operator {
  ids: { uid?: number; gid?: number };
  /** Whether this user can come to a path. */
  reachable: (path: string) => Promise<boolean>;
  /** Hands a file or folder to this user, for it alone. */
  own: (path: string, mode: number) => Promise<void>;
}

interface User {
  uid: number;
  gid: number;
}

const NOBODY: User = { uid: 65534, gid: 65534 };
const ROOT_HOME = "/var/lib/hwbe-finder";

/** For root it is the user that made the cluster, so that this one can go on with it; `nobody` makes a new one. */
export async function findOperator(dataDir: string): Promise<Operator> {
  if (process.getuid?.() !== 0) return { ids: {}, reachable: () => Promise.resolve(true), own: chmod };
  const user = (await ownerOf(join(dataDir, "postgres"))) ?? NOBODY;
  return {
    ids: user,
    reachable: (path) => canReach(user, path),
    async own(path, mode) {
      await chown(path, user.uid, user.gid);
      await chmod(path, mode);
    },
  };
}

async function ownerOf(path: string): Promise<User | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

/** Whether each folder on the way may be entered. What is not there yet counts as open. */
async function canReach({ uid, gid }: User, path: string): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found) {
      const enter = found.uid === uid ? constants.S_IXUSR : found.gid === gid ? constants.S_IXGRP : constants.S_IXOTH;
      if ((found.mode & enter) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** Where the cluster can live: in the data folder, or outside it when its user could not come there. Says so then. */
export async function chooseHome(dataDir: string, operator: Operator, log: (line: string) => void): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  if (await operator.reachable(dataDir)) return resolve(dataDir);
  const home = join(ROOT_HOME, createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16));
  await mkdir(home, { recursive: true, mode: 0o755 });
  for (const folder of [ROOT_HOME, home]) {
    const { uid } = await stat(folder);
    if (uid !== 0) throw new Error(`${folder} belongs to another user: remove it, or set DATA_DIR to a folder that all users may enter.`);
    await chmod(folder, 0o755);
  }
  log(`PostgreSQL cannot run as root, and other users cannot enter ${dataDir}: its data is kept in ${home}.`);
  return home;
}
