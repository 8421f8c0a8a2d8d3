import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUILDS, ROOT } from "./builds.ts";

const SOURCES = ["widget", "demo/apps", "server/contract", "server/search", "server/wording", "server/pages/styles", "server/pages/scripts", "vite.config.ts", "package-lock.json"];

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

/**
 * Builds the finder and the styles of the pages, unless what stands in `dist` is newer than all that it is made from. A process of
 * its own does it: the tools take twice the memory of the service, and would keep it.
 */
export async function buildIfNeeded(log: (line: string) => void): Promise<void> {
  if (await isUpToDate(ROOT)) return;
  log("Building the finder and the styles. This takes a few seconds.");
  const program = spawn(process.execPath, [fileURLToPath(new URL("./make.ts", import.meta.url))], { stdio: "inherit" });
  const [code] = (await once(program, "exit")) as [number | null];
  if (code !== 0) throw new Error("The finder and the styles could not be built. What went wrong stands above.");
}
