import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { disclose, discloseOne, FEW, isWithheld, WITHHELD } from "./disclosure.ts";

test("a single number from 1 to 4 is not shown, others are", () => {
  assert.deepEqual([0, 1, 4, 5].map(discloseOne), [0, FEW, FEW, 5]);
});

test("with one small part another is left out, so that it cannot be worked out from the whole", () => {
  assert.deepEqual(disclose([3, 40, 12, 0]), [FEW, 40, WITHHELD, 0]);
});

test("small parts that could be mistaken for each other need no other left out", () => {
  assert.deepEqual(disclose([3, 2, 40]), [FEW, FEW, 40]);
});

test("when nothing else can hide a small part, none is shown, not even the noughts", () => {
  assert.deepEqual(disclose([3, 0, 0]), [WITHHELD, WITHHELD, WITHHELD]);
  assert.equal(isWithheld(disclose([1, 1])), true);
});

const parts = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 8 });

/** Whether numbers within these ranges can add up to a sum. */
const canSum = (ranges: readonly (readonly [number, number])[], sum: number) =>
  ranges.reduce((total, [least]) => total + least, 0) <= sum && ranges.reduce((total, [, most]) => total + most, 0) >= sum;

test("whoever knows the whole, all that is shown and the rule cannot rule out any of 1 to 4 for a small part", () => {
  fc.assert(fc.property(parts, (counts) => {
    const shown = disclose(counts);
    if (isWithheld(shown)) return;
    const rest = counts.reduce((sum, count) => sum + count, 0) - shown.reduce<number>((sum, part) => sum + (typeof part === "number" ? part : 0), 0);
    const next = Math.min(Infinity, ...shown.filter((part) => typeof part === "number").filter((part) => part >= 5));
    const ranges = shown.filter((part) => typeof part !== "number").map((part) => (part === FEW ? [1, 4] as const : [5, next] as const));
    for (const [index, [least]] of ranges.entries()) {
      if (least !== 1) continue;
      for (const value of [1, 2, 3, 4]) assert.ok(canSum(ranges.toSpliced(index, 1), rest - value), `${counts} as ${shown}: ${value}`);
    }
  }));
});

test("no number from 1 to 4 is ever shown, and what is shown is right", () => {
  fc.assert(fc.property(parts, (counts) => {
    for (const [index, part] of disclose(counts).entries()) {
      if (typeof part !== "number") continue;
      assert.equal(part, counts[index]);
      assert.ok(part === 0 || part >= 5);
    }
  }));
});
