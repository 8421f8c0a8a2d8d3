import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { placeRequest } from "../../testing/referrals.ts";
import { takePlace } from "../../referrals/take-place.ts";
import { askOrganisers } from "./ask-organisers.ts";
import { openTestDesk, type TestDesk } from "../testing/desk-service.ts";
import { letterFor } from "../../notifications/words.ts";
import { stillRightToken } from "../../notifications/still-right-link.ts";
import { londonDate, londonIso } from "../../wording/london-time.ts";

/** Noon of a Monday, in a year whose calendar is that of 2026, and to come by the clock of the database too. */
const NOW = Date.parse("2093-03-02T12:00:00Z");
const DAY_MS = 86_400_000;
const EVENT = { title: "Sleep better", "for-whom": "People with any cancer", summary: "Ways to sleep.", date: "9/3/2093", start: "2pm", end: "4pm", venue: "hall", capacity: "20" };

let desk: TestDesk;
before(async () => {
  desk = await openTestDesk({ now: () => NOW });
  const { db } = desk.database;
  for (const slug of ["north", "south", "east"]) await desk.organisation(slug);
  await db.insertInto("language").values({ code: "en", label: "English" }).execute();
  await db.insertInto("postcode_area").values({ code: "N1", latitude: 51.54, longitude: -0.1 }).execute();
  const unknown = { borough_gss: null, step_free: null, hearing_loop: null, accessible_toilet: null, access_note: null, nearest_station: null, station_step_free: null, directions: null, parking: null, parking_cost: null, blue_badge: null, patient_transport: null };
  await db.insertInto("venue").values({ slug: "hall", name: "Hall", address: "1 Street", postcode: "SE1 9RT", latitude: 51.5, longitude: -0.09, ...unknown }).execute();
});
after(() => desk.close());

/** What a browser would send of the form that is open, with some answers changed. */
function filledIn(html: string, answers: Record<string, string | string[]>): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  const unescape = (text: string) => text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const add = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), unescape(value)]);
  for (const [, attributes = ""] of html.matchAll(/<input([^>]*)>/g)) {
    const attribute = (key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1];
    const [name, type, value] = [attribute("name"), attribute("type"), attribute("value") ?? ""];
    if (!name || type === "hidden") continue;
    if ((type === "radio" || type === "checkbox") && !/\bchecked\b/.test(attributes)) continue;
    add(name, value);
  }
  for (const [, name = "", text = ""] of html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)) add(name, text);
  for (const [, name = "", options = ""] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen = /value="([^"]*)" selected/.exec(options)?.[1];
    if (chosen !== undefined) add(name, chosen);
  }
  return { ...Object.fromEntries(fields), ...answers };
}

async function publish(organisation: string, answers: Record<string, string | string[]> = {}) {
  const person = desk.organiser(organisation, { hasSecondFactor: false });
  const form = await person.get("/desk/events/new");
  return { person, page: await person.submit(filledIn(form.html, { ...EVENT, then: "publish", ...answers })) };
}

const eventsOf = (organisation: string) => desk.database.db.selectFrom("event").selectAll().where("organisation", "=", organisation).orderBy("starts_at").execute();

test("a first event at a known venue takes 8 answers, and is public at once", async () => {
  const { page } = await publish("north");
  assert.match(page.text, /Event published/);
  const [event] = await eventsOf("north");
  assert.deepEqual([event?.slug, event?.status, event?.venue, event?.capacity, event?.waiting_list, event?.last_confirmed, event?.import_key],
    ["sleep-better-2093-03-09", "published", "hall", 20, true, "2093-03-02", null]);
  assert.equal(Object.keys(EVENT).length, 8);
  const { number } = await desk.database.db.selectFrom("change_counter").select("number").executeTakeFirstOrThrow();
  assert.ok(number > 0);
});

test("a second click publishes once", async () => {
  const person = desk.organiser("east");
  const form = await person.get("/desk/events/new");
  const sent = filledIn(form.html, { ...EVENT, title: "Once only", then: "publish" });
  const [one, two] = [person.copy(), person.copy()];
  const answers = await Promise.all([one.submit(sent), two.submit(sent)]);
  assert.deepEqual(answers.map(({ status }) => status), [200, 200]);
  assert.equal((await eventsOf("east")).filter(({ title }) => title === "Once only").length, 1);
});

