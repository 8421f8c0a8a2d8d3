import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { linkToken } from "../../referrals/link-token.ts";
import { cancelByLink } from "../../referrals/by-link.ts";
import type { PlaceRequest } from "../../referrals/referral.ts";
import { takePlace } from "../../referrals/take-place.ts";
import { placeRequest } from "../../testing/referrals.ts";
import { openTestDesk, type TestDesk } from "../testing/desk-service.ts";

let desk: TestDesk;
let number = 0;
before(async () => {
  desk = await openTestDesk();
  for (const slug of ["north", "south"]) await desk.organisation(slug);
});
after(() => desk.close());

type EventRow = Parameters<TestDesk["publish"]>[2];
const publish = (row: EventRow = {}, organisation = "north") => desk.publish(organisation, `event-${++number}`, row);

interface Booked {
  id: string;
  reference: string;
}

async function book(event: string, name = "Marker Person", changes: Partial<PlaceRequest> = {}): Promise<Booked> {
  const request = placeRequest(event);
  const outcome = await takePlace(desk.referrals, { ...request, details: { ...request.details, name }, ...changes });
  assert.equal(outcome.kind, "taken");
  return { id: outcome.referral, reference: outcome.receipt.reference };
}

const rowOf = ({ id }: Booked) => desk.database.db.selectFrom("referral").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const stateOf = async (booked: Booked) => (await rowOf(booked)).state;
const cancelByPerson = ({ id }: Booked) => cancelByLink(desk.referrals, linkToken(desk.referrals.ring, { purpose: "attendee", referral: id }));

async function actionsOn({ id }: Booked): Promise<string[]> {
  const rows = await desk.database.db.selectFrom("audit").select(["actor", "action"]).where("referral_id", "=", id).orderBy("number").execute();
  return rows.map(({ actor, action }) => `${action} by ${actor.split(":")[0]}`);
}

async function tellings({ id }: Booked, kind: string): Promise<number> {
  const rows = await desk.database.db.selectFrom("message").select("kind").where("referral_id", "=", id).execute();
  return rows.filter((row) => row.kind === kind).length;
}

/** Two browsers of one organiser, with the same page open in both. */
async function twoBrowsers(path: string) {
  const one = desk.organiser("north");
  await one.get(path);
  return [one, one.copy()] as const;
}

const past = { starts_at: new Date(Date.now() - 3_600_000), ends_at: new Date(Date.now() + 3_600_000) };

test("the list goes by event, counts new ones and shows them first, and names nobody", async () => {
  const id = await publish({ title: "Walking group", booking_approval: true }, "south");
  const [first, second] = [await book(id), await book(id)];
  const person = desk.organiser("south");
  await person.get(`/desk/referrals/${first.reference}`);
  const list = await person.get("/desk/referrals");
  assert.match(list.text, /Walking group .*1 new, 2 in all/);
  assert.ok(list.text.indexOf(second.reference) < list.text.indexOf(first.reference));
  assert.doesNotMatch(list.html, /Marker/);
  assert.doesNotMatch((await person.get("/desk/referrals?show=new")).text, new RegExp(first.reference));
  assert.match((await person.get("/desk/referrals?show=waiting")).text, /Nobody is on a waiting list/);
});

test("long lists come in pages", async () => {
  await desk.organisation("east");
  const id = await publish({ capacity: null }, "east");
  await Promise.all(Array.from({ length: 101 }, () => book(id)));
  const person = desk.organiser("east");
  assert.match((await person.get("/desk/referrals")).html, /href="\/desk\/referrals\?show=open&(amp;)?page=2"/);
  assert.equal((await person.get("/desk/referrals?show=open&page=3")).html.match(/HWB-/g)?.length, 2);
  const register = await person.get(`/desk/events/${id}/people`);
  assert.match(register.html, /page=2/);
  assert.equal((await person.get(`/desk/events/${id}/people?page=2`)).text.match(/Marker Person/g)?.length, 2);
});

