import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build, type Rolldown } from "vite";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FIRST_LOAD_BYTES = 18_000;
const SINGLE_FILE_BYTES = 30_000;

async function chunksOf(mode: string): Promise<Rolldown.OutputChunk[]> {
  const built = await build({ root: ROOT, mode, logLevel: "error", build: { write: false } });
  return [built].flat().flatMap((result) => ("output" in result ? result.output.filter((file) => file.type === "chunk") : []));
}

const brotliBytes = (code: string) => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test(`the first load of the finder is one script of at most ${FIRST_LOAD_BYTES} bytes, and holds no search engine`, async () => {
  const entry = (await chunksOf("widget")).find(({ isEntry }) => isEntry);
  assert.ok(entry);
  // Each script that it waits for would cost the first view one more journey to the service.
  assert.deepEqual(entry.imports, []);
  assert.ok(!Object.keys(entry.modules).some((module) => module.includes("fuse.js")));
  const bytes = brotliBytes(entry.code);
  assert.ok(bytes <= FIRST_LOAD_BYTES, `${bytes} bytes`);
});

test(`the finder as one file has at most ${SINGLE_FILE_BYTES} bytes, and fetches no other script`, async () => {
  const [file, ...others] = await chunksOf("single");
  assert.ok(file);
  assert.equal(others.length, 0);
  assert.deepEqual(file.imports, []);
  assert.doesNotMatch(file.code, /\bimport\(/);
  const bytes = brotliBytes(file.code);
  assert.ok(bytes <= SINGLE_FILE_BYTES, `${bytes} bytes`);
});
