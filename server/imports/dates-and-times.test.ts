import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readDate, readInstant, readTime } from "./dates-and-times.ts";

test("a date is read year first, or day first as in Britain", () => {
  for (const text of ["2026-12-03", "03/12/2026", "3/12/2026"]) assert.equal(readDate(text), "2026-12-03");
});

test("what is no day of the calendar is no date", () => {
  for (const text of ["", "31/11/2026", "2027-02-29", "12/31/2026", "3/12/26", "2026-00-10", "1999-01-01", "tomorrow", "3-12-2026"]) {
    assert.equal(readDate(text), undefined, text);
  }
});

test("a time is read by the 24-hour and the 12-hour clock", () => {
  const times = { "14:00": 840, "14.30": 870, "14:00:00": 840, "9:05": 545, "2pm": 840, "2.30pm": 870, "2:30 PM": 870, "12am": 0, "12pm": 720, midday: 720, Midnight: 0, "2 p.m.": 840 };
  for (const [text, minutes] of Object.entries(times)) assert.equal(readTime(text), minutes, text);
});

test("what is no time of a clock is no time", () => {
  for (const text of ["", "14", "24:00", "14:60", "13pm", "0am", "2.5pm", "half past 2", "14:00:30"]) assert.equal(readTime(text), undefined, text);
});

test("times in summer are an hour ahead of UTC, and the hour that March leaves out is none", () => {
  assert.equal(readInstant("2026-07-03", 14 * 60), Date.parse("2026-07-03T13:00:00Z"));
  assert.equal(readInstant("2026-12-03", 14 * 60), Date.parse("2026-12-03T14:00:00Z"));
  assert.equal(readInstant("2027-03-28", 90), undefined);
  assert.equal(readInstant("2027-03-28", 120), Date.parse("2027-03-28T01:00:00Z"));
});

test("every day that is written is read back, and no text throws", () => {
  fc.assert(fc.property(fc.date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10);
    assert.equal(readDate(day), day);
    assert.equal(readDate(day.split("-").reverse().join("/")), day);
  }));
  fc.assert(fc.property(fc.string(), (text) => { readDate(text); readTime(text); }));
});
