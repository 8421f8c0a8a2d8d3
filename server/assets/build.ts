import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What vite makes, and what it makes it from. */
const MADE = ["dist/widget/v1/hwbe-finder.js", "dist/pages/pages.css"];
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
  const made = await Promise.all(MADE.map((file) => stat(join(root, file)).then(({ mtimeMs }) => mtimeMs, () => 0)));
  const sources = await Promise.all(SOURCES.map((path) => newest(join(root, path))));
  return Math.min(...made) >= Math.max(...sources);
}

/** Builds the widget and the styles of the pages, unless what stands in `dist` is newer than all that it is made from. */
export async function buildIfNeeded(root: string, log: (line: string) => void): Promise<void> {
  if (await isUpToDate(root)) return;
  log("Building the finder and the styles. This takes a few seconds.");
  const { build } = await import("vite");
  for (const mode of ["widget", "pages"]) await build({ root, mode, logLevel: "warn", configFile: join(root, "vite.config.ts") });
}
