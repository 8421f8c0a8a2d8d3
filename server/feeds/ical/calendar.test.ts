import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import ICAL from "ical.js";
import type { Event } from "../../contract/event.ts";
import { londonOffset } from "../../wording/london-time.ts";
import { readWithIcalJs, readWithNodeIcal, type ReadEvent } from "../../testing/calendar-readers.ts";
import { arbitraryEvent, arbitraryInstant, arbitraryInstantNearClockChange } from "../../testing/random-event.ts";
import { arbitraryCodeUnits, arbitraryText } from "../../testing/random-text.ts";
import { calendar } from "./calendar.ts";
import { description as notes } from "./description.ts";
import { occurrences } from "./occurrence.ts";
import { oneLine } from "./text.ts";
import { vevent } from "./vevent.ts";

const NAMES = { name: "Events for people with breast cancer, in Camden; all", description: "Two\nlines" };
const SOURCE = "https://events.example/v1/events.ics?topic=a,b&q=x;y";
const anyText = fc.oneof(arbitraryText(), arbitraryCodeUnits());

function eventsWith(text: fc.Arbitrary<string>): fc.Arbitrary<Event[]> {
  return fc.uniqueArray(arbitraryEvent({ text }), { maxLength: 4, selector: ({ id }) => id });
}

function write(all: readonly Event[]): string {
  return calendar({ ...NAMES, source: SOURCE, vevents: all.map(vevent) });
}

const STATUS_PREFIX = { CONFIRMED: "", TENTATIVE: "Postponed: ", CANCELLED: "Cancelled: " };

function status(event: Event): keyof typeof STATUS_PREFIX {
  if (event.status === "cancelled") return "CANCELLED";
  return event.status === "postponed" && event.previousStartsAt === null ? "TENTATIVE" : "CONFIRMED";
}

/** What a reader without faults reads. */
function expected(event: Event): ReadEvent[] {
  return occurrences(event).map((occurrence) => ({
    uid: occurrence.uid,
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    changedAt: Math.floor(Date.parse(event.updatedAt) / 1000) * 1000,
    sequence: event.revision,
    status: status(event),
    summary: oneLine(`${STATUS_PREFIX[status(event)]}${event.title}${occurrence.session ? `: ${occurrence.session.title}` : ""}`),
    description: notes(event, occurrence),
    location: event.venue
      ? oneLine(`${event.venue.name}, ${event.venue.address}, ${event.venue.postcode}`)
      : { online: "Online", phone: "By phone", "in-person": "In person", hybrid: "In person or online" }[event.format],
    categories: [...event.topics, ...event.tumourGroups].map(({ label }) => oneLine(label)).filter(Boolean),
    url: event.url,
  }));
}

test("ical.js reads back every event: number, UID, instants, sequence, status and text", () => {
  fc.assert(fc.property(eventsWith(anyText), (all) => {
    const wanted = all.flatMap(expected);
    const read = readWithIcalJs(write(all));
    assert.equal(read.length, wanted.length);
    for (const [index, event] of wanted.entries()) {
      const found = read[index];
      assert.ok(found);
      // ical.js takes the comma after a label that ends with a backslash for an escaped one, and joins the two labels.
      const joined = event.categories.some((label) => label.endsWith("\\"));
      assert.deepEqual(joined ? { ...found, categories: event.categories } : found, event);
    }
  }), { numRuns: 300 });
});

/** node-ical unescapes in several passes, so a backslash before n is read as a line break, and it takes off outer quotes. */
function nodeIcalReads(text: string): boolean {
  return !text.includes("\\") && !/^".*"$/s.test(text);
}

test("node-ical reads back every event, with texts that it can read", () => {
  const noBackslash = eventsWith(anyText.map((text) => text.replaceAll("\\", "")));
  fc.assert(fc.property(fc.oneof(eventsWith(anyText), noBackslash), (all) => {
    const read = new Map(readWithNodeIcal(write(all)).map((event) => [event.uid, event]));
    const wanted = all.flatMap(expected);
    assert.equal(read.size, wanted.length);
    for (const event of wanted) {
      const found = read.get(event.uid);
      assert.ok(found);
      const { summary, description, location, categories, ...facts } = event;
      assert.deepEqual({ ...found, ...facts }, found);
      if (nodeIcalReads(summary)) assert.equal(found.summary, summary);
      if (nodeIcalReads(description)) assert.equal(found.description, description);
      if (nodeIcalReads(location)) assert.equal(found.location, location);
      if (categories.every(nodeIcalReads)) assert.deepEqual(found.categories, categories);
    }
  }), { numRuns: 300 });
});

