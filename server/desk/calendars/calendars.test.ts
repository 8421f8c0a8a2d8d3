import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Fetched } from "../../calendars/fetch-calendar.ts";
import { openTestDesk, type TestDesk } from "../testing/desk-service.ts";

let desk: TestDesk;
let now = Date.parse("2026-03-02T12:00:00Z");
let answer: Fetched = { kind: "failed", reason: "There is no calendar at this address" };
const asked: string[] = [];

before(async () => {
  desk = await openTestDesk({ now: () => now, fetchCalendar: (url) => { asked.push(url.href); return Promise.resolve(answer); } });
  for (const slug of ["north", "south"]) await desk.organisation(slug);
  await desk.database.db.insertInto("language").values({ code: "en", label: "English" }).execute();
});
after(() => desk.close());

const event = (uid: string, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:${uid}`, "DTSTART:20260703T140000", "DTEND:20260703T150000", ...lines, "END:VEVENT"].join("\r\n");
const calendar = (...events: string[]): Fetched => ({ kind: "body", bytes: Buffer.from(["BEGIN:VCALENDAR", ...events, "END:VCALENDAR", ""].join("\r\n")), validators: { etag: null, lastModified: null } });
const MAPPING = { "for-whom": "Everyone", format: "online", kind: "course", audience: ["patients"], booking: "here", "booking-by": ["self"] };
const published = () => desk.database.db.selectFrom("event").select(["title", "kind", "status"]).orderBy("title").execute();

test("an address that is none, or that brings nothing, comes back with what is wrong", async () => {
  const person = desk.organiser("north");
  for (const [address, message] of [["", "Enter the address of your calendar"], ["http://calendar.example/", "starts with https:// or webcal://"], ["https://calendar.example/a.ics", "There is no calendar at this address"]] as const) {
    await person.get("/desk/calendars");
    const page = await person.submit({ address });
    assert.deepEqual([page.status, page.title.startsWith("Error: "), page.text.includes(message)], [422, true, true], address);
    assert.ok(page.html.includes(`value="${address}"`));
  }
  assert.deepEqual(asked, ["https://calendar.example/a.ics"]);
  assert.doesNotMatch((await person.get("/desk/calendars")).text, /calendar\.example/);
});

test("a calendar is added, mapped, looked at, followed, fetched and let go", async () => {
  const person = desk.organiser("north");
  answer = calendar(event("Talk"), event("Walk", "LOCATION:Zoom"), event("Broken").replace("DTEND", "X-END"));
  await person.get("/desk/calendars");
  const added = await person.submit({ address: "webcal://calendar.example/b.ics" });
  assert.match(added.text, /What calendars do not tell/);
  const wrong = await person.submit({ ...MAPPING, "for-whom": "", "contact-phone": "020 7946 0018" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /href="#for-whom">Enter who the events are for<[\s\S]*href="#contact-name"/);
  assert.match(wrong.html, /value="020 7946 0018"/);

  const preview = await person.submit(MAPPING);
  assert.match(preview.text, /Talk When Friday 3 July 2026, 2pm to 3pm/);
  assert.match(preview.text, /Broken has no end: give it one in the calendar/);
  assert.deepEqual(await published(), []);

  const followed = await person.submit({}, `${preview.path}/follow`);
  assert.match(followed.text, /Calendar followed: we look at it every hour.*Followed.*2 new, 0 changed/);
  assert.deepEqual(await published(), [{ title: "Talk", kind: "course", status: "published" }, { title: "Walk", kind: "course", status: "published" }]);

  answer = { kind: "failed", reason: "The calendar cannot be reached" };
  assert.match((await person.submit({}, `${preview.path}/fetch`)).text, /We looked a moment ago/);
  now += 120_000;
  assert.match((await person.submit({}, `${preview.path}/fetch`)).text, /The calendar cannot be reached\. We last tried on .*What is published stays/);

  answer = calendar(event("Talk"));
  now += 120_000;
  assert.match((await person.submit({}, `${preview.path}/fetch`)).text, /No longer in the calendar.*Walk, Friday 3 July 2026/);
  assert.match((await person.submit({}, `${preview.path}/stop`)).text, /no longer followed: its events stay/);
  assert.equal((await published()).length, 2);
});

test("a change of what the events have in common reaches those of a followed calendar", async () => {
  const person = desk.organiser("south");
  answer = calendar(event("Sleep"));
  await person.get("/desk/calendars");
  await person.submit({ address: "https://calendar.example/c.ics" });
  const { path } = await person.submit(MAPPING);
  await person.submit({}, `${path}/follow`);
  await person.submit({ ...MAPPING, kind: "drop-in" }, path);
  assert.deepEqual(await desk.database.db.selectFrom("event").select("kind").where("organisation", "=", "south").execute(), [{ kind: "drop-in" }]);
});

test("another organisation's calendar is not there", async () => {
  const { id } = await desk.database.db.selectFrom("calendar").select("id").where("organisation", "=", "south").executeTakeFirstOrThrow();
  const person = desk.organiser("north");
  assert.equal((await person.get(`/desk/calendars/${id}`)).status, 404);
  await person.get("/desk/calendars");
  assert.equal((await person.submit({}, `/desk/calendars/${id}/stop`)).status, 404);
});
