import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Insertable } from "kysely";
import { readLookup } from "../../../imports/read-lookup.ts";
import type { VenueTable } from "../../../../db/schema.ts";
import { placeRequest } from "../../../testing/referrals.ts";
import { takePlace } from "../../../referrals/take-place.ts";
import { openTestDesk, type TestDesk } from "../../testing/desk-service.ts";
import { mergeVenues } from "./merge-venues.ts";

const NOW = Date.parse("2026-11-23T09:00:00Z");
const TO_COME = { starts_at: new Date(NOW + 86_400_000), ends_at: new Date(NOW + 90_000_000) };

let desk: TestDesk;
before(async () => {
  desk = await openTestDesk({ now: () => NOW });
});
after(() => desk?.close());

const db = () => desk.database.db;
const coordinator = () => desk.coordinator("selca");
const UNKNOWN = {
  borough_gss: null, step_free: null, hearing_loop: null, accessible_toilet: null, access_note: null, nearest_station: null, station_step_free: null,
  directions: null, parking: null, parking_cost: null, blue_badge: null, patient_transport: null, last_confirmed: null,
};

async function addPlace(slug: string, facts: Partial<Insertable<VenueTable>> = {}): Promise<string> {
  await db().insertInto("venue").values({ ...UNKNOWN, slug, name: `Hall ${slug}`, address: "1 Road", postcode: "SE1 9RT", latitude: 51.5, longitude: -0.1, ...facts }).execute();
  return slug;
}

const venue = (slug: string) => db().selectFrom("venue").selectAll().where("slug", "=", slug).executeTakeFirst();
const revisionOf = async (id: string) => (await db().selectFrom("event").select("revision").where("id", "=", id).executeTakeFirstOrThrow()).revision;
const changeNumber = async () => (await db().selectFrom("change_counter").select("number").executeTakeFirstOrThrow()).number;

const FORM = { name: "New Hall", address: "2 Road, London", postcode: "se19rt", borough: "", "step-free": "yes", "hearing-loop": "no", "accessible-toilet": "", parking: "None" };

test("a venue is added with its facts, at the point of its postcode, and is confirmed by that", async () => {
  await addPlace("known", { postcode: "SE1 9RT", latitude: 51.503, longitude: -0.087 });
  const person = coordinator();
  await person.get("/desk/directory/venues/new");
  assert.match((await person.submit(FORM)).text, /Venue added/);
  const added = await venue("new-hall");
  assert.deepEqual(
    [added?.postcode, added?.latitude, added?.step_free, added?.hearing_loop, added?.accessible_toilet, added?.parking, added?.last_confirmed],
    ["SE1 9RT", 51.503, true, false, null, "None", "2026-11-23"],
  );
  await person.get("/desk/directory/venues/new");
  assert.match((await person.submit(FORM)).text, /There is a venue with this name and postcode already/);
});

test("imported postcodes say best where a venue is, and a postcode that nobody knows is asked about", async () => {
  await db().insertInto("postcode_area").values([{ code: "N1", latitude: 51.53, longitude: -0.1 }, { code: "N1 9GU", latitude: 51.534, longitude: -0.122 }]).execute();
  const person = coordinator();
  await person.get("/desk/directory/venues/new");
  await person.submit({ ...FORM, name: "Full", postcode: "N1 9GU" });
  assert.equal((await venue("full"))?.latitude, 51.534);
  await person.get("/desk/directory/venues/new");
  await person.submit({ ...FORM, name: "Half", postcode: "N1 1AA" });
  assert.equal((await venue("half"))?.latitude, 51.53);
  await person.get("/desk/directory/venues/new");
  const asked = await person.submit({ ...FORM, name: "Nowhere", postcode: "ZE1 0AA" });
  assert.deepEqual([asked.status, /We do not know this postcode/.test(asked.text), /value="Nowhere"/.test(asked.html)], [422, true, true]);
  assert.equal((await person.submit({ ...FORM, name: "Nowhere", postcode: "ZE1 0AA", latitude: "60.15" })).status, 422);
  assert.match((await person.submit({ ...FORM, name: "Nowhere", postcode: "ZE1 0AA", latitude: "60.15", longitude: "-1.14" })).text, /Venue added/);
});

test("a venue is found by its name or postcode, and one click says that it is still right; that is no news to the public", async () => {
  await addPlace("rotherhithe", { name: "Rotherhithe Rooms", postcode: "SE16 7AA" });
  const event = await desk.publish("north", "at-rotherhithe", { ...TO_COME, format: "in-person", venue: "rotherhithe" });
  const [revision, number] = [await revisionOf(event), await changeNumber()];
  const person = coordinator();
  for (const q of ["herhithe", "se167aa", "SE16 7"]) assert.match((await person.get(`/desk/directory/venues?q=${encodeURIComponent(q)}`)).text, /Rotherhithe Rooms.*Never/, q);
  assert.match((await person.get("/desk/directory/venues?q=%25")).text, /No venue was found/);
  await person.get("/desk/directory/venues?q=Rotherhithe");
  const done = await person.submit({}, "/desk/directory/venues/rotherhithe/still-right?q=Rotherhithe");
  assert.match(done.text, /Venue confirmed.*Rotherhithe Rooms.*Monday 23 November 2026/);
  assert.equal(done.path, "/desk/directory/venues?q=Rotherhithe&order=name&page=1");
  assert.deepEqual([await revisionOf(event), await changeNumber()], [revision, number]);
  await person.get("/desk/directory/venues/rotherhithe");
  await person.submit({ ...FORM, name: "Rotherhithe Rooms", postcode: "SE16 7AA" });
  assert.ok((await revisionOf(event)) > revision && (await changeNumber()) > number, "a fact that changes is");
});

