import { after, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { sql } from "kysely";
import { createTestDatabase } from "../testing/database.ts";
import { until } from "../testing/until.ts";
import { addCalendar, claimDue, findCalendar, setFollowing, setMapping, type Calendar } from "./calendar-rows.ts";
import type { Fetched } from "./fetch-calendar.ts";
import { updateCalendar } from "./follow-calendar.ts";
import type { Mapping } from "./mapping.ts";
import { startCalendars } from "./start-calendars.ts";

const database = await createTestDatabase();
const { db } = database;
after(() => database.drop());
await sql`insert into organisation (slug, name, short_name, kind, scope) values ('north', 'North', 'North', 'charity', 'london')`.execute(db);
await sql`insert into language values ('en', 'English')`.execute(db);
await sql`insert into topic (slug, position, label, theme) values ('sleep', 1, 'Sleep', 'body'), ('work', 2, 'Work', 'practical')`.execute(db);
await sql`insert into venue (slug, name, address, postcode, latitude, longitude) values ('hall', 'Town Hall', '1 High Street', 'SE1 9RT', 51.5, -0.09), ('house', 'The House', '2 High Street', 'N1 1AA', 51.5, -0.1)`.execute(db);

const NOW = Date.parse("2026-03-02T12:00:00Z");
let now = NOW;
let body: string | Fetched;

const MAPPING: Mapping = {
  forWhom: "Everyone", summary: null, topics: ["work"], tumourGroups: [], format: "in-person", venue: "house", kind: "group-session", audience: ["patients"],
  bookingRoute: "here", bookingBy: ["self"], bookingUrl: null, capacity: 10, contactName: null, contactPhone: null, contactEmail: null, dayStart: null, dayEnd: null,
};

beforeEach(async () => {
  now = NOW;
  await db.deleteFrom("event").execute();
  await db.deleteFrom("calendar").execute();
  await db.updateTable("organisation").set({ trusted: true }).execute();
});

const event = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:${uid}`, "DTSTART:20260703T140000", "DTEND:20260703T150000", ...lines, "END:VEVENT"].join("\r\n");
const calendarOf = (...events: string[]) => ["BEGIN:VCALENDAR", ...events, "END:VCALENDAR", ""].join("\r\n");
const fetch = (): Promise<Fetched> => Promise.resolve(typeof body === "string" ? { kind: "body", bytes: Buffer.from(body), validators: { etag: null, lastModified: null } } : body);

async function followed(mapping = MAPPING): Promise<() => Promise<Calendar>> {
  const id = await addCalendar(db, { organisation: "north", address: "https://calendar.example/a.ics" });
  await setMapping(db, id, mapping);
  await setFollowing(db, id, true);
  return async () => {
    now += 3_600_000;
    await updateCalendar({ db, now: () => now, fetch }, (await findCalendar(db, "north", id))!);
    return (await findCalendar(db, "north", id))!;
  };
}

const rows = () => db.selectFrom("event").selectAll().orderBy("title").execute();
const states = async () => (await rows()).map(({ title, status }) => `${title} ${status}`);
const changeNumber = async () => (await db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow()).number;

test("events of a calendar are published with what the mapping adds; fetched again, nothing changes", async () => {
  const update = await followed();
  body = calendarOf(event("a", "LOCATION:Somewhere\\, London SE1 9RT", "CATEGORIES:sleep,Unknown"), event("b", "LOCATION:https://meet.example/1"), event("c"));
  const { result, id } = await update();
  assert.deepEqual([result?.added, result?.problems], [3, []]);
  const [a, b, c] = await rows();
  assert.deepEqual([a?.venue, b?.format, b?.join_url, c?.venue, c?.capacity, c?.import_key], ["hall", "online", "https://meet.example/1", "house", 10, `ics:${id}:c:`]);
  assert.deepEqual(await db.selectFrom("event_topic").select("topic").where("event_id", "=", a!.id).orderBy("topic").execute(), [{ topic: "sleep" }, { topic: "work" }]);
  const before = await changeNumber();
  assert.deepEqual((await update()).result, { added: 0, changed: 0, unchanged: 3, cancelled: 0, problems: [], missing: [] });
  assert.equal(await changeNumber(), before);
});

test("what the calendar changes is changed; what an organiser changed by hand stays theirs, and so do places", async () => {
  const update = await followed();
  body = calendarOf(event("a"));
  await update();
  await db.updateTable("event").set({ capacity: 4, title: "By hand" }).execute();
  body = calendarOf(event("a", "DESCRIPTION:New").replace("SUMMARY:a", "SUMMARY:Renamed").replaceAll("T14", "T13"));
  assert.equal((await update()).result?.changed, 1);
  const [row] = await rows();
  assert.deepEqual([row?.capacity, row?.title, row?.summary, row?.starts_at.toISOString()], [4, "By hand", "New", "2026-07-03T12:00:00.000Z"]);
});

test("an empty, broken or missing source withdraws nothing, and says what is wrong", async () => {
  const update = await followed();
  body = calendarOf(event("a"), event("b"));
  await update();
  const bad: (string | Fetched)[] = [
    "", "<html></html>", calendarOf(), calendarOf(event("old").replaceAll("2026", "2019")), calendarOf(event("a")).split("END:VCAL")[0]!, { kind: "failed", reason: "Gone" },
  ];
  for (const source of bad) {
    body = source;
    for (let times = 0; times < 3; times += 1) await update();
    assert.deepEqual(await states(), ["a published", "b published"], String(source).slice(0, 30));
  }
  assert.equal((await update()).failure, "Gone");
});

test("an event that is gone is cancelled the second time, unless somebody has booked it", async () => {
  const update = await followed();
  body = calendarOf(event("a"), event("b"), event("c"));
  await update();
  await db.updateTable("event").set({ places_taken: 1 }).where("title", "=", "c").execute();
  body = calendarOf(event("a"));
  assert.deepEqual((await update()).result?.missing.map(({ title }) => title).sort(), ["b", "c"]);
  assert.deepEqual(await states(), ["a published", "b published", "c published"]);
  const { result } = await update();
  assert.deepEqual([result?.cancelled, result?.missing.map(({ title }) => title)], [1, ["c"]]);
  assert.deepEqual(await states(), ["a published", "b cancelled", "c published"]);
  body = calendarOf(event("a"), event("b"), event("c"));
  await update();
  assert.deepEqual(await states(), ["a published", "b published", "c published"]);
});

test("an event that cannot be read any more is not gone", async () => {
  const update = await followed();
  body = calendarOf(event("a"), event("b"));
  await update();
  body = calendarOf(event("a"), event("b").replace("DTSTART:2026", "DTSTART:XXXX"));
  for (let times = 0; times < 3; times += 1) await update();
  assert.deepEqual(await states(), ["a published", "b published"]);
});

test("what the calendar cancels is cancelled, and one that was cancelled by hand stays so", async () => {
  const update = await followed();
  body = calendarOf(event("a"), event("b"));
  await update();
  await db.updateTable("event").set({ status: "cancelled" }).where("title", "=", "b").execute();
  body = calendarOf(event("a", "STATUS:CANCELLED"), event("b", "DESCRIPTION:x"), event("never", "STATUS:CANCELLED"));
  await update();
  assert.deepEqual(await states(), ["a cancelled", "b cancelled"]);
});

test("new events of an organisation that is not trusted yet wait, and are taken back when they are gone", async () => {
  await db.updateTable("organisation").set({ trusted: false }).execute();
  const update = await followed();
  body = calendarOf(event("a"), event("b"));
  await update();
  assert.deepEqual(await states(), ["a awaiting-moderation", "b awaiting-moderation"]);
  body = calendarOf(event("a"));
  await update();
  await update();
  assert.deepEqual(await states(), ["a awaiting-moderation", "b draft"]);
});

test("events that the directory cannot take are told, with what to do", async () => {
  const update = await followed({ ...MAPPING, venue: null, bookingRoute: "organiser" });
  body = calendarOf(event("a"), event("b", "LOCATION:Nowhere Hall"), event("c", "LOCATION:Town Hall"), event("d", "LOCATION:Town Hall", "URL:https://book.example/").replaceAll("T140000", "").replaceAll("T150000", ""), event("e", "LOCATION:Town Hall", "URL:https://book.example/"));
  const { result } = await update();
  assert.deepEqual(result?.problems.map(({ title, reason }) => `${title} ${reason}`), [
    "a has no place: give it one, or choose one below",
    'b is at a place that we do not know, "Nowhere Hall": choose a place below',
    "c has no web address for booking: give it one, or enter one below",
    "d is for whole days: give it a start and an end, or say below when such days start and end",
  ]);
  assert.equal((await rows())[0]?.booking_url, "https://book.example/");
});

test("a place, topic or cancer that the directory no longer has spoils nothing", async () => {
  const update = await followed({ ...MAPPING, venue: "merged-away", topics: ["work", "gone"], tumourGroups: ["gone"] });
  body = calendarOf(event("a"), event("b", "LOCATION:Town Hall"));
  const { result } = await update();
  assert.deepEqual([result?.added, result?.problems.map(({ reason }) => reason)], [1, ["has no place: give it one, or choose one below"]]);
});

test("a calendar that did not change still brings the dates that come into reach", async () => {
  const update = await followed();
  body = calendarOf(event("a", "RRULE:FREQ=MONTHLY"));
  await update();
  const before = (await rows()).length;
  body = { kind: "unchanged" };
  now += 62 * 86_400_000;
  await update();
  assert.ok((await rows()).length > before);
});

test("two services share the hour: each calendar is taken once, and by the worker brought in", async () => {
  const update = await followed();
  body = calendarOf(event("a"));
  await update();
  const later = now + 2 * 3_600_000;
  await db.updateTable("calendar").set({ next_fetch_at: new Date(later) }).execute();
  assert.equal(await claimDue(db, later - 1), undefined);
  const claimed = await Promise.all([claimDue(db, later), claimDue(db, later)]);
  assert.equal(claimed.filter((one) => one !== undefined).length, 1);
  body = calendarOf(event("a"), event("b"));
  const lines: string[] = [];
  const worker = startCalendars({ databaseUrl: database.url, log: (line) => lines.push(line), everyMs: 20, now: () => later + 3_600_000, fetch });
  await until(async () => (await states()).length === 2, "the second event");
  await worker.close();
  assert.deepEqual(lines, []);
});