test("the next event remembers place, access and contact, and not what the last one was about", async () => {
  await publish("south", { "contact-phone": "020 7946 0018", effort: "seated", bsl: "on-request" });
  const form = filledIn((await desk.organiser("south").get("/desk/events/new")).html, {});
  assert.deepEqual([form["venue"], form["contact-phone"], form["effort"], form["bsl"], form["capacity"]], [["hall"], ["020 7946 0018"], ["seated"], ["on-request"], ["20"]]);
  assert.deepEqual([form["title"], form["summary"], form["date"]], [[""], [""], [""]]);
});

test("a copy takes one answer, its date, and has all the rest", async () => {
  const [before] = await eventsOf("north");
  const person = desk.organiser("north");
  const form = await person.get(`/desk/events/${before!.id}/copy`);
  await person.submit(filledIn(form.html, { date: "7 April 2093", then: "publish" }));
  const copy = (await eventsOf("north")).at(-1)!;
  assert.equal(londonIso(copy.starts_at.getTime()), "2093-04-07T14:00:00+01:00");
  const { id: _, slug: __, starts_at: ___, ends_at: ____, revised_at: _____, ...rest } = copy;
  for (const [column, value] of Object.entries(rest)) assert.deepEqual(value, before![column as keyof typeof rest], column);
});

test("what is missing is said at its field, and nothing that was typed is lost", async () => {
  const { page } = await publish("north", { title: "", "for-whom": "Kept <words>", date: "31/2/2093", venue: "", capacity: "many" });
  assert.deepEqual([page.status, page.title.startsWith("Error: ")], [422, true]);
  for (const field of ["title", "date", "venue", "capacity"]) {
    assert.match(page.html, new RegExp(`<a href="#${field}">`));
    assert.match(page.html, new RegExp(`id="${field}-error"`));
    assert.match(page.html, new RegExp(`id="${field}"`));
  }
  assert.match(page.html, /value="Kept &lt;words&gt;"/);
  assert.match(page.html, /value="31\/2\/2093"/);
});

test("a place that is not in the directory is added at its postcode, once", async () => {
  const place = { venue: "another-place", "venue-name": "New Centre", "venue-address": "5 Road", "venue-postcode": "n1 1aa" };
  assert.match((await publish("south", { ...place, "venue-postcode": "ZZ9 9ZZ" })).page.text, /Check the postcode/);
  await publish("south", { ...place, title: "One" });
  await publish("south", { ...place, title: "Two" });
  const venues = await desk.database.db.selectFrom("venue").select(["slug", "postcode", "latitude"]).where("name", "=", "New Centre").execute();
  assert.deepEqual(venues, [{ slug: "new-centre", postcode: "N1 1AA", latitude: 51.54 }]);
});

test("a preview shows the event as people will see it, and keeps nothing", async () => {
  const before = (await eventsOf("north")).length;
  const { page } = await publish("north", { title: "Only a look", then: "preview" });
  assert.match(page.text, /As people will see it .* Only a look/);
  assert.match(page.html, /value="Only a look"/);
  assert.equal((await eventsOf("north")).length, before);
});

test("a draft keeps whatever there is, is seen by its organisation alone, and is gone once it is published", async () => {
  const { person, page } = await publish("north", { title: "Half done", date: "", then: "draft" });
  assert.match(page.text, /Draft saved/);
  assert.match(page.html, /value="Half done"/);
  const path = page.path;
  const other = desk.organiser("south");
  assert.equal((await other.get(path)).status, 404);
  assert.equal((await other.get("/desk/events/drafts/00000000-0000-4000-8000-000000000000")).text, other.page!.text);
  await other.get("/desk/events/new");
  for (const id of [path.split("/").at(-1), "x"]) assert.match((await other.copy().submit({}, `/desk/events/drafts/${id}/delete`)).text, /Draft deleted/);
  await person.get(path);
  await person.submit(filledIn(person.page!.html, { date: "10/3/2093", then: "publish" }));
  assert.equal((await person.get(path)).status, 404);
  assert.ok((await eventsOf("north")).some(({ title }) => title === "Half done"));
});

