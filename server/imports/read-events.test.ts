import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Names, type Lookup } from "./names.ts";
import { readEvents } from "./read-events.ts";
import { UnreadableFileError } from "./unreadable-file.ts";

const named = (entries: Record<string, string>) => new Names(Object.entries(entries).map(([slug, name]) => ({ slug, names: [name] })));

const lookup: Lookup = {
  organisations: named({ uclh: "University College London Hospitals", maggies: "Maggie's" }),
  venues: named({ "uch-macmillan-cancer-centre": "University College Hospital Macmillan Cancer Centre", "hall-a": "Town Hall", "hall-b": "Town Hall" }),
  topics: named({ fatigue: "Tiredness and fatigue", sleep: "Sleep", nutrition: "Eating well", "physical-activity": "Being active", "money-and-benefits": "Money and benefits" }),
  tumourGroups: named({ breast: "Breast cancer", colorectal: "Bowel cancer" }),
  stages: named({ "during-treatment": "Having treatment", "after-treatment": "After treatment", "end-of-treatment": "Finishing treatment" }),
  languages: named({ en: "English", cy: "Welsh" }),
  series: new Map([["uclh", named({ "talks-of-uclh": "Tuesday talks" })]]),
};

const RIGHT: Record<string, string> = {
  reference: "A1", organiser: "uclh", title: "Rest well", "for whom": "Everyone", summary: "How to rest.", date: "2026-12-03",
  "start time": "2pm", "end time": "15:30", format: "online", kind: "group-session", audience: "patients", booking: "here", "who can book": "self",
};

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

function file(...rows: Record<string, string>[]): Uint8Array {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return new TextEncoder().encode(lines.map((cells) => cells.map(cell).join(",")).join("\r\n"));
}

const read = (...rows: Record<string, string>[]) => readEvents(file(...rows), lookup);
const problemsOf = (change: Record<string, string>) => read({ ...RIGHT, ...change }).problems.map(({ column, reason }) => `${column}: ${reason}`);

test("the example file is right", () => {
  const { rows, problems, unknownColumns } = readEvents(readFileSync(new URL("example.csv", import.meta.url)), lookup);
  assert.deepEqual(problems, []);
  assert.deepEqual(unknownColumns, []);
  assert.equal(rows.length, 3);
  assert.equal(rows[1]?.event.sessions.length, 3);
  assert.deepEqual(rows.map(({ line }) => line), [2, 5, 8]);
});

test("a row with only the required columns is an event with plain defaults", () => {
  const [row] = read(RIGHT).rows;
  assert.deepEqual(row, {
    line: 2,
    event: {
      reference: "A1", organiser: "uclh", partners: [], series: null, venue: null, title: "Rest well", forWhom: "Everyone",
      summary: "How to rest.", whatHappens: null, whatToBring: null, startsAt: Date.parse("2026-12-03T14:00Z"),
      endsAt: Date.parse("2026-12-03T15:30Z"), sessions: [], format: "online", kind: "group-session", audience: ["patients"],
      topics: [], tumourGroups: [], stages: [], languages: ["en"], effort: null, breaks: null, bsl: "no", interpreter: "no",
      askBy: null, cost: null, contactName: null, contactPhone: null, contactEmail: null, capacity: null, waitingList: false,
      bookingRoute: "here", bookingBy: ["self"], bookingUrl: null, bookingNote: null, joinUrl: null, status: null,
      statusNote: null, previousStartsAt: null, lastConfirmed: null,
    },
  });
});

test("things are found by slug or by name, and lists are parted by | or ;", () => {
  const [row] = read({ ...RIGHT, organiser: "university college london hospitals", partners: "Maggies", topics: "Eating well; sleep", "cancer types": "Bowel cancer|breast", languages: "Welsh", series: "tuesday talks" }).rows;
  assert.deepEqual(
    [row?.event.organiser, row?.event.partners, row?.event.topics, row?.event.tumourGroups, row?.event.languages, row?.event.series?.slug],
    ["uclh", ["maggies"], ["nutrition", "sleep"], ["breast", "colorectal"], ["cy"], "talks-of-uclh"],
  );
});

test("a new series gets the same slug however its name is written", () => {
  const slugs = ["Look Good", "look-good", "LOOK  GOOD"].map((series) => read({ ...RIGHT, series }).rows[0]?.event.series?.slug);
  assert.match(slugs[0] ?? "", /^look-good-[0-9a-f]{16}$/);
  assert.equal(new Set(slugs).size, 1);
});

test("the hour that a session is on a day of its own is read", () => {
  const [row] = read({ ...RIGHT, "end date": "17/12/2026", sessions: "2026-12-10 2pm to 3pm Two | 2pm to 3pm One" }).rows;
  assert.deepEqual(row?.event.sessions.map(({ title, startsAt, alone }) => [title, new Date(startsAt).toISOString(), alone]), [
    ["One", "2026-12-03T14:00:00.000Z", false], ["Two", "2026-12-10T14:00:00.000Z", false],
  ]);
});

