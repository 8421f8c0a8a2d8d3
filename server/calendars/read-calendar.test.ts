import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readCalendar, UnreadableCalendarError } from "./read-calendar.ts";
import { readGuarded } from "./read-guarded.ts";

const NOW = Date.parse("2026-03-02T12:00:00Z");

const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const talk = (...lines: string[]) => event("UID:talk", "SUMMARY:Talk", ...lines);
const calendar = (...lines: string[][]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines.flat(), "END:VCALENDAR", ""].join("\r\n");
const read = (...lines: string[][]) => readCalendar(Buffer.from(calendar(...lines)), NOW);
const reasons = (...lines: string[][]) => read(...lines).problems.map(({ reason }) => reason);

function starts(...lines: string[][]): string[] {
  return read(...lines).events.map(({ when }) => ("startsAt" in when ? `${new Date(when.startsAt).toISOString().slice(0, 16)}Z` : `${when.firstDay}/${when.lastDay}`));
}

const LONDON = ["DTSTART;TZID=Europe/London:20261020T140000", "DTEND;TZID=Europe/London:20261020T150000"];

test("a weekly event keeps its time in London over both clock changes", () => {
  assert.deepEqual(starts(talk(...LONDON, "RRULE:FREQ=WEEKLY;COUNT=2")), ["2026-10-20T13:00Z", "2026-10-27T14:00Z"]);
  assert.deepEqual(starts(talk("DTSTART:20260324T140000", "DTEND:20260324T150000", "RRULE:FREQ=WEEKLY;COUNT=2")), ["2026-03-24T14:00Z", "2026-03-31T13:00Z"]);
});

test("zones are known by the names of Windows, with a maker before them, with the cities that they hold, and by their own definition", () => {
  const own = ["BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE"];
  const at = (zone: string) => starts(own, talk(`DTSTART;TZID=${zone}:20260703T140000`, "DURATION:PT1H"))[0];
  for (const zone of ["GMT Standard Time", '"GMT Standard Time"', "/mozilla.org/20050126_1/Europe/London", '"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', "Europe/London"]) assert.equal(at(zone), "2026-07-03T13:00Z", zone);
  assert.equal(at("Customized Time Zone"), "2026-07-03T11:00Z");
  assert.equal(at("W. Europe Standard Time"), "2026-07-03T12:00Z");
});

test("a zone that nobody knows is told, and other events are read", () => {
  const found = read(event("UID:a", "SUMMARY:A", "DTSTART;TZID=Mars/Base:20260703T140000", "DURATION:PT1H"), talk(...LONDON));
  assert.deepEqual([found.events.length, found.problems], [1, [{ uid: "a", title: "A", reason: 'has a start that is in a time zone that we do not know, "Mars/Base": choose the time zone of London' }]]);
});

test("days without times are days, both included, whatever their end is", () => {
  assert.deepEqual(starts(talk("DTSTART;VALUE=DATE:20260703", "DTEND;VALUE=DATE:20260705")), ["2026-07-03/2026-07-04"]);
  assert.deepEqual(starts(talk("DTSTART;VALUE=DATE:20260703", "DTEND;VALUE=DATE:20260703")), ["2026-07-03/2026-07-03"]);
  assert.deepEqual(starts(talk("DTSTART:20260703")), ["2026-07-03/2026-07-03"]);
});

test("dates of a series are added, left out and moved, also where the change stands before the series", () => {
  const moved = talk("RECURRENCE-ID:20260711T090000Z", "DTSTART:20260711T150000Z", "DTEND:20260711T160000Z");
  const series = talk("DTSTART:20260704T090000Z", "DTEND:20260704T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20260718T090000Z", "RDATE:20260720T090000Z");
  const { events } = read(moved, series);
  assert.deepEqual(events.map(({ recurrence }) => recurrence).sort(), ["20260704T090000Z", "20260711T090000Z", "20260720T090000Z", "20260725T090000Z"]);
  assert.deepEqual(starts(moved, series)[0], "2026-07-11T15:00Z");
});

