import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { sql, type Insertable, type Kysely } from "kysely";
import { createTestDatabase } from "../server/testing/database.ts";
import { insertEvent } from "../server/testing/insert-event.ts";
import type { Database, EventTable } from "./schema.ts";

/** PostgreSQL error codes (manual, appendix A). */
const CHECK = "23514";
const REFERENCE = "23503";
const UNIQUE = "23505";
const NOT_NULL = "23502";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Kysely<Database>;
before(async () => {
  database = await createTestDatabase();
  db = database.db;
  await insertEvent(db, { slug: "first", import_key: "A1" });
});
after(() => database.drop());

const at = (hour: number) => new Date(Date.UTC(2027, 0, 12, hour));

const REFUSED: [what: string, code: string, values: Partial<Insertable<EventTable>>][] = [
  ["ends before it starts", CHECK, { starts_at: at(14), ends_at: at(13) }],
  ["ends when it starts", CHECK, { starts_at: at(14), ends_at: at(14) }],
  ["has a negative capacity", CHECK, { capacity: -1 }],
  ["has fewer than no places taken", CHECK, { places_taken: -1 }],
  ["has more places taken than there are", CHECK, { capacity: 3, places_taken: 4 }],
  ["has people waiting, and no waiting list", CHECK, { waiting_count: 1 }],
  ["is for nobody", CHECK, { for_patients: false, for_carers: false }],
  ["can be booked by nobody", CHECK, { booking_self: false, booking_professional: false }],
  ["is booked at an organiser's address that is missing", CHECK, { booking_route: "organiser" }],
  ["has a booking address that is no https", CHECK, { booking_url: "http://example.org" }],
  ["is in person nowhere", CHECK, { format: "in-person" }],
  ["has a telephone that belongs to nobody", CHECK, { contact_phone: "020 7946 0018" }],
  ["was moved, but is not postponed", CHECK, { previous_starts_at: at(9) }],
  ["has an empty title", CHECK, { title: "" }],
  ["has a slug that is no slug", CHECK, { slug: "Two Words" }],
  ["has the slug of another", UNIQUE, { slug: "first" }],
  ["has the organiser's reference of another", UNIQUE, { import_key: "A1" }],
  ["is of an organisation that is not there", REFERENCE, { organisation: "nobody" }],
  ["is at a venue that is not there", REFERENCE, { format: "hybrid", venue: "nowhere" }],
  ["is of a series that is not there", REFERENCE, { series: "never" }],
];

for (const [what, code, values] of REFUSED) {
  test(`refused: an event that ${what}`, async () => {
    await assert.rejects(insertEvent(db, { slug: "refused", ...values }), { code });
  });
}

for (const [column, value] of [["status", "perhaps"], ["format", "zoom"], ["kind", "party"], ["bsl", "maybe"], ["effort", "sprint"], ["booking_route", "fax"]] as const) {
  test(`refused: an event with a ${column} that is none`, async () => {
    await assert.rejects(sql`update event set ${sql.ref(column)} = ${value}`.execute(db), { code: CHECK });
  });
}

test("refused: an event without a start", async () => {
  await assert.rejects(sql`update event set starts_at = null`.execute(db), { code: NOT_NULL });
});

test("refused: a session that ends before it starts, a topic that is not there, a part of an event that is not there", async () => {
  const { id } = await db.selectFrom("event").select("id").where("slug", "=", "first").executeTakeFirstOrThrow();
  const session = { event_id: id, position: 1, title: "Welcome", starts_at: at(14), ends_at: at(13), alone: true };
  await assert.rejects(db.insertInto("session").values(session).execute(), { code: CHECK });
  await assert.rejects(db.insertInto("event_topic").values({ event_id: id, topic: "flying" }).execute(), { code: REFERENCE });
  const missing = "00000000-0000-4000-8000-000000000000";
  await assert.rejects(db.insertInto("event_language").values({ event_id: missing, language: "en" }).execute(), { code: REFERENCE });
});

test("refused: a second alliance of today for one area", async () => {
  const alliance = { slug: "north", name: "North", short_name: "North", ons_code: null, website: null, valid_from: null, valid_to: null };
  await db.insertInto("alliance").values([alliance, { ...alliance, slug: "south", name: "South" }]).execute();
  await db.insertInto("borough").values({
    gss: "E09000007", slug: "camden", name: "Camden", short_label: "Cam", icb_area: "NCL", tile_row: 2, tile_column: 3, latitude: 51.5464, longitude: -0.1573,
  }).execute();
  const member = { borough_gss: "E09000007", valid_to: null };
  await db.insertInto("alliance_membership").values({ ...member, alliance: "north", valid_from: "2020-04-01" }).execute();
  await assert.rejects(db.insertInto("alliance_membership").values({ ...member, alliance: "south", valid_from: "2024-04-01" }).execute(), { code: UNIQUE });
});
