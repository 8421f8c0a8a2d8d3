import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Insertable } from "kysely";
import type { EventTable, SuggestionTable } from "../../../db/schema.ts";
import { newReference } from "../../referrals/reference.ts";
import { openSuggestion, sealSuggestion } from "../../suggestions/sealed-suggestion.ts";
import type { SuggestionDetails } from "../../suggestions/suggestion.ts";
import { openTestDesk, type TestDesk } from "../testing/desk-service.ts";

const DETAILS: SuggestionDetails = {
  what: "Marker walk", when: "Monday 3 May 2027, 2pm to 4.30pm", where: "Marker Park", organiser: "Marker Charity", link: "https://marker.example/walk", more: "Marker words",
  email: "marker.person@example.org", notes: [],
};

let desk: TestDesk;
before(async () => {
  desk = await openTestDesk();
  for (const slug of ["north", "south"]) {
    await desk.database.db.insertInto("alliance").values({ slug, name: slug, short_name: slug, ons_code: null, website: null, valid_from: null, valid_to: null }).execute();
    await desk.organisation(slug);
    await desk.database.db.updateTable("organisation").set({ alliance: slug }).where("slug", "=", slug).execute();
  }
});
after(() => desk.close());

async function add(values: Partial<Insertable<SuggestionTable>> = {}, details: Partial<SuggestionDetails> = {}): Promise<string> {
  const id = randomUUID();
  await desk.database.db.insertInto("suggestion").values({
    id, reference: newReference("SUG"), kind: "event", alliance: "north", has_email: true, ...sealSuggestion(desk.referrals.ring, id, { ...DETAILS, ...details }), ...values,
  }).execute();
  return id;
}

const rowOf = (id: string) => desk.database.db.selectFrom("suggestion").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const notesOf = async (id: string) => openSuggestion(desk.referrals.ring, await rowOf(id))!.notes.map(({ to, text }) => [to, text]);
const lettersOf = async (id: string) =>
  (await desk.database.db.selectFrom("message").select(["kind", "organisation"]).where("suggestion_id", "=", id).orderBy("kind").execute()).map(({ kind, organisation }) => [kind, organisation]);
const coordinator = (alliance = "north") => desk.coordinator(alliance);
let number = 0;
const waiting = (values: Partial<Insertable<EventTable>> = {}) => desk.publish("north", `waiting-${++number}`, { status: "awaiting-moderation", ...values });

test("the queue has what is the alliance's or nobody's, oldest first, with counts; another alliance's is not there, nor at its address", async () => {
  const mine = await add({ created_at: new Date("2026-01-02") }, { what: "Second walk" });
  const nobodys = await add({ created_at: new Date("2026-01-01"), alliance: null, kind: "question" }, { what: "First question" });
  const others = await add({ alliance: "south" }, { what: "Southern walk" });
  const event = await waiting({ title: "Third event" });
  const page = await coordinator().get("/desk/queue");
  assert.match(page.text, /Waits for you \(3\).*Suggestions \(1\).*Questions and feedback \(1\).*Events to approve \(1\)/);
  assert.match(page.text, /First question.*Second walk.*Third event/);
  assert.doesNotMatch(page.text, /Southern/);
  const questions = await coordinator().get("/desk/queue?show=questions");
  assert.match(questions.text, /First question/);
  assert.doesNotMatch(questions.text, /Second walk/);
  assert.equal((await coordinator().get(`/desk/queue/${others}`)).status, 404);
  assert.equal((await coordinator("south").get(`/desk/queue/events/${event}`)).status, 404);
  for (const id of ["x", randomUUID()]) assert.equal((await coordinator().get(`/desk/queue/${id}`)).status, 404);
  const admin = await desk.person([{ role: "administrator" }]).get("/desk/queue");
  assert.match(admin.text, /Southern walk/);
  await desk.database.db.deleteFrom("suggestion").where("id", "in", [mine, nobodys, others]).execute();
  await desk.database.db.deleteFrom("event").where("id", "=", event).execute();
});

