import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { takePlace } from "../referrals/take-place.ts";
import { placeRequest } from "../testing/referrals.ts";
import { openTestDesk, type TestDesk } from "./testing/desk-service.ts";

let desk: TestDesk;
before(async () => {
  desk = await openTestDesk();
  for (const slug of ["north", "south"]) await desk.organisation(slug);
});
after(() => desk.close());

test("a stranger is asked to sign in, and then to go on where they wanted to", async () => {
  const answer = await desk.app.request("https://events.example/desk?all=yes");
  assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/desk/sign-in?next=%2Fdesk%3Fall%3Dyes"]);
  assert.equal(answer.headers.get("cache-control"), "no-store");
});

test("the desk shows each role its own pages and no others", async () => {
  const organiser = (await desk.organiser("north").get("/desk")).html;
  assert.match(organiser, /href="\/desk\/events"/);
  assert.doesNotMatch(organiser, /href="\/desk\/queue"/);
  const coordinator = (await desk.coordinator("rm-partners").get("/desk")).html;
  assert.match(coordinator, /href="\/desk\/queue"/);
  assert.doesNotMatch(coordinator, /href="\/desk\/referrals"/);
});

test("who belongs to two organisations chooses for which they act, and can choose no other", async () => {
  const person = desk.person([{ role: "organiser", organisation: "north" }, { role: "lead", organisation: "south" }]);
  await person.get("/desk");
  assert.match((await person.submit({ organisation: "south" }, "/desk/organisation")).html, /value="south" checked/);
  const refused = await person.submit({ organisation: "east" }, "/desk/organisation");
  assert.deepEqual([refused.status, refused.title.startsWith("Error: ")], [422, true]);
});

test("a form without the token of this browser is refused", async () => {
  const person = desk.person([{ role: "organiser", organisation: "north" }, { role: "lead", organisation: "south" }]);
  await person.get("/desk");
  const answer = await person.post("/desk/organisation", new URLSearchParams({ organisation: "south", token: "AAAA" }));
  assert.equal(answer.status, 403);
});

test("the first page says what waits for them", async () => {
  const id = await desk.publish("north", "to-open", { last_confirmed: "2020-01-01" });
  await takePlace(desk.referrals, placeRequest(id));
  const page = await desk.organiser("north").get("/desk");
  assert.match(page.text, /1 new referral 1 event to confirm/);
  assert.match((await desk.organiser("south").get("/desk")).text, /Nothing waits for you/);
});
