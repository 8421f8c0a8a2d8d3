import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { workbookOf } from "../../imports/testing/workbook.ts";
import type { Person, Seen } from "../../referrals/pages/testing/person.ts";
import { openTestDesk, type TestDesk } from "../testing/desk-service.ts";
import { uploadFile } from "../testing/upload.ts";

let desk: TestDesk;
let now = Date.parse("2026-03-02T12:00:00Z");
before(async () => {
  desk = await openTestDesk({ now: () => now });
  for (const slug of ["north", "south"]) await desk.organisation(slug);
  await desk.database.db.insertInto("language").values({ code: "en", label: "English" }).execute();
});
after(() => desk.close());
beforeEach(async () => { await desk.database.db.deleteFrom("event").execute(); });

const RIGHT: Record<string, string> = {
  reference: "A1", title: "Rest well", "for whom": "Everyone", summary: "How to rest.", date: "2026-12-03", "start time": "2pm",
  "end time": "15:30", format: "online", kind: "group-session", audience: "patients", booking: "here", "who can book": "self", capacity: "20",
};

function table(...changes: Record<string, string>[]): string[][] {
  const rows = changes.map((change): Record<string, string> => ({ ...RIGHT, ...change }));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
}

const csv = (...changes: Record<string, string>[]) => ({ name: "events.csv", bytes: Buffer.from(table(...changes).map((cells) => cells.join(",")).join("\n")) });

async function bring(person: Person, file: { name: string; bytes: Uint8Array }): Promise<Seen> {
  await person.get("/desk/import");
  return uploadFile(person, "/desk/import", file);
}

const counts = ({ text }: Seen) => /New (\d+) Changed (\d+) The same (\d+) Left out (\d+)/.exec(text)?.slice(1).map(Number);
const titles = async () => (await desk.database.db.selectFrom("event").select("title").where("organisation", "=", "north").orderBy("title").execute()).map(({ title }) => title);

test("nothing is published by looking; what is confirmed is published, and says so", async () => {
  const person = desk.organiser("north");
  const page = await bring(person, csv({}, { reference: "A2", title: "Sleep" }));
  assert.deepEqual(counts(page), [2, 0, 0, 0]);
  assert.deepEqual(await titles(), []);
  const report = await person.submit({});
  assert.match(report.text, /2 events added, 0 changed, 0 the same/);
  const [event] = await desk.database.db.selectFrom("event").selectAll().where("import_key", "=", "A1").execute();
  assert.deepEqual([event?.organisation, event?.status, event?.last_confirmed], ["north", "published", "2026-03-02"]);
});

test("the same file again changes nothing, and a changed row shows what was and what will be", async () => {
  const person = desk.organiser("north");
  await bring(person, csv({}, { reference: "A2" }));
  await person.submit({});
  assert.deepEqual(counts(await bring(person, csv({}, { reference: "A2" }))), [0, 0, 2, 0]);
  assert.match(person.page?.text ?? "", /There is nothing to bring in/);
  const page = await bring(person, csv({ title: "Rest better", capacity: "30" }, { reference: "A2" }));
  assert.deepEqual(counts(page), [0, 1, 1, 0]);
  assert.match(page.text, /Title : Rest well to Rest better Capacity : 20 places to 30 places/);
});

