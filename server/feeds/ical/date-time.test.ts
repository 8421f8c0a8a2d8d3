import { test } from "node:test";
import assert from "node:assert/strict";
import { startAndEnd, utc } from "./date-time.ts";

const at = Date.parse;

test("an instant is written in UTC to the second", () => {
  assert.equal(utc(at("2026-03-03T14:00:00.789+00:00")), "20260303T140000Z");
});

test("times are London's, winter and summer", () => {
  assert.equal(
    startAndEnd(at("2026-03-03T14:00:00Z"), at("2026-03-03T16:30:00Z")),
    "DTSTART;TZID=Europe/London:20260303T140000\r\nDTEND;TZID=Europe/London:20260303T163000\r\n",
  );
  assert.equal(
    startAndEnd(at("2026-07-03T13:00:00Z"), at("2026-07-03T15:30:00Z")),
    "DTSTART;TZID=Europe/London:20260703T140000\r\nDTEND;TZID=Europe/London:20260703T163000\r\n",
  );
});

test("both times are in UTC when either is in the hour that comes twice", () => {
  const [before, first, second, after] = ["2026-10-24T23:59:59Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"].map(at);
  assert.ok(before && first && second && after);
  assert.equal(startAndEnd(before, first), "DTSTART:20261024T235959Z\r\nDTEND:20261025T003000Z\r\n");
  assert.equal(startAndEnd(first, second), "DTSTART:20261025T003000Z\r\nDTEND:20261025T013000Z\r\n");
  assert.equal(startAndEnd(second, after), "DTSTART:20261025T013000Z\r\nDTEND:20261025T020000Z\r\n");
  assert.match(startAndEnd(before, after), /^DTSTART;TZID=Europe\/London:20261025T005959\r\nDTEND;TZID=Europe\/London:20261025T020000\r\n$/);
});

test("the hour that is left out in March is not written", () => {
  assert.match(startAndEnd(at("2027-03-28T00:59:00Z"), at("2027-03-28T01:00:00Z")), /:20270328T005900\r\n.*:20270328T020000\r\n/);
});
