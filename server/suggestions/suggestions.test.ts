import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { Hono } from "hono";
import { connect } from "../../db/connect.ts";
import type { Event } from "../contract/event.ts";
import { knowClient } from "../http/client-address.ts";
import { pageHeaders } from "../http/headers.ts";
import { startMailQueue } from "../notifications/mail-queue.ts";
import { Outbox } from "../notifications/outbox.ts";
import { Person } from "../referrals/pages/testing/person.ts";
import { ReferralsDatabase } from "../referrals/database/referrals-database.ts";
import { resealAll } from "../referrals/rotate-keys.ts";
import { KeyRing } from "../sealing/key-ring.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { exampleEvent } from "../testing/example-event.ts";
import { directoryOf } from "../testing/fixture-directory.ts";
import { insertEvent } from "../testing/insert-event.ts";
import { openTestReferrals, type TestReferrals } from "../testing/referrals.ts";
import { until } from "../testing/until.ts";
import { registerSuggestionPages } from "./pages/routes.ts";
import { openSuggestion, sealSuggestion } from "./sealed-suggestion.ts";
import { suggestionToken } from "./suggestion-link.ts";
import { changeLocked, isActionFor, lockSuggestion, type SuggestionAction } from "./transition.ts";
import type { SuggestionRow } from "./suggestion.ts";
import { tellAlliances } from "./queue-news.ts";
import { eraseSuggestions } from "./upkeep.ts";

const NOW = Date.parse("2026-03-02T12:00:00Z");
const DAY_MS = 86_400_000;
const SUGGESTION = {
  what: "Marker walk", when: "every Monday at 2pm", where: "Marker Park", borough: "", organiser: "Marker Charity", link: "https://marker.example/walk", more: "Marker words",
  email: "marker.person@example.org",
} as const;

let database: TestDatabase;
let referrals: TestReferrals;
let event: Event;
before(async () => {
  database = await createTestDatabase();
  referrals = openTestReferrals(database, { now: () => NOW });
  event = exampleEvent();
  await database.db.insertInto("alliance").values({ slug: "north", name: "North", short_name: "North", ons_code: null, website: null, valid_from: null, valid_to: null }).execute();
  await insertEvent(database.db, { id: event.id, slug: event.slug });
  await database.db.updateTable("organisation").set({ alliance: "north" }).where("slug", "=", "uclh").execute();
});
after(async () => {
  await referrals.close();
  await database.drop();
});

function person({ isAway = false, takes = true } = {}): Person {
  const app = new Hono();
  app.use(pageHeaders("https://events.example"), knowClient(1, () => undefined));
  const away = { ...referrals, db: new ReferralsDatabase("postgres://nobody@127.0.0.1:1/none", () => undefined) };
  const directory = { current: () => directoryOf([event], NOW), staleSince: () => undefined, edition: () => "0" };
  registerSuggestionPages(app, { referrals: !takes ? undefined : isAway ? away : referrals, directory, now: () => NOW });
  const from = Array.from(randomBytes(4)).join(".");
  return new Person({ request: (input: string, init?: RequestInit) => app.request(input, { ...init, headers: { ...(init?.headers as Record<string, string>), "x-forwarded-for": from } }) } as never);
}

const rows = () => database.db.selectFrom("suggestion").selectAll().orderBy("created_at").execute();
const messagesOf = (id: string) => database.db.selectFrom("message").select(["kind", "recipient", "organisation"]).where("suggestion_id", "=", id).orderBy("created_at").execute();
const referenceOf = (text: string) => /SUG-\w{4}-\w{4}/.exec(text)?.[0] ?? assert.fail("There is a reference");
const byReference = async (reference: string) => (await rows()).find((row) => row.reference === reference) ?? assert.fail("It is kept");

async function suggest(changes: Partial<Record<keyof typeof SUGGESTION, string>> = {}): Promise<SuggestionRow> {
  const who = person();
  await who.get("/suggest");
  return byReference(referenceOf((await who.submit({ ...SUGGESTION, ...changes })).text));
}

