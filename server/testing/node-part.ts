import { glob } from "node:fs/promises";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import type { Outcome, Part } from "./part.ts";

const CONCURRENCY = 2;
/** A file that hangs must not keep the run from its end. */
const FILE_TIMEOUT_MS = 600_000;

/** Tests that `node:test` runs, each file in a process of its own. */
export function nodePart(name: string, root: string, patterns: readonly string[], concurrency = CONCURRENCY): Part {
  return {
    name,
    async run() {
      const files: string[] = [];
      for await (const file of glob([...patterns], { cwd: root })) files.push(file);
      if (files.length === 0) return { passed: 0, failed: 0 };
      const outcome: Outcome = { passed: 0, failed: 0 };
      const stream = run({ files: files.sort().map((file) => join(root, file)), concurrency, cwd: root, timeout: FILE_TIMEOUT_MS });
      // A file that has no test stands in the counts as a test of its own name that passed.
      const empty: string[] = [];
      stream.on("test:pass", ({ name, file }) => {
        if (name === file) empty.push(name);
      });
      stream.on("test:summary", ({ file, counts, success }) => {
        if (file !== undefined) return;
        outcome.passed = counts.passed - empty.length;
        // The counts leave out a suite that fails by itself, as when its `after` throws.
        outcome.failed = counts.tests - outcome.passed - counts.skipped - counts.todo || (success ? 0 : 1);
      });
      for await (const chunk of stream.compose<NodeJS.ReadableStream>(new spec())) process.stdout.write(chunk);
      for (const file of empty) process.stdout.write(`✖ no test in ${file}\n`);
      return outcome;
    },
  };
}
