import { glob } from "node:fs/promises";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import type { Outcome, Part } from "./part.ts";

const CONCURRENCY = 2;
/** A file that hangs must not keep the run from its end. */
const FILE_TIMEOUT_MS = 300_000;

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
      stream.on("test:summary", ({ file, counts }) => {
        if (file !== undefined) return;
        outcome.passed = counts.passed;
        outcome.failed = counts.tests - counts.passed - counts.skipped - counts.todo;
      });
      for await (const chunk of stream.compose<NodeJS.ReadableStream>(new spec())) process.stdout.write(chunk);
      return outcome;
    },
  };
}