test("another organisation's event is answered as one that does not exist", async () => {
  const [event] = await eventsOf("north");
  const person = desk.organiser("south");
  for (const part of ["", "/copy", "/call-off"]) {
    const missing = await person.get(`/desk/events/00000000-0000-4000-8000-000000000000${part}`);
    const others = await person.get(`/desk/events/${event!.id}${part}`);
    assert.deepEqual([others.status, others.text], [404, missing.text]);
    await person.get("/desk/events/new");
    assert.equal((await person.submit({ ...EVENT, title: "Taken over", then: "publish" }, `/desk/events/${event!.id}${part}`)).status, 404);
  }
  assert.ok((await eventsOf("north")).every(({ title }) => title !== "Taken over"));
});

test("an organisation that is not trusted yet sends its event to the alliance", async () => {
  await desk.organisation("newcomer");
  await desk.database.db.updateTable("organisation").set({ trusted: false }).where("slug", "=", "newcomer").execute();
  const { page } = await publish("newcomer");
  assert.match(page.text, /Sent to your cancer alliance/);
  assert.deepEqual((await eventsOf("newcomer")).map(({ status }) => status), ["awaiting-moderation"]);
});

test("an event that waits for the alliance does not become public by being moved or cancelled", async () => {
  for (const [what, status, done] of [["postpone", "awaiting-moderation", /not public yet/], ["cancel", "draft", /taken back/]] as const) {
    const { person } = await publish("newcomer", { title: `To ${what}` });
    const waiting = async () => (await eventsOf("newcomer")).find(({ title }) => title === `To ${what}`)!;
    await person.get(`/desk/events/${(await waiting()).id}/call-off`);
    assert.match((await person.submit({ what, note: "Seen by nobody", date: "1/4/2093", start: "3pm", end: "5pm" })).text, done);
    const { status: now, status_note, starts_at } = await waiting();
    assert.deepEqual([now, status_note], [status, null]);
    assert.equal(londonDate(starts_at.getTime()), what === "postpone" ? "2093-04-01" : "2093-03-09");
  }
});

test("cancelling or changing a series leaves the events of another organisation in it alone", async () => {
  await desk.organisation("west");
  await desk.database.db.insertInto("series").values({ slug: "shared", title: "Shared", organisation: "west" }).execute();
  const at = { series: "shared", starts_at: new Date(NOW + 9 * DAY_MS), ends_at: new Date(NOW + 9 * DAY_MS + 3_600_000) };
  const [theirs, own] = [await desk.publish("west", "theirs", { ...at, title: "Theirs" }), await desk.publish("centre", "own", { ...at, title: "Own" })];
  const person = desk.organiser("centre");
  const form = await person.get(`/desk/events/${own}`);
  assert.match((await person.submit(filledIn(form.html, { title: "Changed", scope: "all" }))).text, /Event changed/);
  await person.get(`/desk/events/${own}/call-off`);
  assert.match((await person.submit({ what: "cancel", scope: "all" })).text, /The event is cancelled/);
  const row = await desk.database.db.selectFrom("event").select(["organisation", "title", "status"]).where("id", "=", theirs).executeTakeFirst();
  assert.deepEqual(row, { organisation: "west", title: "Theirs", status: "published" });
});

async function makeSeries(title: string) {
  await publish("north", { title, date: "16/3/2093", repeat: "weekly", times: "4" });
  return (await eventsOf("north")).filter((event) => event.title === title);
}

test("a series over the clock change stays at 2pm", async () => {
  const series = await makeSeries("Weekly walk");
  assert.deepEqual(series.map(({ starts_at }) => londonIso(starts_at.getTime())), [
    "2093-03-16T14:00:00+00:00", "2093-03-23T14:00:00+00:00", "2093-03-30T14:00:00+01:00", "2093-04-06T14:00:00+01:00",
  ]);
  assert.equal(new Set(series.map(({ series: slug }) => slug)).size, 1);
});

