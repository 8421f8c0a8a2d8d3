import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { faultsBetween } from "./faults.ts";

const word = fc.stringMatching(/^[a-e]{0,9}$/);

test("a letter left out, added, mistaken or swapped with its neighbour is one fault", () => {
  for (const typed of ["mony", "moneey", "monay", "moeny"]) assert.equal(faultsBetween(typed, "money"), 1, typed);
});

test("there are no faults between a word and itself alone, and as many one way as the other", () => {
  fc.assert(fc.property(word, word, (a, b) => {
    assert.equal(faultsBetween(a, b) === 0, a === b);
    assert.equal(faultsBetween(a, b), faultsBetween(b, a));
  }));
});

test("one more letter is never more than one more fault, and there are never fewer faults than letters that one has more", () => {
  fc.assert(fc.property(word, word, fc.constantFrom("a", "b", "z"), (a, b, letter) => {
    assert.ok(Math.abs(faultsBetween(a + letter, b) - faultsBetween(a, b)) <= 1);
    assert.ok(faultsBetween(a, b) >= Math.abs(a.length - b.length));
    assert.ok(faultsBetween(a, b) <= Math.max(a.length, b.length));
  }));
});
