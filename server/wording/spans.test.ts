import assert from "node:assert/strict";
import { test } from "node:test";
import { londonInstant } from "./london-time.ts";
import { daysOf } from "./spans.ts";

const MONDAY = londonInstant("2026-03-02", 10);
const SATURDAY = londonInstant("2026-03-07", 10);
const SUNDAY = londonInstant("2026-03-08", 10);

test("each choice of time stands for days", () => {
  assert.deepEqual(daysOf("today", MONDAY), { to: "2026-03-02" });
  assert.deepEqual(daysOf("tomorrow", MONDAY), { from: "2026-03-03", to: "2026-03-03" });
  assert.deepEqual(daysOf("week", MONDAY), { to: "2026-03-08" });
  assert.deepEqual(daysOf("weekend", MONDAY), { from: "2026-03-07", to: "2026-03-08" });
  assert.deepEqual(daysOf("four-weeks", MONDAY), { to: "2026-03-30" });
});

test("the weekend is the one that has begun, and a week ends on Sunday", () => {
  assert.deepEqual(daysOf("weekend", SATURDAY), { to: "2026-03-08" });
  assert.deepEqual(daysOf("weekend", SUNDAY), { to: "2026-03-08" });
  assert.deepEqual(daysOf("week", SUNDAY), { to: "2026-03-08" });
});