test("all problems of a row are told at once, with the line on which it starts", () => {
  const bad = { ...RIGHT, reference: "", title: "x".repeat(201), date: "31/11/2026", format: "zoom", organiser: "nobody", topics: "sleep|flying", capacity: "-1" };
  const { rows, problems } = read({ ...RIGHT, "what happens": "One\ntwo" }, bad);
  assert.equal(rows.length, 1);
  assert.deepEqual(problems.map(({ line, column }) => `${line} ${column}`), ["4 organiser", "4 reference", "4 title", "4 date", "4 format", "4 topics", "4 capacity"]);
});

const WRONG: [Record<string, string>, string][] = [
  [{ "end time": "1pm" }, "end time: the event does not end after it starts"],
  [{ date: "2027-03-28", "start time": "01:30" }, "start time: is a time that the clocks leave out that night"],
  [{ format: "in-person" }, "venue: is empty, but the format is in-person"],
  [{ venue: "hall-a" }, "venue: is given, but the format is online"],
  [{ venue: "Town Hall", format: "hybrid" }, 'venue: more than one venue is called "Town Hall": use one of hall-a, hall-b'],
  [{ booking: "organiser" }, "booking link: is empty, but booking is at the organiser"],
  [{ booking: "phone" }, "contact phone: is empty, but booking is by phone"],
  [{ "contact phone": "020 7946 0018" }, "contact name: is empty, but there is a way to reach the contact"],
  [{ "contact name": "Desk", "contact email": "desk" }, "contact email: is not an e-mail address"],
  [{ "waiting list": "yes" }, "capacity: is empty, but there is a waiting list"],
  [{ "waiting list": "perhaps" }, 'waiting list: "perhaps" is neither yes nor no'],
  [{ audience: "" }, "audience: is empty"],
  [{ "who can book": "self|nurse" }, 'who can book: "nurse" is not one of: self, professional'],
  [{ "join link": "http://example.org" }, 'join link: "http://example.org" is not an address that starts with https://'],
  [{ "booking link": "https://" }, 'booking link: "https://" is not an address that starts with https://'],
  [{ title: "a\u0000b" }, "title: holds a character that cannot be shown: type the text again"],
  [{ status: "draft" }, 'status: "draft" is not one of: published, cancelled, postponed'],
  [{ "status note": "The room is closed" }, "status: is empty, but there is a status note"],
  [{ "previous date": "2026-12-01", "previous start time": "2pm" }, "previous date: is only for an event whose status is postponed"],
  [{ status: "postponed", "previous date": "2026-12-01" }, "previous start time: is empty, but there is a previous date"],
  [{ sessions: "Welcome" }, 'sessions: session 1 is not like "14:00 to 15:00 Title" or "2026-12-03 14:00 to 15:00 Title"'],
  [{ sessions: "2pm to 3pm One|3pm to 4pm Two" }, "sessions: session 2 does not lie between the start and the end of the event"],
  [{ "cancer types": "all cancers|breast" }, "cancer types: names all cancers, and single ones too"],
];

for (const [change, problem] of WRONG) {
  test(`told: ${problem}`, () => assert.deepEqual(problemsOf(change), [problem]));
}

test("of a row with nothing but wrong words 20 problems are told, and the next row has its own", () => {
  const wrong = { topics: Array.from({ length: 1_000 }, (_, index) => `x${index}`).join("|").slice(0, 1_990), languages: "Elvish" };
  const { problems } = read({ ...RIGHT, ...wrong }, { ...RIGHT, reference: "A2", ...wrong });
  assert.deepEqual([2, 3].map((line) => problems.filter((problem) => problem.line === line).length), [20, 20]);
});

test("of two rows with one organiser and reference the second is left out", () => {
  const { rows, problems } = read(RIGHT, { ...RIGHT, title: "Another" }, { ...RIGHT, organiser: "maggies" });
  assert.deepEqual(rows.map(({ event }) => event.organiser), ["uclh", "maggies"]);
  assert.deepEqual(problems, [{ line: 3, column: "reference", reason: "is that of line 2 too" }]);
});

test("a file without the required columns, or with one twice, is refused as a whole", () => {
  const { reference: _, "start time": __, ...rest } = RIGHT;
  assert.throws(() => read(rest), { name: UnreadableFileError.name, message: 'The first row of the file must name its columns. It lacks: "reference", "start time".' });
  assert.throws(() => read({ ...RIGHT, Title: "x" }), { name: UnreadableFileError.name, message: /more than one column named "title"/ });
  assert.throws(() => readEvents(new Uint8Array(), lookup), UnreadableFileError);
});

test("headings may be written Start-Time or start_time, and one that is not known is told", () => {
  const { "start time": start, ...rest } = RIGHT;
  const { rows, unknownColumns } = read({ ...rest, "Start_Time": start ?? "", Notes: "call Ann" });
  assert.equal(rows.length, 1);
  assert.deepEqual(unknownColumns, ["Notes"]);
});

test("text that spilled over the last column is told", () => {
  const row = `${Object.values(RIGHT).join(",")},more`;
  const { problems } = readEvents(new TextEncoder().encode(`${Object.keys(RIGHT).join(",")}\n${row}`), lookup);
  assert.match(problems[0]?.reason ?? "", /more cells than the first row/);
});