test("the page of an event names its people, each view in the audit; seen is what was opened", async () => {
  const id = await publish({ capacity: 1, waiting_list: true });
  const [holder, waiting, gone] = [await book(id, "Marker Holder"), await book(id, "Marker Waiting"), await book(id, "Marker Gone")];
  await cancelByPerson(gone);
  const person = desk.organiser("north");
  const page = await person.get(`/desk/events/${id}/people`);
  assert.match(page.text, /1 of 1 places taken, 1 waiting/);
  assert.match(page.text, /Marker Holder .*Waiting list, number 1/);
  assert.match(page.text, /Declined or cancelled \(1\)/);
  assert.doesNotMatch(page.text, /Marker Gone/);
  assert.deepEqual(await actionsOn(holder), ["create by form", "list by staff"]);
  assert.equal((await rowOf(holder)).seen_at, null);
  const opened = await person.get(`/desk/referrals/${waiting.reference}`);
  assert.match(opened.text, /Marker Waiting/);
  assert.doesNotMatch(opened.title, /Marker/);
  assert.ok((await rowOf(waiting)).seen_at);
});

test("another organisation's people are answered as those who are not there", async () => {
  const id = await publish();
  const { reference } = await book(id);
  const other = desk.organiser("south");
  await other.get("/desk/referrals");
  const missing = (await other.get("/desk/referrals/HWB-0000-0000")).html;
  for (const path of [`/desk/referrals/${reference}`, ...["", "/message", "/print", "/people.csv"].map((page) => `/desk/events/${id}/people${page}`)]) {
    const answer = await other.get(path);
    assert.deepEqual([answer.status, answer.html], [404, missing], path);
  }
  await other.get("/desk");
  for (const path of [`/desk/referrals/${reference}`, `/desk/events/${id}/people`, `/desk/events/${id}/people/booking`, `/desk/events/${id}/people/message`]) {
    const form = new URLSearchParams({ do: "cancel", booking: "closed", message: "Hello", referral: reference, token: /name="token" value="([^"]*)"/.exec(other.page?.html ?? "")?.[1] ?? "" });
    assert.equal((await other.copy().post(path, form)).status, 404, path);
  }
});

test("who is ticked is confirmed together; a second click in another browser does nothing more", async () => {
  const id = await publish({ booking_approval: true });
  const all = [await book(id), await book(id), await book(id)];
  const path = `/desk/events/${id}/people`;
  const [one, other] = await twoBrowsers(path);
  const ticks = { do: "confirm", referral: all.slice(0, 2).map(({ reference }) => reference) };
  const answers = await Promise.all([one.submit(ticks, path), other.submit(ticks, path)]);
  for (const { text } of answers) assert.match(text, /2 people confirmed/);
  assert.deepEqual(await Promise.all(all.map(stateOf)), ["confirmed", "confirmed", "received"]);
  assert.equal(await tellings(all[0]!, "confirmed"), 1);
  assert.ok((await rowOf(all[0]!)).seen_at);
  const none = await one.submit({ do: "confirm" }, path);
  assert.deepEqual([none.status, none.title.startsWith("Error: ")], [422, true]);
});

test("what was cancelled meanwhile is neither confirmed nor declined, and the page says why", async () => {
  const id = await publish({ booking_approval: true });
  const booked = await book(id);
  const person = desk.organiser("north");
  const path = `/desk/referrals/${booked.reference}`;
  await person.get(path);
  await cancelByPerson(booked);
  const late = await person.copy().submit({ do: "confirm" }, path);
  assert.equal(late.status, 409);
  assert.match(late.text, /Nothing was changed\. It was cancelled at .*link of the person/);
  assert.equal((await person.submit({ do: "decline", reason: "other" }, path)).status, 409);
  assert.deepEqual([await stateOf(booked), await tellings(booked, "confirmed"), await tellings(booked, "declined")], ["cancelled", 0, 0]);
});

test("declining asks for a reason, keeps what was chosen, and twice is once", async () => {
  const booked = await book(await publish());
  const path = `/desk/referrals/${booked.reference}`;
  const [one, other] = await twoBrowsers(path);
  assert.match((await one.copy().submit({}, path)).text, /Choose what you want to do/);
  const without = await one.copy().submit({ do: "decline" }, path);
  assert.equal(without.status, 422);
  assert.match(without.html, /value="decline" checked[^]*Choose why you decline/);
  const answers = await Promise.all([one, other].map((browser) => browser.submit({ do: "decline", reason: "not-suitable" }, path)));
  for (const { text } of answers) assert.match(text, /Done Declined/);
  assert.equal(await tellings(booked, "declined"), 1);
});

