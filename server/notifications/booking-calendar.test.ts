import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readWithIcalJs, readWithNodeIcal } from "../testing/calendar-readers.ts";
import { bookingCalendar, type BookingCalendar } from "./booking-calendar.ts";

const second = fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2040, 0) / 1000 }).map((value) => value * 1000);
const booking: fc.Arbitrary<BookingCalendar> = fc.record({
  reference: fc.constant("HWB-7K3M-9QXT"),
  entries: fc.uniqueArray(fc.record({ uid: fc.uuid(), startsAt: second, length: fc.integer({ min: 60, max: 20_000 }) }), { minLength: 1, maxLength: 6, selector: ({ uid }) => uid })
    .map((all) => all.map(({ uid, startsAt, length }) => ({ uid, startsAt, endsAt: startsAt + length * 1000 }))),
  sequence: fc.nat(1000),
  at: second,
  url: fc.constant("https://events.example/referrals/AbC_-123"),
  organizer: fc.constant("events@example.org"),
  isCancelled: fc.boolean(),
});

test("two calendar readers read of any booking what was written, across both changes of the clocks", () => {
  fc.assert(fc.property(booking, (made) => {
    const content = bookingCalendar(made);
    for (const read of [readWithIcalJs(content), readWithNodeIcal(content)]) {
      assert.deepEqual(
        read.map(({ uid, startsAt, endsAt, changedAt, sequence, status, url }) => ({ uid, startsAt, endsAt, changedAt, sequence, status, url })),
        made.entries.map((entry) => ({ ...entry, changedAt: made.at, sequence: made.sequence, status: made.isCancelled ? "CANCELLED" : "CONFIRMED", url: made.url })),
      );
    }
  }));
});

test("it says when, and neither what nor where; a cancelled one takes the entry away", () => {
  const [made] = fc.sample(booking, 1) as [BookingCalendar];
  const content = bookingCalendar({ ...made, isCancelled: true });
  assert.match(content, /METHOD:CANCEL\r\n/);
  assert.match(content, /SUMMARY:Cancelled: your booking HWB-7K3M-9QXT\r\n/);
  assert.doesNotMatch(content, /LOCATION|GEO|CATEGORIES|ATTENDEE/);
  assert.ok(content.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
});
