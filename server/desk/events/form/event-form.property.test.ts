import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BOOKING_ROUTES, EFFORTS, SUPPORT_LEVELS } from "../../../contract/event.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../../../contract/vocabulary.ts";
import { londonDate, londonInstant, londonParts } from "../../../wording/london-time.ts";
import { toForm } from "../../../pages/fields/to-form.ts";
import type { EventChoices } from "./choices.ts";
import type { EventContent, EventTimes } from "./event-content.ts";
import { fillContent, fillTimes } from "./fill-event-form.ts";
import { readEventForm } from "./read-event-form.ts";
import { recurringDates, timesOn } from "./recurrence.ts";

const options = (...values: string[]) => values.map((value) => ({ value, label: value }));
const CHOICES: EventChoices = {
  venues: options("town-hall", "library"), topics: options("sleep", "work"), tumourGroups: options("breast", "lung"), stages: options("during", "after"),
  languages: options("en", "pl"), organisations: options("a-charity", "a-trust"),
};
const NOW = Date.parse("2026-03-02T12:00:00Z");

const words = (max: number) => fc.string({ unit: "grapheme", minLength: 1, maxLength: max }).map((text) => text.replace(/\p{Cc}/gu, "").replace(/\s+/g, " ").trim())
  .filter((text) => text !== "" && text.isWellFormed() && Array.from(text).length <= max);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const someOf = (values: readonly { value: string }[], minLength = 0) => fc.subarray(values.map(({ value }) => value), { minLength });
const url = fc.webUrl({ validSchemes: ["https"] });

const content: fc.Arbitrary<EventContent> = fc.record({
  title: words(200), forWhom: words(300), summary: words(1_000), whatHappens: maybe(words(500)), whatToBring: maybe(words(300)),
  format: fc.constantFrom(...FORMATS), kind: fc.constantFrom(...KINDS), audience: fc.subarray([...AUDIENCES], { minLength: 1 }),
  topics: someOf(CHOICES.topics).map((slugs) => slugs.sort()), tumourGroups: someOf(CHOICES.tumourGroups).map((slugs) => slugs.sort()), stages: someOf(CHOICES.stages).map((slugs) => slugs.sort()),
  languages: someOf(CHOICES.languages, 1), partners: someOf(CHOICES.organisations), venue: fc.constantFrom("town-hall", "library"),
  effort: maybe(fc.constantFrom(...EFFORTS)), breaks: maybe(fc.boolean()), bsl: fc.constantFrom(...SUPPORT_LEVELS), interpreter: fc.constantFrom(...SUPPORT_LEVELS),
  askBy: maybe(fc.constantFrom("2027-01-31", "2028-02-29")), cost: maybe(words(100)), contactName: words(100), contactPhone: fc.constant("020 7946 0018"),
  contactEmail: maybe(fc.constant("events@example.org")), capacity: maybe(fc.integer({ min: 1, max: 100_000 })), waitingList: fc.boolean(),
  bookingRoute: fc.constantFrom(...BOOKING_ROUTES), bookingBy: fc.subarray([...BOOKING_USERS], { minLength: 1 }), bookingUrl: url, bookingNote: maybe(words(200)), approval: fc.boolean(), joinUrl: maybe(url),
}).map((event) => ({
  ...event,
  venue: event.format === "in-person" || event.format === "hybrid" ? event.venue : null,
  joinUrl: event.format === "online" || event.format === "hybrid" ? event.joinUrl : null,
  bookingUrl: event.bookingRoute === "organiser" ? event.bookingUrl : null,
  waitingList: event.capacity !== null && event.waitingList,
}));

const day = fc.integer({ min: 0, max: 700 }).map((days) => londonDate(londonInstant("2026-03-04", 12) + days * 86_400_000));
const times: fc.Arbitrary<EventTimes> = fc.tuple(day, fc.integer({ min: 3, max: 20 }), fc.integer({ min: 1, max: 3 }), words(50).filter((text) => !/^\d/.test(text)), fc.boolean()).map(([date, hour, length, title, alone]) => {
  const [startsAt, endsAt] = [londonInstant(date, hour), londonInstant(date, hour + length)];
  return { startsAt, endsAt, sessions: [{ title, startsAt, endsAt: londonInstant(date, hour, 30), alone }] };
});

test("whatever an event says, its form reads as the same event", () => {
  fc.assert(fc.property(content, times, (event, when) => {
    const read = readEventForm(toForm({ ...fillContent(event), ...fillTimes(when) }), CHOICES, NOW);
    assert.deepEqual(read, { value: { content: event, times: when, newVenue: undefined, dates: [] } });
  }));
});

test("any form at all is read, or answered with fields and plain words", () => {
  const name = fc.constantFrom("title", "for-whom", "summary", "date", "start", "end", "end-date", "sessions", "repeat", "times", "dates", "format", "venue", "capacity", "booking", "booking-by", "ask-by");
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("yes", "weekly", "dates", "in-person", "3/3/2027", "2pm", "1/1/2027, 2/1/2027", "9".repeat(40)));
  fc.assert(fc.property(fc.array(fc.tuple(name, value)), (fields) => {
    const read = readEventForm(new URLSearchParams(fields), CHOICES, NOW);
    assert.ok("value" in read || (read.errors.length > 0 && read.errors.every(({ field, message }) => /^[a-z-]+$/.test(field) && /^[A-Z][^\u0000]+$/.test(message))));
  }), { numRuns: 500 });
});

test("a series keeps its time on the clock and its weekday, over both clock changes", () => {
  const repeats = fc.constantFrom("weekly", "fortnightly", "monthly");
  fc.assert(fc.property(repeats, times, fc.integer({ min: 2, max: 52 }), (repeat, first, count) => {
    const shown = (instant: number) => { const { hour, minute, weekday } = londonParts(instant); return { hour, minute, weekday }; };
    const dates = recurringDates(repeat, londonDate(first.startsAt), count);
    assert.equal(new Set(dates).size, count);
    for (const date of dates) {
      const moved = timesOn(first, date);
      assert.equal(londonDate(moved.startsAt), date);
      assert.deepEqual([shown(moved.startsAt), shown(moved.endsAt)], [shown(first.startsAt), shown(first.endsAt)]);
    }
  }));
});

test("every month on the same weekday is the same week of the month, or the last one", () => {
  assert.deepEqual(recurringDates("monthly", "2026-09-08", 4), ["2026-09-08", "2026-10-13", "2026-11-10", "2026-12-08"]);
  assert.deepEqual(recurringDates("monthly", "2026-09-29", 4), ["2026-09-29", "2026-10-27", "2026-11-24", "2026-12-29"]);
});