test("a suggestion becomes an organiser's draft with what is known, and both are told", async () => {
  const id = await add();
  const who = coordinator();
  const page = await who.get(`/desk/queue/${id}`);
  assert.match(page.text, /Marker walk.*Marker Park.*Marker Charity/);
  assert.doesNotMatch(page.html, /marker\.person/);
  const done = await who.submit({ action: "publish", "publish-organisation": "north", "publish-note": "Is it yours?" });
  assert.match(done.text, /The organiser has a draft now/);
  const row = await rowOf(id);
  assert.deepEqual([row.state, row.outcome, row.organisation], ["closed", "published", "north"]);
  assert.deepEqual(await lettersOf(id), [["suggested-event", "north"], ["suggestion-closed", null]]);
  const organiser = desk.organiser("north");
  assert.match((await organiser.get(`/desk/questions/${id}`)).text, /Marker walk.*Is it yours\?.*Open the draft/);
  const draft = await organiser.get(`/desk/events/drafts/${row.draft}`);
  for (const value of ["Marker walk", "3 May 2027", "2pm", "4.30pm", "Marker Park", "https://marker.example/walk"]) assert.ok(draft.html.includes(`value="${value}"`), value);
  assert.equal((await desk.organiser("south").get(`/desk/questions/${id}`)).status, 404);
  assert.match((await who.get("/desk/queue?show=suggestions")).text, /Nothing is here/);
});

test("a suggestion is merged with an event that is listed, by the address of its page", async () => {
  const [id, event] = [await add(), await desk.publish("north", "listed-already")];
  const who = coordinator();
  await who.get(`/desk/queue/${id}`);
  const wrong = await who.submit({ action: "merge", "merge-event": "https://events.example/events/no-such-event" });
  assert.deepEqual([wrong.status, wrong.html.includes("no-such-event")], [422, true]);
  assert.match((await who.submit({ action: "merge", "merge-event": "https://events.example/events/listed-already?x=y" })).text, /Merged with the event/);
  const row = await rowOf(id);
  assert.deepEqual([row.outcome, row.event_id], ["merged", event]);
});

test("a question to the person waits for them, with its text sealed", async () => {
  const id = await add();
  const who = coordinator();
  await who.get(`/desk/queue/${id}`);
  assert.equal((await who.submit({ action: "ask", "ask-text": "" })).status, 422);
  assert.match((await who.submit({ action: "ask", "ask-text": "Marker question?" })).text, /It waits for their answer/);
  const row = await rowOf(id);
  assert.equal(row.state, "asked");
  assert.deepEqual(await notesOf(id), [["public", "Marker question?"]]);
  assert.equal(row.sealed!.includes("Marker"), false);
  assert.deepEqual(await lettersOf(id), [["suggestion-question", null]]);
  assert.match((await who.get("/desk/queue?show=others")).text, /Waits for an answer from the person/);
});

test("what is not listed has a reason from the list, and spam gets no letter", async () => {
  for (const [reason, letters] of [["over", [["suggestion-closed", null]]], ["spam", []]] as const) {
    const id = await add();
    const who = coordinator();
    await who.get(`/desk/queue/${id}`);
    for (const missing of [{}, { reason: "because" }]) assert.equal((await who.submit({ action: "refuse", ...missing })).status, 422);
    await who.submit({ action: "refuse", reason });
    assert.equal((await rowOf(id)).reason, reason);
    assert.deepEqual(await lettersOf(id), letters);
  }
});

test("a question is answered, or closed where nobody can be written to", async () => {
  const id = await add({ kind: "question" });
  const who = coordinator();
  await who.get(`/desk/queue/${id}`);
  await who.submit({ action: "answer", "answer-text": "Yes, you can." });
  assert.deepEqual([(await rowOf(id)).outcome, await lettersOf(id)], ["answered", [["suggestion-answer", null]]]);
  const silent = await add({ kind: "praise", has_email: false });
  const page = await who.get(`/desk/queue/${silent}`);
  assert.doesNotMatch(page.html, /value="(answer|ask|publish)"/);
  assert.equal((await who.submit({ action: "answer", "answer-text": "Thank you" })).status, 422);
  await who.submit({ action: "note" });
  assert.deepEqual([(await rowOf(silent)).outcome, await lettersOf(silent)], ["noted", []]);
});

