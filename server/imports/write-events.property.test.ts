import { after, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { sql } from "kysely";
import { createTestDatabase } from "../testing/database.ts";
import { arbitraryImportedEvents, SLUGS } from "./testing/random-rows.ts";
import { writeEvents } from "./write-events.ts";

const database = await createTestDatabase();
const { db } = database;
after(() => database.drop());

async function addReference(): Promise<void> {
  for (const [index, slug] of SLUGS.entries()) {
    await sql`insert into organisation (slug, name, short_name, kind, scope) values (${slug}, ${slug}, ${slug}, 'charity', 'london')`.execute(db);
    await sql`insert into venue (slug, name, address, postcode, latitude, longitude) values (${slug}, ${slug}, 'London', 'SE1 9RT', 51.5, -0.1)`.execute(db);
    await sql`insert into topic (slug, position, label, theme) values (${slug}, ${index}, ${slug}, 'body')`.execute(db);
    await sql`insert into tumour_group (slug, position, label, nhs_tumour_group) values (${slug}, ${index}, ${slug}, 'Any')`.execute(db);
    await sql`insert into stage (slug, position, label) values (${slug}, ${index}, ${slug})`.execute(db);
    await sql`insert into series (slug, title, organisation) values (${slug}, ${slug}, ${slug})`.execute(db);
  }
  await sql`insert into language values ('en', 'English'), ('cy', 'Welsh')`.execute(db);
}

test("the database takes every row that the reader takes, and a second time there is nothing to write", async () => {
  await addReference();
  await fc.assert(fc.asyncProperty(arbitraryImportedEvents(5), async (events) => {
    const rows = events.map((event, index) => ({ line: index + 2, event }));
    await sql`delete from event`.execute(db);
    const first = await writeEvents(db, rows);
    assert.deepEqual(first, { added: rows.length, changed: 0, unchanged: 0, problems: [] });
    assert.deepEqual(await writeEvents(db, rows), { added: 0, changed: 0, unchanged: rows.length, problems: [] });
  }), { numRuns: 40 });
});

test("any row may take the place of another, in one change that is complete", async () => {
  await fc.assert(fc.asyncProperty(arbitraryImportedEvents(2), async (events) => {
    const [before, later] = events;
    if (!before || !later) return;
    await sql`delete from event`.execute(db);
    await writeEvents(db, [{ line: 2, event: before }]);
    const row = { line: 2, event: { ...later, organiser: before.organiser, reference: before.reference, partners: [], status: later.status ?? "published" as const } };
    const report = await writeEvents(db, [row]);
    assert.deepEqual([report.added, report.changed + report.unchanged, report.problems], [0, 1, []]);
    assert.deepEqual(await writeEvents(db, [row]), { added: 0, changed: 0, unchanged: 1, problems: [] });
  }), { numRuns: 40 });
});