/** Puts one into the database as it stands in some state. */
async function add(values: Partial<SuggestionRow> = {}): Promise<SuggestionRow> {
  const id = randomUUID();
  const token = () => randomBytes(2).toString("hex").toUpperCase();
  const details = { what: "Marker", email: "marker@example.org", notes: [] };
  return database.db.insertInto("suggestion").values({
    id, reference: `SUG-${token()}-${token()}`, kind: "event", alliance: null, event_id: null, outcome: null, reason: null, organisation: null, draft: null,
    has_email: true, confirmed_at: null, erased_at: null, ...sealSuggestion(referrals.ring, id, details), ...values,
  }).returningAll().executeTakeFirstOrThrow();
}

test("an event that somebody tells of is kept sealed, has a reference, and gets one e-mail", async () => {
  const who = person();
  await who.get("/suggest");
  const done = await who.submit(SUGGESTION);
  assert.deepEqual([done.status, done.path], [200, "/suggest/done"]);
  assert.doesNotMatch(done.html, /marker/i);
  const row = await byReference(referenceOf(done.text));
  assert.deepEqual([row.kind, row.state, row.alliance, row.has_email, row.confirmed_at], ["event", "open", null, true, null]);
  assert.doesNotMatch(JSON.stringify(Object.entries(row).map(([name, value]) => [name, value instanceof Buffer ? value.toString("latin1") : value])), /marker/i);
  const { notes, ...details } = openSuggestion(referrals.ring, row)!;
  const { borough: _, ...typed } = SUGGESTION;
  assert.deepEqual(details, typed);
  assert.deepEqual(notes, []);
  assert.deepEqual(await messagesOf(row.id), [{ kind: "suggestion-received", recipient: "suggester", organisation: null }]);
});

test("a question about an event goes to the alliance of its organiser, with an address or without", async () => {
  for (const email of ["", "marker.asks@example.org"]) {
    const who = person();
    const page = await who.get(`/feedback?event=${event.slug}`);
    assert.match(page.text, new RegExp(event.title));
    const row = await byReference(referenceOf((await who.submit({ kind: "wrong", what: "The time is wrong", email })).text));
    assert.deepEqual([row.kind, row.alliance, row.event_id, row.has_email], ["wrong", "north", event.id, email !== ""]);
    assert.equal((await messagesOf(row.id)).length, email === "" ? 0 : 1);
  }
});

test("what is missing is said at each field, and nothing that was typed is lost", async () => {
  const who = person();
  await who.get("/suggest");
  const again = await who.submit({ ...SUGGESTION, when: "", email: "not an address" });
  assert.equal(again.status, 422);
  assert.match(again.title, /^Error: /);
  for (const href of ["#when", "#email"]) assert.ok(again.html.includes(`href="${href}"`), href);
  for (const kept of ["Marker walk", "Marker Park", "Marker words", "not an address"]) assert.ok(again.html.includes(kept), kept);
  await who.get("/feedback");
  assert.match((await who.submit({ what: "" })).html, /Choose what it is[\s\S]*Enter what you want to say/);
});

test("the same form that is sent twice counts once, and one that was changed counts anew", async () => {
  const who = person();
  await who.get("/suggest");
  const [first, changed] = [who.copy(), who.copy()];
  const [one, two] = [await first.submit(SUGGESTION), await who.submit(SUGGESTION)];
  assert.equal(referenceOf(one.text), referenceOf(two.text));
  assert.notEqual(referenceOf((await changed.submit({ ...SUGGESTION, when: "Tuesday" })).text), referenceOf(one.text));
  assert.equal((await messagesOf((await byReference(referenceOf(one.text))).id)).length, 1);
});

test("a form without the token of this browser comes back as it was", async () => {
  const who = person();
  await who.get("/suggest");
  const again = await who.post("/suggest", new URLSearchParams({ ...SUGGESTION, token: "AAAA" }));
  assert.deepEqual([again.status, again.html.includes("Marker words")], [422, true]);
});

test("one network is told to wait after 20 without work, and keeps what was typed", async () => {
  const who = person();
  let last = 0;
  for (let count = 0; count < 21; count++) {
    await who.get("/feedback");
    last = (await who.submit({ kind: "other", what: "Marker words" })).status;
  }
  assert.equal(last, 429);
  assert.match(who.page!.html, /Wait 10 minutes[\s\S]*Marker words/);
});