test("both readers agree on the instants around both changes of the clocks", () => {
  fc.assert(fc.property(arbitraryEvent(), arbitraryInstantNearClockChange(), fc.integer({ min: 1, max: 300 }), (event, start, minutes) => {
    const end = start + minutes * 60_000;
    const text = write([{ ...event, startsAt: new Date(start).toISOString(), endsAt: new Date(end).toISOString(), sessions: [] }]);
    for (const read of [readWithIcalJs(text), readWithNodeIcal(text)]) {
      assert.deepEqual(read.map(({ startsAt, endsAt }) => [startsAt, endsAt]), [[start, end]]);
    }
  }), { numRuns: 500 });
});

test("every line is at most 75 octets of valid UTF-8 and ends with CRLF, and no line stands but the writer's own", () => {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const known = new RegExp(`^ |^(${[
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "X-WR-TIMEZONE", "SOURCE",
    "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "TZID", "DTSTART", "DTEND", "RRULE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "UID", "DTSTAMP",
    "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "LOCATION", "GEO", "URL", "CONTACT", "CATEGORIES", "STATUS", "TRANSP", "CLASS", "REFID",
  ].join("|")})[;:]`);
  fc.assert(fc.property(eventsWith(anyText), (all) => {
    const octets = Buffer.from(write(all));
    assert.equal(octets.subarray(-15).toString(), "END:VCALENDAR\r\n");
    for (let from = 0, end = 0; from < octets.length; from = end + 2) {
      end = octets.indexOf("\r\n", from);
      assert.ok(end - from <= 75);
      const line = utf8.decode(octets.subarray(from, end));
      assert.match(line, known);
      assert.doesNotMatch(line, /[\r\n]/);
    }
  }));
});

test("the same events give the same octets, whenever they are written", (context) => {
  const all = fc.sample(eventsWith(anyText), { numRuns: 20, seed: 3 }).flat();
  const first = write(all);
  context.mock.timers.enable({ apis: ["Date"], now: Date.UTC(2031, 5, 1) });
  assert.equal(write(all), first);
});

test("a calendar tells its name, source and when to come again, in both old and new properties, and is no invitation", () => {
  // ical.js knows neither NAME nor the X- properties, and gives their values as they were written.
  const read = new ICAL.Component(ICAL.parse(calendar({ ...NAMES, source: SOURCE, page: "https://events.example/events", vevents: [] })));
  const properties = Object.fromEntries(read.getAllProperties().map((property) => [property.name, String(property.getFirstValue())]));
  assert.deepEqual(properties, {
    version: "2.0",
    prodid: "-//Health and Wellbeing Events//Directory//EN",
    calscale: "GREGORIAN",
    name: "Events for people with breast cancer\\, in Camden\\; all",
    "x-wr-calname": "Events for people with breast cancer\\, in Camden\\; all",
    description: NAMES.description,
    "x-wr-caldesc": "Two\\nlines",
    "x-wr-timezone": "Europe/London",
    source: SOURCE,
    url: "https://events.example/events",
    "refresh-interval": "PT1H",
    "x-published-ttl": "PT1H",
  });
});

test("a calendar without events is still one that both readers take", () => {
  assert.deepEqual(readWithIcalJs(write([])), []);
  assert.deepEqual(readWithNodeIcal(write([])), []);
  assert.match(write([]), /BEGIN:VTIMEZONE/);
});

test("the time zone that comes with a calendar says what London's clocks show", () => {
  const component = new ICAL.Component(ICAL.parse(write([]))).getFirstSubcomponent("vtimezone");
  assert.ok(component);
  const zone = new ICAL.Timezone(component);
  const wallTime = fc.oneof(arbitraryInstant(), fc.integer({ min: Date.UTC(1998, 0), max: Date.UTC(2050, 0) }));
  fc.assert(fc.property(wallTime, (instant) => {
    const wall = new Date(instant + londonOffset(instant) * 60_000);
    const doubtful = londonOffset(instant - 3_600_000) !== londonOffset(instant) || londonOffset(instant + 3_600_000) !== londonOffset(instant);
    if (doubtful) return;
    const time = ICAL.Time.fromData({
      year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate(),
      hour: wall.getUTCHours(), minute: wall.getUTCMinutes(), second: wall.getUTCSeconds(),
    });
    assert.equal(zone.utcOffset(time), londonOffset(instant) * 60);
  }), { numRuns: 1000 });
});