test("one date of a series that is cancelled is cancelled alone", () => {
  const { events } = read(talk("DTSTART:20260704T090000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2"), talk("RECURRENCE-ID:20260711T090000Z", "DTSTART:20260711T090000Z", "DURATION:PT1H", "STATUS:CANCELLED"));
  assert.deepEqual(events.map(({ recurrence, isCancelled }) => [recurrence, isCancelled]).sort(), [["20260704T090000Z", false], ["20260711T090000Z", true]]);
});

test("UNTIL may be of another kind than the start", () => {
  for (const until of ["20260717", "20260717T235900Z", "20260717T140000"]) {
    assert.equal(starts(talk("DTSTART;TZID=Europe/London:20260703T140000", "DURATION:PT1H", `RRULE:FREQ=WEEKLY;UNTIL=${until}`)).length, 3, until);
  }
});

test("a series that began long ago is read from now on, for 12 months, at most 200 times", () => {
  const found = starts(talk("DTSTART:19990101T090000Z", "DTEND:19990101T100000Z", "RRULE:FREQ=DAILY"));
  assert.deepEqual([found.length, found[0]], [200, "2026-03-03T09:00Z"]);
  assert.equal(starts(talk("DTSTART:20260101T090000Z", "DTEND:20260101T100000Z", "RRULE:FREQ=MONTHLY")).length, 12);
});

test("of one UID the highest SEQUENCE counts", () => {
  const { events } = read(talk("SEQUENCE:2", ...LONDON), event("UID:talk", "SUMMARY:Old", "SEQUENCE:1", ...LONDON));
  assert.deepEqual(events.map(({ title }) => title), ["Talk"]);
});

test("an event without a UID is known again by its title and start", () => {
  assert.equal(read(event("SUMMARY:Talk", ...LONDON)).events[0]?.uid, read(event("SUMMARY:Talk", "DESCRIPTION:x", ...LONDON)).events[0]?.uid);
});

const WRONG: [string[], RegExp][] = [
  [talk("DTSTART:2026070X", "DURATION:PT1H"), /start that cannot be read/],
  [talk("DTEND:20260703T140000"), /has no start/],
  [talk("DTSTART:20260703T140000"), /has no end: give it one/],
  [talk("DTSTART:20260703T140000", "DTEND:20260703T130000"), /does not end after it starts/],
  [talk("DTSTART:20260230T140000", "DURATION:PT1H"), /start that cannot be read/],
  [talk(...LONDON, "RRULE:FREQ=WEEKLY;BYDAY=XX"), /rule that cannot be read/],
  [talk(...LONDON, "RRULE:FREQ=SECONDLY"), /more often than once a day/],
  [talk(...LONDON, "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"), /more than one rule/],
  [talk(...LONDON, "CLASS:PRIVATE"), /marked as private/],
  [event("UID:x", ...LONDON), /has no title/],
  [talk("RECURRENCE-ID;RANGE=THISANDFUTURE:20261020T130000Z", ...LONDON), /all later dates at once/],
];
for (const [lines, reason] of WRONG) {
  test(`an event that ${reason.source} is told, and the next one is read`, () => {
    const found = read(lines, event("UID:good", "SUMMARY:Good", ...LONDON));
    assert.match(found.problems[0]?.reason ?? "", reason);
    assert.deepEqual(found.events.map(({ title }) => title), ["Good"]);
  });
}

test("rules that would go on without end are given up, and the rest is read", () => {
  const many = Array.from({ length: 12 }, (_, index) => event(`UID:${index}`, "SUMMARY:Daily", "DTSTART:19010101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"));
  assert.deepEqual(new Set(reasons(...many)), new Set(["repeats too many times: start the series later"]));
});

test("a mark at the start, bare line feeds, empty lines, tabs, double semicolons and broken folds are taken", () => {
  const text = `\uFEFF${calendar(talk("DESCRIPTION:Come and", "rest. Note: bring tea", "DTSTART;;TZID=Europe/London:20261020T140000", "DTEND;TZID=Europe/Lon\r\n\tdon:20261020T150000"))}`.replaceAll("\r\n", "\n").replaceAll("VERSION", "\n\nVERSION");
  const found = readCalendar(Buffer.from(text), NOW);
  assert.deepEqual([found.events[0]?.description, found.events.length, found.isWhole], ["Come and\nrest. Note: bring tea", 1, true]);
});

