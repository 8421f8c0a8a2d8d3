import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "vite";
import { BUILDS, ROOT } from "./builds.ts";

/**
 * A program: builds the finder and the styles of the pages. All is made aside and moved file by file, so that two at once, or one
 * that is killed, never leave half of it.
 */
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

await mkdir(join(ROOT, "dist"), { recursive: true });
const aside = await mkdtemp(join(ROOT, "dist", "new-"));
try {
  for (const { mode, folder, entry } of BUILDS) {
    const outDir = join(aside, mode);
    await build({ root: ROOT, mode, logLevel: "warn", configFile: join(ROOT, "vite.config.ts"), configLoader: "native", build: { outDir } });
    await putInPlace(outDir, join(ROOT, folder), entry);
  }
} finally {
  await rm(aside, { recursive: true, force: true });
}
