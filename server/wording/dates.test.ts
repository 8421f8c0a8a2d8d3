import { test } from "node:test";
import assert from "node:assert/strict";
import { dateTimeRange, longDate, nearDay, time, timeRange } from "./dates.ts";
import { londonInstant } from "./london-time.ts";

const at = londonInstant;

test("a date is written as the NHS writes it", () => {
  assert.equal(longDate(at("2026-03-03", 14)), "Tuesday 3 March 2026");
});

test("times leave out minutes that are nought", () => {
  assert.equal(timeRange(at("2026-03-03", 14), at("2026-03-03", 16, 30)), "2pm to 4:30pm");
  assert.equal(time(at("2026-03-03", 9, 5)), "9:05am");
});

test("twelve o'clock is midday or midnight", () => {
  assert.equal(time(at("2026-03-03", 12)), "midday");
  assert.equal(time(at("2026-03-03", 0)), "midnight");
  assert.equal(time(at("2026-03-03", 12, 30)), "12:30pm");
  assert.equal(time(at("2026-03-03", 0, 30)), "12:30am");
});

test("an event over two days tells both dates", () => {
  assert.equal(
    dateTimeRange(at("2026-03-03", 22), at("2026-03-04", 1)),
    "Tuesday 3 March 2026, 10pm to Wednesday 4 March 2026, 1am",
  );
});

test("today and tomorrow are told by London's calendar", () => {
  const lateEvening = Date.UTC(2026, 6, 3, 23, 30);
  assert.equal(nearDay(at("2026-07-04", 10), lateEvening), "Today");
  assert.equal(nearDay(at("2026-07-05", 10), lateEvening), "Tomorrow");
  assert.equal(nearDay(at("2026-07-06", 10), lateEvening), undefined);
});
