import { test } from "node:test";
import assert from "node:assert/strict";
import { errorLines } from "./error-lines.ts";

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return assert.fail("Nothing was thrown");
}

test("the kind, the code and the place of an error are told, and nothing that was typed", () => {
  const inner = thrown(() => JSON.parse('{"name": "Marker Person'.repeat(2)));
  const lines = errorLines(Object.assign(new TypeError("Marker Person", { cause: inner }), { code: "22P02" }));
  assert.match(lines, /^TypeError \(22P02\)\n\s+at .*error-lines\.test\.ts/);
  assert.match(lines, /caused by SyntaxError\n/);
  assert.doesNotMatch(lines, /Marker/);
});

test("what is thrown and is no error is not repeated", () => {
  assert.equal(errorLines("Marker Person"), "something that is no error");
});