test("of 500 rows with 50 faults 450 become events, and each fault is told by line, column and what to do", async () => {
  const faults: [Record<string, string>, RegExp][] = [
    [{ date: "31/11/2026" }, /Date "31\/11\/2026" is not a date such as 2026-12-03/],
    [{ format: "zoom" }, /Format "zoom" is not one of: in-person, online/],
    [{ title: "" }, /Title is empty/],
    [{ "start time": "late" }, /Start time "late" is not a time such as 14:00 or 2pm/],
    [{ organiser: "south" }, /Organiser is another organisation: write "north", or leave the cell empty/],
  ];
  const rows = Array.from({ length: 500 }, (_, index) => ({ organiser: "", reference: `R${index}`, title: `Event ${index}`, ...(index % 10 === 3 ? faults[(index - 3) / 10 % 5]![0] : {}) }));
  const person = desk.organiser("north");
  const page = await bring(person, csv(...rows));
  assert.deepEqual(counts(page), [450, 0, 0, 50]);
  const reports = Array.from(page.text.replaceAll("&quot;", '"').matchAll(/Line (\d+) Column ([a-z ]+?) What is wrong (.+?\.)(?= Line \d| New )/g), ([, line, , reason]) => ({ line: Number(line), reason: reason! }));
  assert.equal(reports.length, 50);
  for (const [index, { line, reason }] of reports.entries()) {
    assert.equal(line, index * 10 + 5);
    assert.match(reason, faults[index % 5]![1]);
  }
  const report = await person.submit({});
  assert.match(report.text, /450 events added/);
  assert.equal(report.text.match(/What is wrong (?!Line)/g)?.length, 50);
  assert.equal((await titles()).length, 450);
  assert.deepEqual(counts(await bring(person, csv(...rows))), [0, 0, 450, 50]);
});

test("a workbook is brought in like a CSV file", async () => {
  const person = desk.organiser("north");
  const rows: (string | number | { serial: number })[][] = table({});
  rows[1]![rows[0]!.indexOf("date")] = { serial: 46359 };
  assert.deepEqual(counts(await bring(person, { name: "events.xlsx", bytes: workbookOf(rows) })), [1, 0, 0, 0]);
  assert.match(person.page?.text ?? "", /Thursday 3 December 2026/);
});

test("a file that cannot be read, none at all, or one without rows brings back the page with the reason", async () => {
  const person = desk.organiser("north");
  const reasons: [Buffer, RegExp][] = [
    [Buffer.from("a,b\n1,2"), /must name its columns/], [Buffer.alloc(0), /Choose a file/], [Buffer.from(table()[0]!.join(",") + Object.keys(RIGHT).join(",")), /has no rows/],
    [Buffer.alloc(5 * 1024 * 1024 + 1, "a"), /larger than 5 MB/], [Buffer.from("PK\x03\x04nonsense"), /damaged/],
  ];
  for (const [bytes, reason] of reasons) {
    const page = await bring(person, { name: "x.csv", bytes });
    assert.match(page.text, reason);
    assert.deepEqual([page.status, page.title.startsWith("Error: ")], [422, true]);
  }
});

test("a file is seen by nobody else, and is gone after an hour", async () => {
  const person = desk.organiser("north");
  const { path } = await bring(person, csv({}));
  assert.equal((await desk.organiser("north").get(path)).status, 404);
  assert.equal((await desk.organiser("south").get(path)).status, 404);
  now += 3_600_000;
  assert.equal((await person.get(path)).status, 404);
  await bring(person, csv({}));
  const kept = await desk.database.db.selectFrom("kept_file").select("id").execute();
  assert.deepEqual(kept.map(({ id }) => `/desk/import/${id}`), [person.page?.path]);
});

test("events of an organisation that is not trusted yet wait for its alliance", async () => {
  await desk.database.db.updateTable("organisation").set({ trusted: false }).where("slug", "=", "north").execute();
  const person = desk.organiser("north");
  assert.match((await bring(person, csv({}))).text, /cancer alliance looks at new events/);
  await person.submit({});
  assert.deepEqual(await desk.database.db.selectFrom("event").select("status").execute(), [{ status: "awaiting-moderation" }]);
  assert.deepEqual(counts(await bring(person, csv({}))), [0, 0, 1, 0]);
  await desk.database.db.updateTable("organisation").set({ trusted: true }).execute();
});

test("a form without the token of this browser brings in nothing", async () => {
  const person = desk.organiser("north");
  await person.get("/desk/import");
  person.page!.html = "";
  assert.equal((await uploadFile(person, "/desk/import", csv({}))).status, 403);
});