test("a question that is passed on is answered by that organiser alone, who does not learn the address", async () => {
  const id = await add({ kind: "wrong", event_id: await desk.publish("south", "southern-event") });
  const who = coordinator();
  assert.match((await who.get(`/desk/queue/${id}`)).html, /<option value="south" selected/);
  await who.submit({ action: "pass", "pass-organisation": "south", "pass-note": "Please look" });
  assert.deepEqual(await lettersOf(id), [["passed-question", "south"]]);
  assert.match((await desk.organiser("south").get("/desk")).text, /1 question to answer/);
  assert.match((await desk.organiser("north").get("/desk/questions")).text, /^(?!.*To answer)/);
  const organiser = desk.organiser("south");
  assert.match((await organiser.get("/desk/questions")).text, /Something wrong SUG-\w{4}-\w{4}.*To answer/);
  const page = await organiser.get(`/desk/questions/${id}`);
  assert.match(page.text, /Marker walk.*Please look/);
  assert.doesNotMatch(page.html, /marker\.person/);
  assert.equal((await organiser.submit({ answer: "" })).status, 422);
  const second = organiser.copy();
  assert.match((await organiser.submit({ answer: "It is right now." })).text, /It is answered/);
  assert.match((await second.submit({ answer: "Again" })).text, /Somebody has dealt with this already/);
  assert.deepEqual(await notesOf(id), [["organiser", "Please look"], ["public", "It is right now."]]);
});

test("of two who decide at once one is told that it is dealt with, and one draft is made", async () => {
  const id = await add();
  const people = [coordinator(), coordinator()];
  for (const who of people) await who.get(`/desk/queue/${id}`);
  const drafts = async () => (await desk.database.db.selectFrom("event_draft").select("id").execute()).length;
  const before = await drafts();
  const pages = await Promise.all(people.map((who) => who.submit({ action: "publish", "publish-organisation": "south" })));
  assert.deepEqual(pages.map(({ text }) => /already/.test(text)).sort(), [false, true]);
  assert.equal(await drafts(), before + 1);
  assert.match((await people[0]!.submit({ action: "refuse", reason: "over" }, `/desk/queue/${id}`)).text, /already/);
});

test("an event that waits is seen as people will see it, approved with its series, and published", async () => {
  await desk.database.db.insertInto("series").values({ slug: "weekly", title: "Weekly", organisation: "north" }).execute();
  const ids = [await waiting({ series: "weekly", title: "Weekly walk" }), await waiting({ series: "weekly", title: "Weekly walk" })];
  const who = coordinator();
  assert.match((await who.get("/desk/queue?show=events")).text, /Weekly walk 2 dates/);
  const page = await who.get(`/desk/queue/events/${ids[0]}`);
  assert.match(page.text, /for all 2 dates.*As people will see it.*Weekly walk/);
  assert.equal((await who.submit({})).status, 422);
  const second = who.copy();
  assert.match((await who.submit({ action: "approve" })).text, /2 events published/);
  assert.match((await second.submit({ action: "send-back", note: "Wait" })).text, /already/);
  const rows = await desk.database.db.selectFrom("event").select(["status", "last_confirmed"]).where("id", "in", ids).execute();
  assert.ok(rows.every(({ status, last_confirmed }) => status === "published" && last_confirmed !== null));
  const { changes } = await desk.database.db.selectFrom("change").select(({ fn }) => fn.countAll<number>().as("changes")).where("event_id", "in", ids).executeTakeFirstOrThrow();
  assert.equal(Number(changes), 2);
});

test("an event that is sent back shows its organiser the note, and waits again once they have changed it", async () => {
  await desk.database.db.updateTable("organisation").set({ trusted: false }).where("slug", "=", "north").execute();
  const id = await waiting({ contact_name: "Team", contact_phone: "020 7946 0000" });
  const who = coordinator();
  await who.get(`/desk/queue/events/${id}`);
  assert.equal((await who.submit({ action: "send-back", note: " " })).status, 422);
  assert.match((await who.submit({ action: "send-back", note: "Say where it is" })).text, /Event sent back/);
  const letters = await desk.database.db.selectFrom("message").select(["kind", "organisation"]).where("event_id", "=", id).execute();
  assert.deepEqual(letters, [{ kind: "event-sent-back", organisation: "north" }]);
  const organiser = desk.organiser("north");
  const page = await organiser.get(`/desk/events/${id}`);
  assert.match(page.text, /asks you to change this event before it is published: Say where it is/);
  await desk.database.db.updateTable("event").set({ status: "awaiting-moderation" }).where("id", "=", id).execute();
  assert.match((await who.get("/desk/queue?show=events")).text, /Managing tiredness/);
  await desk.database.db.updateTable("organisation").set({ trusted: true }).where("slug", "=", "north").execute();
});