test("one address gets no more than 5 letters a day, and nobody is told that", async () => {
  const before = (await database.db.selectFrom("message").select("id").execute()).length;
  const ends = [];
  for (let count = 0; count < 7; count++) {
    const { reference } = await suggest({ email: count % 2 === 0 ? "victim@example.org" : "Victim@Example.org" });
    ends.push(reference);
  }
  assert.equal(new Set(ends).size, 7);
  assert.equal((await database.db.selectFrom("message").select("id").execute()).length - before, 5);
});

test("while the database is away the form comes back as it was; where nothing is kept, people are told whom to ask", async () => {
  const who = person({ isAway: true });
  await who.get("/suggest");
  const again = await who.submit(SUGGESTION);
  assert.deepEqual([again.status, again.html.includes("Marker words")], [503, true]);
  const none = await person({ takes: false }).get("/feedback");
  assert.deepEqual([none.status, /cancer alliance/.test(none.text)], [503, true]);
});

test("the link confirms the address, shows a question and takes one answer, and shows nothing of what was first told", async () => {
  const row = await suggest();
  const path = `/suggest/${suggestionToken(referrals.ring, row.id)}`;
  const who = person();
  assert.doesNotMatch((await who.get(path)).html, /marker/i);
  assert.match((await who.submit({ then: "confirm" })).text, /Your email address is confirmed/);
  assert.ok((await byReference(row.reference)).confirmed_at);

  const action = { kind: "ask", text: "Which park is it?" } as const;
  await database.db.transaction().execute(async (tx) => changeLocked(tx, referrals, (await lockSuggestion(tx, row.id))!, action));
  assert.match((await who.get(path)).text, /We have a question for you.*Which park is it\?/);
  assert.equal((await who.submit({ then: "reply", answer: " " })).status, 422);
  const second = who.copy();
  assert.match((await who.submit({ then: "reply", answer: "The one in the north" })).text, /You wrote.*The one in the north/);
  assert.match((await second.submit({ then: "reply", answer: "Another answer" })).text, /We had an answer already/);
  const { state, ...rest } = await byReference(row.reference);
  assert.equal(state, "open");
  assert.deepEqual(openSuggestion(referrals.ring, { ...rest, state })!.notes.map(({ text }) => text), ["Which park is it?", "The one in the north"]);
});

test("a link that is not ours, of a missing one, or of one that is erased is answered alike", async () => {
  const gone = await add({ state: "closed", outcome: "noted", sealed: null, sealed_key: null, key_id: null, erased_at: new Date(NOW) });
  const real = suggestionToken(referrals.ring, gone.id);
  const pages = [];
  for (const token of [real, suggestionToken(referrals.ring, randomUUID()), `${real.slice(0, -2)}AA`, "x", "done!"]) pages.push(await person().get(`/suggest/${token}`));
  for (const page of pages) assert.deepEqual([page.status, page.text], [404, pages[0]!.text]);
});

test("all is erased 180 days after it was dealt with, and nothing before or that still waits", async () => {
  const at = (days: number) => new Date(NOW - days * DAY_MS);
  const due = await add({ kind: "praise", state: "closed", outcome: "noted", state_at: at(181) });
  const kept = [await add({ state: "closed", outcome: "refused", reason: "over", state_at: at(179) }), await add({ state_at: at(400) })];
  await eraseSuggestions(referrals);
  const after = await rows();
  const isErased = ({ id }: SuggestionRow) => after.find((row) => row.id === id)?.sealed === null;
  assert.deepEqual([due, ...kept].map(isErased), [true, false, false]);
});

test("an alliance is told once a day that something new waits: its own, or what is nobody's", async () => {
  const { db } = database;
  await db.insertInto("alliance").values({ slug: "south", name: "South", short_name: "South", ons_code: null, website: null, valid_from: null, valid_to: null }).execute();
  await db.insertInto("alliance_contact").values(["north", "south"].map((alliance) => ({ alliance, email: `${alliance}@example.org` }))).execute();
  const at = (days: number) => NOW + days * DAY_MS;
  const told = async (days: number) => {
    await Promise.all([1, 2].map(() => tellAlliances({ ...referrals, now: () => at(days) })));
    return (await db.selectFrom("message").select("alliance").where("kind", "=", "queue-news").where("created_at", "=", new Date(at(days))).orderBy("alliance").execute()).map(({ alliance }) => alliance);
  };
  await db.updateTable("suggestion").set({ state: "closed", outcome: "noted" }).where("state", "<>", "closed").where("erased_at", "is", null).execute();
  await add({ alliance: "north", state_at: new Date(at(1)), created_at: new Date(at(1)) });
  assert.deepEqual(await told(1.1), ["north"]);
  assert.deepEqual(await told(2.1), []);
  await add({ state_at: new Date(at(2.2)), created_at: new Date(at(2.2)) });
  assert.deepEqual(await told(3.1), ["north", "south"]);
});

