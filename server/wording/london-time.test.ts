import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { addDays, londonDate, londonInstant, londonIso, londonOffset, londonParts } from "./london-time.ts";

const years = { min: Date.UTC(1997, 0, 1), max: Date.UTC(2060, 0, 1) };
const intl = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", hourCycle: "h23",
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

test("London's clock agrees with the time zone database at any instant", () => {
  fc.assert(fc.property(fc.integer(years), (instant) => {
    const shown = Object.fromEntries(intl.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const { year, month, day, hour, minute, second } = londonParts(instant);
    assert.deepEqual({ year, month, day, hour, minute, second }, {
      year: shown["year"], month: shown["month"], day: shown["day"],
      hour: shown["hour"], minute: shown["minute"], second: shown["second"],
    });
  }), { numRuns: 2000 });
});

test("an instant written with London's offset reads back as itself", () => {
  fc.assert(fc.property(fc.integer(years), (instant) => {
    const whole = Math.floor(instant / 1000) * 1000;
    assert.equal(Date.parse(londonIso(whole)), whole);
  }));
});

test("a clock reading outside the two change hours reads back as the same instant", () => {
  fc.assert(fc.property(fc.integer(years), (instant) => {
    const whole = Math.floor(instant / 60_000) * 60_000;
    const { hour, minute } = londonParts(whole);
    const again = londonInstant(londonDate(whole), hour, minute);
    assert.ok(again === whole || (hour === 1 && again === whole - 3_600_000));
  }), { numRuns: 2000 });
});

test("the hour that comes twice in October is read as the first", () => {
  assert.equal(londonIso(londonInstant("2026-10-25", 1, 30)), "2026-10-25T01:30:00+01:00");
});

test("the hour that is left out in March is read as one hour later", () => {
  assert.equal(londonIso(londonInstant("2027-03-28", 1, 30)), "2027-03-28T02:30:00+01:00");
});

test("offsets change at one in the morning UTC on the last Sundays", () => {
  assert.equal(londonOffset(Date.UTC(2027, 2, 28, 0, 59)), 0);
  assert.equal(londonOffset(Date.UTC(2027, 2, 28, 1, 0)), 60);
  assert.equal(londonOffset(Date.UTC(2026, 9, 25, 0, 59)), 60);
  assert.equal(londonOffset(Date.UTC(2026, 9, 25, 1, 0)), 0);
});

test("days are added on the calendar, across a clock change too", () => {
  assert.equal(addDays("2026-10-24", 2), "2026-10-26");
  assert.equal(addDays("2028-02-28", 1), "2028-02-29");
});