test("somebody is moved to another event with room, from two browsers once; where there is none, the page says so", async () => {
  const [from, to, full] = [await publish(), await publish({ title: "Second date" }), await publish({ capacity: 1 })];
  const [booked, stays] = [await book(from), await book(from)];
  const path = `/desk/referrals/${booked.reference}`;
  const [one, other] = await twoBrowsers(path);
  assert.match(one.page?.html ?? "", /Second date \(20 places left\)/);
  const answers = await Promise.all([one, other].map((browser) => browser.submit({ do: "move", to }, path)));
  for (const { text } of answers) assert.match(text, /Moved to the other event/);
  assert.deepEqual([(await rowOf(booked)).event_id, await tellings(booked, "moved")], [to, 1]);
  await book(full);
  const refused = await one.submit({ do: "move", to: full }, `/desk/referrals/${stays.reference}`);
  assert.deepEqual([refused.status, /no room any more/.test(refused.text)], [409, true]);
  const history = (await one.get(path)).text;
  assert.match(history, /Asked for a place on the web page, .*Opened by your organisation, .*Moved to another event by your organisation/);
});

test("who came is noted once the event has begun, and can be put right", async () => {
  const [now, soon] = [await publish(past), await publish()];
  const all = [await book(now), await book(now)];
  const early = await book(soon);
  const person = desk.organiser("north");
  const path = `/desk/events/${now}/people`;
  await person.get(path);
  assert.match((await person.submit({ do: "attended", referral: all.map(({ reference }) => reference) }, path)).text, /2 people noted as having come/);
  await person.submit({ do: "did-not-attend", referral: [all[0]!.reference] }, path);
  assert.deepEqual(await Promise.all(all.map(stateOf)), ["did-not-attend", "attended"]);
  await person.get(`/desk/events/${soon}/people`);
  assert.equal((await person.submit({ do: "attended", referral: [early.reference] })).status, 422);
  await person.get(`/desk/referrals/${early.reference}`);
  assert.equal((await person.submit({ do: "attended" })).status, 409);
  assert.equal(await stateOf(early), "confirmed");
});

test("a reference of another event cannot be slipped into the form of this one", async () => {
  const [here, there] = [await publish({ booking_approval: true }), await publish({ booking_approval: true })];
  await book(here);
  const elsewhere = await book(there);
  const person = desk.organiser("north");
  await person.get(`/desk/events/${here}/people`);
  await person.submit({ do: "confirm", referral: [elsewhere.reference] });
  assert.equal(await stateOf(elsewhere), "received");
});

test("booking is closed and opened again: nobody new gets in meanwhile, those in line still do", async () => {
  const id = await publish({ capacity: 1, waiting_list: true });
  const [holder, waiting] = [await book(id), await book(id)];
  const person = desk.organiser("north");
  const path = `/desk/events/${id}/people`;
  await person.get(path);
  const revision = async () => (await desk.database.db.selectFrom("event").select("revision").where("id", "=", id).executeTakeFirstOrThrow()).revision;
  const before = await revision();
  assert.match((await person.submit({}, `${path}/booking`)).text, /Booking is closed/);
  assert.equal(await revision(), before + 1);
  assert.deepEqual(await takePlace(desk.referrals, placeRequest(id)), { kind: "refused", refusal: "closed" });
  await cancelByPerson(holder);
  assert.equal(await stateOf(waiting), "confirmed");
  await person.submit({}, `${path}/booking`);
  assert.equal((await takePlace(desk.referrals, placeRequest(id))).kind, "taken");
});

