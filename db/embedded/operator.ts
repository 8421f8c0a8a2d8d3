import { createHash } from "node:crypto";
import { chmod, chown, mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** The user that PostgreSQL runs as: our own, or `nobody` when we are root, which PostgreSQL refuses. */
export interface Operator {
  ids: { uid?: number; gid?: number };
  /** Whether this user can come to a path: as nobody, only through folders that are open to all. */
  reachable: (path: string) => Promise<boolean>;
  /** Hands a file or folder to this user, for it alone. */
  own: (path: string, mode: number) => Promise<void>;
}

const NOBODY = 65534;
const OPEN_TO_ALL = 0o001;
const ROOT_HOME = "/var/lib/hwbe-finder";

export function findOperator(): Operator {
  const isRoot = process.getuid?.() === 0;
  return {
    ids: isRoot ? { uid: NOBODY, gid: NOBODY } : {},
    reachable: async (path) => !isRoot || (await everyFolderOpen(path)),
    async own(path, mode) {
      if (isRoot) await chown(path, NOBODY, NOBODY);
      await chmod(path, mode);
    },
  };
}

async function everyFolderOpen(path: string): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const mode = await stat(folder).then((found) => found.mode, () => OPEN_TO_ALL);
    if ((mode & OPEN_TO_ALL) === 0) return false;
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