test("characters that a fold parts, other encodings, HTML and control characters come out as text", () => {
  const folded = Buffer.concat([Buffer.from(calendar(talk(...LONDON)).split("SUMMARY:Talk")[0]! + "SUMMARY:Caf"), Buffer.from([0xc3]), Buffer.from("\r\n "), Buffer.from([0xa9]), Buffer.from(calendar(talk(...LONDON)).split("SUMMARY:Talk")[1]!)]);
  assert.equal(readCalendar(folded, NOW).events[0]?.title, "Café");
  const text = calendar(event("UID:1", "SUMMARY:Café\u0007", "DESCRIPTION:<p>Rest &amp\\; talk</p><ul><li>Tea</li></ul>", ...LONDON));
  for (const bytes of [Buffer.from(text), Buffer.from(text, "latin1"), Buffer.from(`\uFEFF${text}`, "utf16le")]) {
    const [found] = readCalendar(bytes, NOW).events;
    assert.deepEqual([found?.title, found?.description], ["Café", "Rest & talk\n\n• Tea"]);
  }
});

test("a calendar that breaks off says so, and its last event is left out", () => {
  const found = readCalendar(Buffer.from(calendar(event("UID:good", "SUMMARY:Good", ...LONDON), talk(...LONDON)).split("END:VEVENT\r\nEND:VCAL")[0]!), NOW);
  assert.deepEqual([found.isWhole, found.events.map(({ title }) => title), found.problems[0]?.reason], [false, ["Good"], "breaks off: the calendar did not arrive whole"]);
});

test("what is no calendar, or too large, is refused with what to do", () => {
  const refused = (bytes: Buffer, message: RegExp) => assert.throws(() => readCalendar(bytes, NOW), { name: "UnreadableCalendarError", message });
  refused(Buffer.from("<html>Sign in</html>"), /no calendar at this address/);
  refused(Buffer.alloc(2 * 1024 * 1024 + 1, "a"), /larger than 2 MB/);
  refused(Buffer.from(calendar(...Array.from({ length: 5_001 }, () => event()))), /more than 5,000 entries/);
});

test("in its own thread a calendar is read alike, and one that cannot be is refused", async () => {
  assert.deepEqual(await readGuarded(Buffer.from(calendar(talk(...LONDON))), NOW), read(talk(...LONDON)));
  await assert.rejects(readGuarded(Buffer.from("x"), NOW), { name: "UnreadableCalendarError" });
});

const piece = fc.oneof(
  fc.constantFrom("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Own", "UID:a", "SUMMARY:x", " y", "\ufeff", "STATUS:CANCELLED"),
  fc.tuple(
    fc.constantFrom("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION", "RRULE", "EXRULE", "TZOFFSETTO", "TZOFFSETFROM", "SEQUENCE"),
    fc.constantFrom("", ";TZID=Own", ";TZID=Europe/London", ";VALUE=DATE", ";VALUE=PERIOD", ";", ";X=\"", ";TZID"),
    fc.oneof(fc.constantFrom("20260703", "20260703T140000", "20260703T140000Z", "20260230", "PT1H", "-P1D", "P", "FREQ=DAILY", "FREQ=MONTHLY;BYDAY=-1SU,+2MO", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "FREQ=YEARLY;BYYEARDAY=-366", "FREQ=MONTHLY;BYSETPOS=-5;BYDAY=MO", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;UNTIL=x", "+0100", "20260703T140000Z/PT1H"), fc.string()),
  ).map(([name, parameters, value]) => `${name}${parameters}:${value}`),
);
const broken = fc.array(piece, { maxLength: 30 }).map((lines) => Buffer.from(["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines].join("\r\n")));

test("any bytes end in events or a reason", () => {
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), broken), (bytes) => {
    try {
      const found = readCalendar(bytes, NOW);
      for (const { title, when } of found.events) assert.ok(title !== "" && ("startsAt" in when ? when.endsAt > when.startsAt : when.lastDay >= when.firstDay));
      for (const { reason } of found.problems) assert.notEqual(reason, "");
    } catch (error) {
      assert.ok(error instanceof UnreadableCalendarError, String(error));
    }
  }), { numRuns: 1_000 });
});