test("a rotation of keys seals them under the new key too", async () => {
  const { id } = await add();
  const [one, two] = [referrals.ring.current(), { id: "two", key: randomBytes(32) }];
  const ring = new KeyRing(() => ({ current: two.id, byId: new Map([[one.id, one.key], [two.id, two.key]]) }), randomBytes(32));
  const back = new KeyRing(() => ({ current: one.id, byId: new Map([[one.id, one.key], [two.id, two.key]]) }), randomBytes(32));
  await resealAll(database.db, ring);
  const row = (await rows()).find((each) => each.id === id)!;
  assert.equal(row.key_id, "two");
  assert.equal(openSuggestion(new KeyRing(() => ({ current: two.id, byId: new Map([[two.id, two.key]]) }), randomBytes(32)), row)?.what, "Marker");
  await resealAll(database.db, back);
});

const ACTIONS: Record<SuggestionAction["kind"], SuggestionAction> = {
  publish: { kind: "publish", organisation: "uclh", draft: randomUUID(), note: null },
  merge: { kind: "merge", event: "" },
  refuse: { kind: "refuse", reason: "over" },
  ask: { kind: "ask", text: "Marker?" },
  answer: { kind: "answer", text: "Marker." },
  pass: { kind: "pass", organisation: "uclh", note: "Marker" },
  note: { kind: "note" },
  reply: { kind: "reply", text: "Marker!" },
};
const NEXT: Record<SuggestionRow["state"], Partial<Record<SuggestionAction["kind"], SuggestionRow["state"]>>> = {
  open: { publish: "closed", merge: "closed", refuse: "closed", ask: "asked", answer: "closed", pass: "passed", note: "closed" },
  asked: { publish: "closed", merge: "closed", refuse: "closed", answer: "closed", pass: "passed", note: "closed", reply: "open" },
  passed: { refuse: "closed", answer: "closed", note: "closed" },
  closed: {},
};

test("each action leads from each state where it should, and two at once are done once", async () => {
  for (const state of ["open", "asked", "passed", "closed"] as const) {
    for (const kind of ["event", "question"] as const) {
      for (const action of Object.values(ACTIONS)) {
        const row = await add({ kind, state, organisation: state === "passed" ? "uclh" : null, outcome: state === "closed" ? "noted" : null });
        const real = action.kind === "merge" ? { ...action, event: event.id } : action;
        const change = () => database.db.transaction().execute(async (tx) => changeLocked(tx, referrals, (await lockSuggestion(tx, row.id))!, real));
        const done = await Promise.all([change(), change()]);
        const next = isActionFor(action.kind, row) ? NEXT[state][action.kind] : undefined;
        const label = `${action.kind} of ${kind} from ${state}`;
        assert.equal(done.filter(Boolean).length, next === undefined ? 0 : 1, label);
        assert.equal((await byReference(row.reference)).state, next ?? state, label);
      }
    }
  }
});

test("letters carry a link and a reference and no word of what was written", async (t) => {
  const email = "marker.letter@example.org";
  const row = await suggest({ email });
  const outbox = new Outbox();
  const db = connect(database.referralsUrl, { connections: 1 });
  const queue = startMailQueue({ db, ring: referrals.ring, now: () => NOW, transport: outbox, baseUrl: "https://events.example", from: "events@example.org", log: (line) => assert.fail(line) });
  t.after(() => queue.close().finally(() => db.destroy()));
  const mine = () => outbox.mails().find(({ text }) => text.includes(row.reference));
  await until(() => Promise.resolve(mine() !== undefined), "the letter is sent");
  const { to, subject, text, html } = mine()!;
  assert.equal(to, email);
  assert.ok(text.includes(`https://events.example/suggest/${suggestionToken(referrals.ring, row.id)}`));
  assert.doesNotMatch(subject + text + html, /marker/i);
});