test("a change of this and later ones leaves the earlier alone, keeps every referral, and tells who has a place", async () => {
  const series = await makeSeries("Yoga");
  const taken = await Promise.all(series.map(async ({ id }) => {
    const outcome = await takePlace(desk.referrals, placeRequest(id));
    assert.ok(outcome.kind === "taken");
    return outcome.referral;
  }));
  const person = desk.organiser("north");
  const form = await person.get(`/desk/events/${series[1]!.id}`);
  const page = await person.submit(filledIn(form.html, { title: "Gentle yoga", date: "24/3/2093", start: "10:00", end: "11:00", scope: "later", then: "change" }));
  assert.match(page.text, /3 events changed/);
  const after = await desk.database.db.selectFrom("event").selectAll().where("series", "=", series[0]!.series).orderBy("starts_at").execute();
  assert.deepEqual(after.map(({ title, starts_at }) => [title, londonIso(starts_at.getTime())]), [
    ["Yoga", "2093-03-16T14:00:00+00:00"], ["Gentle yoga", "2093-03-24T10:00:00+00:00"], ["Gentle yoga", "2093-03-31T10:00:00+01:00"], ["Gentle yoga", "2093-04-07T10:00:00+01:00"],
  ]);
  assert.deepEqual(after.map(({ id, places_taken }) => [id, places_taken]), series.map(({ id }) => [id, 1]));
  const told = await desk.database.db.selectFrom("message").select("referral_id").where("kind", "=", "event-changed").where("referral_id", "in", taken).execute();
  assert.deepEqual(told.map(({ referral_id }) => referral_id).sort(), taken.slice(1).sort());
});

test("fewer places than are taken is refused for the whole series", async () => {
  const series = await makeSeries("Painting");
  for (let count = 0; count < 3; count++) await takePlace(desk.referrals, placeRequest(series[2]!.id));
  const person = desk.organiser("north");
  const form = await person.get(`/desk/events/${series[0]!.id}`);
  const page = await person.submit(filledIn(form.html, { capacity: "2", scope: "all", then: "change" }));
  assert.deepEqual([page.status, /Enter 3 or more/.test(page.text)], [422, true]);
  const capacities = (await eventsOf("north")).filter(({ title }) => title === "Painting").map(({ capacity }) => capacity);
  assert.deepEqual(capacities, [20, 20, 20, 20]);
});

test("of two who change an event at once, the second is told, and overwrites nothing", async () => {
  const { person } = await publish("north", { title: "Two hands" });
  const event = (await eventsOf("north")).find(({ title }) => title === "Two hands")!;
  const form = await person.get(`/desk/events/${event.id}`);
  const other = person.copy();
  await person.submit(filledIn(form.html, { title: "Two hands, first", then: "change" }));
  const refused = await other.submit(filledIn(form.html, { title: "Two hands, second", then: "change" }));
  assert.deepEqual([refused.status, /Somebody else has changed this event/.test(refused.text)], [422, true]);
  assert.ok((await eventsOf("north")).some(({ title }) => title === "Two hands, first"));
});

test("cancelling tells everyone in one step, and is done once", async () => {
  const { person } = await publish("north", { title: "Called off" });
  const event = (await eventsOf("north")).find(({ title }) => title === "Called off")!;
  await takePlace(desk.referrals, placeRequest(event.id));
  await person.get(`/desk/events/${event.id}/call-off`);
  assert.match(person.page!.text, /1 place is taken/);
  assert.equal((await person.copy().submit({ note: "x" })).status, 422);
  const [first, second] = [await person.copy().submit({ what: "cancel", note: "The room is closed." }), await person.copy().submit({ what: "cancel", note: "Again" })];
  assert.match(first.text, /The event is cancelled\. Everyone is told\./);
  assert.match(second.text, /was cancelled already/);
  const row = await desk.database.db.selectFrom("event").select(["status", "status_note"]).where("id", "=", event.id).executeTakeFirstOrThrow();
  assert.deepEqual(row, { status: "cancelled", status_note: "The room is closed." });
  const told = await desk.database.db.selectFrom("message").select("kind").where("event_id", "=", event.id).where("kind", "=", "event-cancelled").execute();
  assert.equal(told.length, 1);
});