test("a message to everyone is kept, mailed without its words, and counts once however often it is sent", async () => {
  const id = await publish();
  const [mailed, phone] = [await book(id), await book(id, "Marker Phone", { details: { name: "Marker Phone", contact: { kind: "phone", value: "020 7946 0123" }, needs: {} } })];
  const path = `/desk/events/${id}/people/message`;
  const [one, other] = await twoBrowsers(path);
  assert.match(one.page?.text ?? "", /ring these people .*Marker Phone: 020 7946 0123/);
  assert.equal((await one.copy().submit({ message: " " }, path)).status, 422);
  const long = await one.copy().submit({ message: "a".repeat(1_001) }, path);
  assert.ok(long.status === 422 && long.html.includes("a".repeat(1_001)));
  const answers = await Promise.all([one, other].map((browser) => browser.submit({ message: "Please bring a <towel>." }, path)));
  assert.match(answers.map(({ text }) => text).join(), /1 person gets an email/);
  assert.match(answers.map(({ text }) => text).join(), /sent already/);
  assert.match(answers[0]?.html ?? "", /Please bring a &lt;towel&gt;\./);
  assert.deepEqual([await tellings(mailed, "organiser-wrote"), await tellings(phone, "organiser-wrote")], [1, 0]);
  for (let count = 0; count < 4; count++) {
    await one.get(path);
    await one.submit({ message: `Message ${count}` }, path);
  }
  await one.get(path);
  const sixth = await one.submit({ message: "One more" }, path);
  assert.deepEqual([sixth.status, /5 times in a day/.test(sixth.text)], [422, true]);
});

test("register and file hold those who come and who wait, are safe for spreadsheets, and stand in the audit", async () => {
  const id = await publish({ capacity: 1, waiting_list: true, booking_approval: true });
  const referrer = { name: "Sample Nurse", role: "Nurse", organisation: "Sample Trust", email: "nurse@example.org" };
  const needs = { wheelchair: true, interpreter: "Polish", other: "@home, \"quiet\"" };
  const comes = await book(id, "=cmd|' /C calc'!A0", { bookedBy: "professional" });
  const details = { name: "Marker Waiting", contact: { kind: "phone", value: "+44 20 7946 0123" } as const, needs, referrer };
  const waits = await book(id, "Marker Waiting", { bookedBy: "professional", companion: true, details });
  const person = desk.organiser("north");
  const path = `/desk/events/${id}/people`;
  assert.doesNotMatch((await person.get(`${path}/print`)).text, /calc/);
  assert.match((await person.get(`${path}/print?with=to-answer`)).text, /calc.*Marker Waiting, and another person Wheelchair, Interpreter: Polish/);
  const file = await person.get(`${path}/people.csv?with=to-answer`);
  assert.match(file.headers.get("content-disposition") ?? "", /^attachment; filename="people-\d{4}-\d\d-\d\d\.csv"$/);
  assert.equal(file.headers.get("cache-control"), "no-store");
  const rows = parse(file.html, { bom: true, columns: true }) as Record<string, string>[];
  assert.deepEqual(rows.map((row) => [row["Name"], row["Contact"]]).slice(0, 2), [["'=cmd|' /C calc'!A0", rows[0]?.["Contact"]], ["Marker Waiting", "'+44 20 7946 0123"]]);
  assert.deepEqual([rows[1]?.["State"], rows[1]?.["Place in line"], rows[1]?.["Needs"]], ["Waiting list", "1", 'Wheelchair; Interpreter: Polish; @home, "quiet"']);
  assert.deepEqual(await actionsOn(comes), ["create by form", "export by staff", "export by staff"]);
  assert.deepEqual(await actionsOn(waits), ["create by form", "export by staff", "export by staff", "export by staff"]);
});

test("whom no e-mail reached is to be rung", async () => {
  const booked = await book(await publish());
  await desk.database.db.updateTable("message").set({ failed_at: new Date(), failure: "refused" }).where("referral_id", "=", booked.id).execute();
  const { event_id } = await rowOf(booked);
  const person = desk.organiser("north");
  assert.match((await person.get(`/desk/events/${event_id}/people`)).text, /Please ring/);
  assert.match((await person.get(`/desk/referrals/${booked.reference}`)).text, /did not reach them/);
});

test("after all of this nothing about anybody stands in a log, or unsealed in the database", async () => {
  await desk.organiser("north").get(`/desk/events/${randomUUID()}/people`);
  const texts: string[] = [];
  for (const table of ["event", "event_notice", "referral", "referral_request", "message", "audit"] as const) {
    const rows = await desk.database.db.selectFrom(table).selectAll().execute();
    const values = rows.flatMap((row) => Object.values(row) as unknown[]);
    texts.push(values.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : JSON.stringify(value))).join("\n"));
  }
  assert.ok(texts.every((text) => text.length > 2));
  assert.doesNotMatch([...texts, ...desk.lines].join("\n"), /Marker|example\.org|7946 0/);
});