test("two entries of one place become one: events, drafts and what is known move, nobody who booked is told, and old names still find it", async () => {
  await addPlace("keep-me", { name: "St Mary's Hall", parking: "None" });
  await addPlace("lose-me", { name: "Saint Marys Hall", step_free: true, parking: "Free" });
  const event = await desk.publish("north", "at-lost", { ...TO_COME, format: "in-person", venue: "lose-me", capacity: 5 });
  await takePlace(desk.referrals, placeRequest(event));
  const told = () => db().selectFrom("message").select("kind").where("event_id", "=", event).where("kind", "=", "event-changed").execute();
  const form = new URLSearchParams({ title: "A draft", venue: "lose-me" }).toString();
  await db().insertInto("event_draft").values({ organisation: "north", title: "A draft", form }).execute();
  const person = coordinator();
  assert.match((await person.get("/desk/directory/venues/merge")).text, /These may be the same/);
  const page = await person.get("/desk/directory/venues/merge?first=keep-me&second=lose-me");
  assert.match(page.text, /Parking \(different\) None Free/);
  assert.equal((await person.submit({})).status, 422);
  assert.match((await person.submit({ keep: "keep-me" })).text, /Venues merged/);
  assert.equal(await venue("lose-me"), undefined);
  const kept = await venue("keep-me");
  assert.deepEqual([kept?.step_free, kept?.parking], [true, "None"]);
  const moved = await db().selectFrom("event").select("venue").where("id", "=", event).executeTakeFirst();
  assert.deepEqual(moved, { venue: "keep-me" });
  const draft = await db().selectFrom("event_draft").select("form").where("title", "=", "A draft").executeTakeFirstOrThrow();
  assert.equal(new URLSearchParams(draft.form).get("venue"), "keep-me");
  assert.deepEqual(await told(), []);
  const { venues } = await readLookup(db());
  assert.deepEqual([venues.find("lose-me"), venues.find("Saint Marys Hall")], [["keep-me"], ["keep-me"]]);
  await addPlace("elsewhere");
  await db().updateTable("event").set({ venue: "elsewhere" }).where("id", "=", event).execute();
  assert.equal((await told()).length, 1, "an event that does move is told of");
});

test("of merges at once in both directions one is done, and no event is left without its place", async () => {
  await addPlace("one");
  await addPlace("two");
  for (let number = 0; number < 10; number += 1) await desk.publish("north", `many-${number}`, { ...TO_COME, format: "in-person", venue: number % 2 ? "one" : "two" });
  const late = Promise.allSettled(Array.from({ length: 10 }, (_, number) =>
    desk.publish("north", `late-${number}`, { ...TO_COME, format: "in-person", venue: number % 2 ? "one" : "two" })));
  const merged = await Promise.all([mergeVenues(db(), "one", "two"), mergeVenues(db(), "two", "one"), mergeVenues(db(), "one", "two")]);
  assert.equal(merged.filter(Boolean).length, 1);
  const published = (await late).filter(({ status }) => status === "fulfilled").length;
  const left = await db().selectFrom("venue").select("slug").where("slug", "in", ["one", "two"]).execute();
  assert.equal(left.length, 1);
  const there = await db().selectFrom("event").select("id").where("venue", "=", left[0]!.slug).execute();
  assert.equal(there.length, 10 + published);
});

test("a merge that fails changes nothing", async () => {
  await addPlace("whole", { name: "Whole", parking: null });
  await addPlace("broken", { name: "Broken", parking: "Yes" });
  const event = await desk.publish("north", "at-broken", { ...TO_COME, format: "in-person", venue: "broken" });
  await db().schema.alterTable("former_venue").renameTo("away").execute();
  await assert.rejects(mergeVenues(db(), "whole", "broken"));
  await db().schema.alterTable("away").renameTo("former_venue").execute();
  assert.equal((await venue("whole"))?.parking, null);
  assert.deepEqual(await db().selectFrom("event").select("venue").where("id", "=", event).executeTakeFirst(), { venue: "broken" });
});

test("a merge asks for two entries that are there and differ", async () => {
  await addPlace("alone");
  const person = coordinator();
  for (const second of ["alone", "nothing", ""]) assert.equal((await person.get(`/desk/directory/venues/merge?first=alone&second=${second}`)).status, 422, second);
  assert.equal((await person.get("/desk/directory/venues/merge?first=alone")).status, 200);
  assert.equal(await mergeVenues(db(), "alone", "alone"), false);
  assert.ok(await venue("alone"));
});
