import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What vite makes in each of its modes: a folder, and the file in it that stands for all. */
const BUILDS = [
  { mode: "widget", folder: "dist/widget/v1", entry: "hwbe-finder.js" },
  { mode: "pages", folder: "dist/pages", entry: "pages.css" },
];
const SOURCES = ["widget", "server/contract", "server/search", "server/wording", "server/pages/styles", "vite.config.ts", "package-lock.json"];

async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"));
  const times = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mtimeMs));
  return Math.max(0, ...times);
}

async function isUpToDate(root: string): Promise<boolean> {
  const entries = BUILDS.map(({ folder, entry }) => join(root, folder, entry));
  const made = await Promise.all(entries.map((file) => stat(file).then(({ mtimeMs }) => mtimeMs, () => 0)));
  const sources = await Promise.all(SOURCES.map((path) => newest(join(root, path))));
  return Math.min(...made) >= Math.max(...sources);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

/** Moves what was made into its folder, the entry last: it names the others. What is no longer made goes. */
async function putInPlace(from: string, to: string, entry: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const made = (await filesIn(from)).sort((a, b) => Number(a === entry) - Number(b === entry));
  for (const file of made) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await rename(join(from, file), join(to, file));
  }
  for (const file of await filesIn(to)) if (!made.includes(file)) await rm(join(to, file), { force: true });
}

/**
 * Builds the widget and the styles of the pages, unless what stands in `dist` is newer than all that it is made from. It is made
 * aside and moved file by file, so that two starts at once, or one that is killed, never leave half of it.
 */
export async function buildIfNeeded(root: string, log: (line: string) => void): Promise<void> {
  if (await isUpToDate(root)) return;
  log("Building the finder and the styles. This takes a few seconds.");
  const { build } = await import("vite");
  await mkdir(join(root, "dist"), { recursive: true });
  const aside = await mkdtemp(join(root, "dist", "new-"));
  try {
    for (const { mode, folder, entry } of BUILDS) {
      const outDir = join(aside, mode);
      await build({ root, mode, logLevel: "warn", configFile: join(root, "vite.config.ts"), configLoader: "native", build: { outDir } });
      await putInPlace(outDir, join(root, folder), entry);
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
