import { test } from "node:test";
import assert from "node:assert/strict";
import { runIsolated } from "./run-isolated.ts";

const run = (trouble: string) => runIsolated<string, string>(new URL("testing/trouble-thread.ts", import.meta.url), trouble, { milliseconds: trouble === "endless" ? 100 : 10_000, megabytes: 32 });

test("work gives its answer", async () => {
  assert.equal(await run("none"), "done");
});

test("work without end, without measure, or that breaks is given up, and nothing else suffers", async () => {
  await assert.rejects(run("endless"), { name: "WorkAbandonedError", limit: "time" });
  await assert.rejects(run("memory"), { name: "WorkAbandonedError", limit: "memory" });
  await assert.rejects(run("throw"), { name: "WorkAbandonedError", limit: undefined });
  await assert.rejects(run("exit"), { name: "WorkAbandonedError", limit: undefined });
});

test("two threads work at once, and all others in their turn, whatever became of those before", async () => {
  const counts = new Int32Array(new SharedArrayBuffer(12));
  const threads = ["none", "throw", "none", "throw", "none", "none"].map((trouble) =>
    runIsolated<object, string>(new URL("testing/counting-thread.ts", import.meta.url), { counts, trouble }, { milliseconds: 10_000, megabytes: 32 }));
  const outcomes = (await Promise.allSettled(threads)).map(({ status }) => status);
  assert.deepEqual(outcomes, ["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled", "fulfilled"]);
  assert.deepEqual([...counts], [0, 2, 6]);
});
