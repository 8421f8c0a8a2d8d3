import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { londonInstant, londonParts } from "./london-time.ts";
import { workingDaysAgo } from "./working-days.ts";

test("two working days before a Thursday begin on Tuesday", () => {
  assert.equal(workingDaysAgo(Date.parse("2026-03-05T23:30:00Z"), 2), londonInstant("2026-03-03"));
});

test("a weekend does not count", () => {
  assert.equal(workingDaysAgo(Date.parse("2026-03-09T08:00:00Z"), 1), londonInstant("2026-03-06"));
  assert.equal(workingDaysAgo(Date.parse("2026-03-08T08:00:00Z"), 1), londonInstant("2026-03-06"));
});

test("it is the start of a working day in London, on both sides of the days when the clocks change", () => {
  fc.assert(fc.property(fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }), fc.integer({ min: 1, max: 30 }), (now, days) => {
    const { weekday, hour, minute } = londonParts(workingDaysAgo(now, days));
    assert.ok(weekday >= 1 && weekday <= 5);
    assert.deepEqual([hour, minute], [0, 0]);
  }));
});
