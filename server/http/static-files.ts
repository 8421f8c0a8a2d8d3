import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Hono } from "hono";
import { finishBody, type FinishedBody } from "./finished-bodies.ts";
import { problem } from "./problem.ts";
import { sendFinished } from "./send.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
};
const NAME = /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:js|css|map|svg)$/;
const HASHED = /^chunks\//;
const STATIC_BROTLI_QUALITY = 11;

const IMMUTABLE = "public, max-age=31536000, immutable";
const CHECKED = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";

/** Serves built files below a path. They are read and compressed once, and again when they have changed on disk. */
export function serveFiles(app: Hono, path: string, folder: string): void {
  const kept = new Map<string, { modified: number; body: FinishedBody }>();

  async function load(name: string): Promise<FinishedBody | undefined> {
    const file = join(folder, name);
    const modified = await stat(file).then(({ mtimeMs }) => mtimeMs, () => undefined);
    if (modified === undefined) return undefined;
    const last = kept.get(name);
    if (last?.modified === modified) return last.body;
    const body = finishBody([await readFile(file)], {
      "content-type": TYPES[extname(name)]!,
      "cache-control": HASHED.test(name) ? IMMUTABLE : CHECKED,
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    kept.set(name, { modified, body });
    return body;
  }

  app.get(`${path}/*`, async (c) => {
    const name = c.req.path.slice(path.length + 1);
    const body = NAME.test(name) ? await load(name) : undefined;
    return body ? sendFinished(c, body, { quality: STATIC_BROTLI_QUALITY }) : problem(c, 404, "There is no such file.");
  });
}
