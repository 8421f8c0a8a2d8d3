import { after, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { createTestDatabase } from "../testing/database.ts";
import { importEvents } from "./events.ts";

const database = await createTestDatabase();
const { db } = database;
after(() => database.drop());

before(async () => {
  await sql`insert into organisation (slug, name, short_name, kind, scope) values
    ('uclh', 'University College London Hospitals', 'UCLH', 'nhs-trust', 'london'), ('maggies', 'Maggie''s', 'Maggie''s', 'charity', 'national')`.execute(db);
  await sql`insert into language values ('en', 'English'), ('cy', 'Welsh')`.execute(db);
  await sql`insert into topic (slug, position, label, theme) values ('fatigue', 1, 'Tiredness', 'body'), ('sleep', 2, 'Sleep', 'body')`.execute(db);
  await sql`insert into venue (slug, name, address, postcode, latitude, longitude) values ('hall', 'Town Hall', '1 High Street', 'SE1 9RT', 51.5, -0.09)`.execute(db);
});
beforeEach(async () => {
  await sql`delete from event`.execute(db);
});

const RIGHT: Record<string, string> = {
  reference: "A1", organiser: "uclh", title: "Rest well", "for whom": "Everyone", summary: "How to rest.", date: "2027-12-03",
  "start time": "2pm", "end time": "5pm", format: "in-person", venue: "Town Hall", kind: "group-session", audience: "patients",
  booking: "here", "who can book": "self", topics: "sleep", sessions: "2pm to 3pm One|3pm to 4pm Two", capacity: "20",
};

function file(...changes: Record<string, string>[]): Uint8Array {
  const rows = changes.map((change): Record<string, string> => ({ ...RIGHT, ...change }));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Buffer.from([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((cells) => cells.join(",")).join("\n"));
}

const changeNumber = async () => (await db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow()).number;

/** Everything that the directory holds of its events. */
async function everything(): Promise<unknown> {
  return {
    events: await db.selectFrom("event").selectAll().orderBy("import_key").execute(),
    sessions: await db.selectFrom("session").selectAll().orderBy("event_id").orderBy("position").execute(),
    topics: await db.selectFrom("event_topic").selectAll().orderBy("event_id").orderBy("topic").execute(),
    languages: await db.selectFrom("event_language").selectAll().orderBy("event_id").execute(),
    number: await changeNumber(),
  };
}

const eventOf = (key: string) => db.selectFrom("event").selectAll().where("import_key", "=", key).executeTakeFirstOrThrow();
const counts = ({ added, changed, unchanged, problems }: { added: number; changed: number; unchanged: number; problems: unknown[] }) =>
  ({ added, changed, unchanged, problems: problems.length });

test("rows become published events with all that belongs to them", async () => {
  const report = await importEvents(db, file({}, { reference: "A2", title: "Sleep & dreams", languages: "Welsh", series: "Tuesday talks" }));
  assert.deepEqual(counts(report), { added: 2, changed: 0, unchanged: 0, problems: 0 });
  const event = await eventOf("A2");
  assert.deepEqual([event.status, event.slug, event.venue, event.revision, event.sample], ["published", "sleep-dreams-2027-12-03", "hall", 0, false]);
  const series = await db.selectFrom("series").selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([series.slug, series.title, series.organisation], [event.series, "Tuesday talks", "uclh"]);
  const sessions = await db.selectFrom("session").select("title").where("event_id", "=", event.id).orderBy("position").execute();
  assert.deepEqual(sessions.map(({ title }) => title), ["One", "Two"]);
});

test("run twice, an import changes nothing: no revision, no change number, no id", async () => {
  const bytes = file({ series: "Look-Good" }, { reference: "A2", series: "look good", partners: "maggies", topics: "sleep|fatigue" });
  await importEvents(db, bytes);
  const first = await everything();
  assert.deepEqual(counts(await importEvents(db, bytes)), { added: 0, changed: 0, unchanged: 2, problems: 0 });
  assert.deepEqual(await everything(), first);
});

test("an edited row changes that event alone, which keeps its id, slug and session ids", async () => {
  await importEvents(db, file({}, { reference: "A2" }));
  const [edited, other] = [await eventOf("A1"), await eventOf("A2")];
  const sessions = await db.selectFrom("session").selectAll().where("event_id", "=", edited.id).orderBy("position").execute();
  const number = await changeNumber();
  const report = await importEvents(db, file({ title: "Rest better", topics: "fatigue", sessions: "2pm to 3pm One|3.30pm to 4pm Second" }, { reference: "A2" }));
  assert.deepEqual(counts(report), { added: 0, changed: 1, unchanged: 1, problems: 0 });
  const now = await eventOf("A1");
  assert.deepEqual([now.id, now.slug, now.title, now.revision], [edited.id, edited.slug, "Rest better", 1]);
  assert.deepEqual(await eventOf("A2"), other);
  const after = await db.selectFrom("session").selectAll().where("event_id", "=", edited.id).orderBy("position").execute();
  assert.deepEqual(after.map(({ id }) => id), sessions.map(({ id }) => id));
  assert.equal(after[1]?.title, "Second");
  const changes = await db.selectFrom("change").select("event_id").where("number", ">", number).execute();
  assert.deepEqual([...new Set(changes.map(({ event_id }) => event_id))], [edited.id]);
});

test("a row that changes only its topics or sessions is one revision", async () => {
  await importEvents(db, file({}));
  const report = await importEvents(db, file({ topics: "fatigue", sessions: "2pm to 3pm One" }));
  assert.equal(report.changed, 1);
  assert.equal((await eventOf("A1")).revision, 1);
  assert.equal((await db.selectFrom("session").select("id").execute()).length, 1);
});

test("good rows land although others are bad", async () => {
  const report = await importEvents(db, file({}, { reference: "A2", date: "soon", kind: "party" }, { reference: "A3" }));
  assert.equal(report.added, 2);
  assert.deepEqual(report.problems.map(({ line, column }) => [line, column]), [[3, "date"], [3, "kind"]]);
});

test("events of one title and day get slugs of their own", async () => {
  await importEvents(db, file({}, { reference: "A2" }, { reference: "A1", organiser: "maggies" }));
  const slugs = (await db.selectFrom("event").select("slug").execute()).map(({ slug }) => slug);
  assert.equal(new Set(slugs).size, 3);
  assert.ok(slugs.includes("rest-well-2027-12-03"));
});

test("a title with no Latin letter, or a very long one, still gives an address", async () => {
  const report = await importEvents(db, file({ title: "支援小組" }, { reference: "A2", title: "long ".repeat(40).trim() }, { reference: "A3", title: "x".repeat(200) }));
  assert.equal(report.added, 3);
  assert.equal((await eventOf("A1")).slug, "event-2027-12-03");
});

test("a capacity below the places taken is told, and so is the end of a waiting list with people on it", async () => {
  await importEvents(db, file({}, { reference: "A2", "waiting list": "yes" }));
  await sql`update event set places_taken = 12 where import_key = 'A1'`.execute(db);
  await sql`update event set places_taken = 20, waiting_count = 3 where import_key = 'A2'`.execute(db);
  const report = await importEvents(db, file({ capacity: "11", title: "No" }, { reference: "A2", "waiting list": "no" }, { reference: "A3" }));
  assert.deepEqual(report.problems, [
    { line: 2, column: "capacity", reason: "is 11, but 12 places are taken" },
    { line: 3, column: "waiting list", reason: "cannot be no: 3 people are waiting" },
  ]);
  assert.deepEqual([report.added, (await eventOf("A1")).title], [1, "Rest well"]);
});

test("an event that was cancelled since stays so, unless its row tells a status", async () => {
  await importEvents(db, file({}));
  await sql`update event set status = 'cancelled', status_note = 'The room flooded' where import_key = 'A1'`.execute(db);
  assert.deepEqual(counts(await importEvents(db, file({}))), { added: 0, changed: 0, unchanged: 1, problems: 0 });
  await importEvents(db, file({ status: "postponed", "previous date": "2027-12-01", "previous start time": "2pm" }));
  const { status, status_note, previous_starts_at } = await eventOf("A1");
  assert.deepEqual([status, status_note, previous_starts_at?.toISOString()], ["postponed", null, "2027-12-01T14:00:00.000Z"]);
});

test("a dry run tells the same and writes nothing", async () => {
  await importEvents(db, file({}));
  const before = await everything();
  const report = await importEvents(db, file({ title: "Other" }, { reference: "A2", series: "New talks" }), { dryRun: true });
  assert.deepEqual(counts(report), { added: 1, changed: 1, unchanged: 0, problems: 0 });
  assert.deepEqual(await everything(), before);
});

test("two imports of one file at the same time add each event once", async () => {
  const bytes = file({}, { reference: "A2" });
  const reports = await Promise.all([importEvents(db, bytes), importEvents(db, bytes)]);
  assert.deepEqual(reports.map(({ added }) => added).sort(), [0, 2]);
});

test("as a program it tells each bad row, and ends with code 1 if there was one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "import-"));
  const run = async (content: Uint8Array | undefined, ...flags: string[]) => {
    const path = join(folder, "events.csv");
    if (content) await writeFile(path, content);
    return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
      const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: folder };
      execFile(process.execPath, [new URL("events.ts", import.meta.url).pathname, content ? path : join(folder, "none.csv"), ...flags], { env }, (error, out, err) =>
        resolve({ code: error ? error.code : 0, out, err }));
    });
  };
  try {
    assert.deepEqual(await run(undefined), { code: 1, out: "", err: `${join(folder, "none.csv")} cannot be read: there is no such file.\n` });
    assert.deepEqual(await run(file({}), "--dry-run"), { code: 0, out: "1 event would be added, 0 changed, 0 already up to date, 0 rows left out. Nothing was written.\n", err: "" });
    assert.deepEqual(await run(file({}, { reference: "A2", breaks: "maybe" })), {
      code: 1,
      out: "1 event added, 0 changed, 0 already up to date, 1 row left out.\n",
      err: 'Line 3, breaks: "maybe" is neither yes nor no.\n',
    });
    assert.match((await run(file({}), "--wet-run")).err, /^Usage: npm run import/);
    assert.match((await run(Buffer.from("reference\n1"))).err, /It lacks: "organiser"/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