test("a moved event keeps its people and says when it was to be", async () => {
  const { person } = await publish("north", { title: "Moved on", sessions: "2pm to 3pm First part" });
  const event = (await eventsOf("north")).find(({ title }) => title === "Moved on")!;
  await person.get(`/desk/events/${event.id}/call-off`);
  assert.match((await person.copy().submit({ what: "postpone" })).text, /Enter the date of the event/);
  await person.submit({ what: "postpone", date: "1/4/2093", start: "3pm", end: "5pm" });
  const row = await desk.database.db.selectFrom("event").selectAll().where("id", "=", event.id).executeTakeFirstOrThrow();
  assert.deepEqual([row.status, londonIso(row.starts_at.getTime()), row.previous_starts_at?.getTime()], ["postponed", "2093-04-01T15:00:00+01:00", event.starts_at.getTime()]);
  const session = await desk.database.db.selectFrom("session").selectAll().where("event_id", "=", event.id).executeTakeFirstOrThrow();
  assert.equal(londonIso(session.starts_at.getTime()), "2093-04-01T15:00:00+01:00");
});

test("one click says that all events are still right, for one's own organisation alone", async () => {
  await desk.database.db.updateTable("event").set({ last_confirmed: "2092-11-01" }).execute();
  const person = desk.organiser("south");
  assert.match((await person.get("/desk/events")).text, /3 events to come were not confirmed for more than 60 days/);
  assert.match((await person.submit({}, "/desk/events/still-right")).text, /3 events confirmed/);
  assert.deepEqual(new Set((await eventsOf("south")).map(({ last_confirmed }) => last_confirmed)), new Set([londonDate(NOW)]));
  assert.deepEqual(new Set((await eventsOf("north")).map(({ last_confirmed }) => last_confirmed)), new Set(["2092-11-01"]));
});

describe("asking organisers whether their events are still right", () => {
  const link = (organisation: string, at = NOW) => `/desk/still-right/${stillRightToken(desk.referrals.ring, organisation, at)}`;

  test("goes to each organisation once in two weeks, by a message that names no event", async () => {
    const { db } = desk.database;
    await db.updateTable("event").set({ last_confirmed: "2092-11-01", sample: false }).execute();
    const organisations = new Set((await db.selectFrom("event").select("organisation").where("status", "=", "published").execute()).map(({ organisation }) => organisation));
    assert.equal(await askOrganisers(db, NOW), organisations.size);
    assert.equal(await askOrganisers(db, NOW + 13 * DAY_MS), 0);
    assert.ok((await askOrganisers(db, NOW + 15 * DAY_MS)) > 0);
    const letter = letterFor({ kind: "still-right", recipient: "organiser", reference: null, startsAt: NOW, endsAt: NOW, state: "", waitingPosition: null, companion: false, mustConfirm: false, url: "https://events.example/x", phone: null });
    assert.match(letter!.subject, /still right/);
  });

  test("takes one click, without signing in, and for that organisation alone", async () => {
    await desk.database.db.updateTable("event").set({ last_confirmed: "2092-11-01" }).execute();
    const stranger = desk.person([]);
    assert.match((await stranger.get(link("south"))).text, /Yes, all of these are right/);
    assert.match((await stranger.submit({})).text, /Thank you/);
    const confirmed = async (organisation: string) => (await eventsOf(organisation)).filter(({ last_confirmed }) => last_confirmed === londonDate(NOW)).length;
    assert.deepEqual([await confirmed("south") > 0, await confirmed("north")], [true, 0]);
  });

  test("lets nobody in with a link that is old or made up", async () => {
    const stranger = desk.person([]);
    const [good, old] = [link("south"), link("south", NOW - 31 * DAY_MS)];
    for (const path of [old, good.replace("south", "north"), `${good}x`, "/desk/still-right/x"]) {
      assert.equal((await stranger.get(path)).status, 404, path);
      assert.equal((await stranger.post(path, new URLSearchParams())).status, 404, path);
    }
  });
});
