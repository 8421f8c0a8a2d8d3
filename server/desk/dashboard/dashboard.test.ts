import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { insertReference } from "../../../db/reference/insert.ts";
import type { Seen } from "../../referrals/pages/testing/person.ts";
import { takePlace } from "../../referrals/take-place.ts";
import { placeRequest } from "../../testing/referrals.ts";
import { openTestDesk, type TestDesk } from "../testing/desk-service.ts";
import { scopesOf } from "./scope.ts";

const NOW = Date.parse("2026-06-15T12:00:00Z");

let desk: TestDesk;
before(async () => {
  desk = await openTestDesk({ now: () => NOW });
  await insertReference(desk.database.db);
});
after(() => desk?.close());

let number = 0;
/** An event of the month with so many referrals, each of a person of their own. */
async function eventWith(organisation: string, referrals: number, bookedBy: "patient" | "carer" = "patient"): Promise<string> {
  const times = { starts_at: new Date(NOW + 86_400_000), ends_at: new Date(NOW + 90_000_000) };
  const event = await desk.publish(organisation, `event-${++number}`, { ...times, capacity: 60, last_confirmed: "2026-06-01" });
  for (let person = 0; person < referrals; person++) {
    assert.equal((await takePlace(desk.referrals, placeRequest(event, { bookedBy }))).kind, "taken");
  }
  return event;
}

/** The rows of a downloaded table, the heading first. */
function rowsOf({ html }: Seen): string[][] {
  return html.replace(/^\uFEFF/, "").trimEnd().split("\r\n").map((line) => line.split(","));
}

test("an organiser sees their own organisation and London, and nobody else's", async () => {
  await eventWith("barts-health", 6);
  await eventWith("uclh", 7);
  const organiser = desk.organiser("barts-health");
  const page = await organiser.get("/desk/dashboard?period=month");
  assert.match(page.text, /Barts Health NHS Trust , Monday 1 June 2026 to Tuesday 30 June 2026/);
  assert.match(page.text, /1 event \(before: 0\) and 6 referrals/);
  assert.doesNotMatch(page.html, /organisation\.uclh|Referrals by organisation/);
  assert.match((await organiser.get("/desk/dashboard?period=month&scope=london")).text, /2 events \(before: 0\) and 13 referrals/);
  for (const scope of ["organisation.uclh", "alliance.selca", "nothing"]) {
    for (const path of ["/desk/dashboard", "/desk/dashboard/totals.csv"]) assert.equal((await organiser.get(`${path}?scope=${scope}`)).status, 404, path + scope);
  }
});

test("London's referrals are told apart by organisation for an administrator, and by alliance for others", async () => {
  const path = "/desk/dashboard/organisations.csv?period=month&scope=london";
  const names = async (person: ReturnType<TestDesk["person"]>) => rowsOf(await person.get(path)).slice(1).map(([name]) => name).toSorted();
  assert.deepEqual(await names(desk.person([{ role: "administrator" }])), ["Barts Health NHS Trust", "University College London Hospitals NHS Foundation Trust"]);
  assert.deepEqual(await names(desk.coordinator("selca")), ["North Central London Cancer Alliance", "North East London Cancer Alliance"]);
});

test("a coordinator sees their own alliance and London, and no other alliance", async () => {
  const coordinator = desk.coordinator("nel-cancer-alliance");
  assert.match((await coordinator.get("/desk/dashboard")).text, /North East London Cancer Alliance , Tuesday 1 July 2025 to Tuesday 30 June 2026/);
  assert.match((await coordinator.get("/desk/dashboard/organisations.csv")).html, /Barts Health NHS Trust,6,0/);
  assert.equal((await coordinator.get("/desk/dashboard?scope=alliance.selca")).status, 404);
});

test("an administrator chooses among all alliances and organisations", async () => {
  const { html } = await desk.person([{ role: "administrator" }]).get("/desk/dashboard");
  for (const scope of ["alliance.selca", "alliance.rm-partners", "organisation.uclh"]) assert.ok(html.includes(`value="${scope}"`), scope);
  assert.doesNotMatch(html, /rm-partners-2018/);
});

test("a referral keeps when it was first confirmed, whatever becomes of it", async () => {
  const event = await eventWith("whittington-health", 1);
  const referrals = desk.database.db.selectFrom("referral").select(["confirmed_at", "created_at"]).where("event_id", "=", event);
  const { created_at } = await referrals.executeTakeFirstOrThrow();
  for (const state of ["attended", "confirmed", "did-not-attend"] as const) {
    await desk.database.db.updateTable("referral").set({ state, state_at: new Date(NOW + 60_000) }).where("event_id", "=", event).execute();
    assert.deepEqual((await referrals.executeTakeFirstOrThrow()).confirmed_at, created_at);
  }
});

test("who has no role at the desk sees no figures", async () => {
  assert.deepEqual(await scopesOf(desk.database.db, { id: "nobody", name: "Nobody", roles: [], hasSecondFactor: true }), []);
});

test("a file of no figure is not found", async () => {
  for (const file of ["nothing.csv", "totals", "constructor.csv", "organisations.csv"]) {
    assert.equal((await desk.organiser("uclh").get(`/desk/dashboard/${file}`)).status, 404, file);
  }
});

test("from 1 to 4 people are shown in no picture, table or file, and another number is left out with them", async () => {
  const event = await eventWith("guys-and-st-thomas", 23);
  await eventWith("guys-and-st-thomas", 3, "carer");
  for (let person = 0; person < 17; person++) {
    await takePlace(desk.referrals, placeRequest(event, { bookedBy: "professional" }));
  }
  const organiser = desk.organiser("guys-and-st-thomas");
  const page = await organiser.get("/desk/dashboard?period=month");
  const section = /<section class="hwbe-figure" aria-labelledby="figure-routes">.*?<\/section>/s.exec(page.html)?.[0] ?? "";
  assert.match(section, /Patients for themselves: 23\. Carers: fewer than 5\. Professionals on our page: not shown/);
  assert.doesNotMatch(section, />\s*(?:3|17)\s*</);
  assert.equal(/<svg.*?<\/svg>/s.exec(section)?.[0].includes("fewer than 5"), true);
  assert.deepEqual(rowsOf(await organiser.get("/desk/dashboard/routes.csv?period=month")).slice(1, 4), [
    ["Patients for themselves", "23", "0"], ["Carers", "fewer than 5", "0"], ["Professionals on our page", "not shown", "0"],
  ]);
});

test("dates that are none come back with what was typed, and with what is wrong", async () => {
  const organiser = desk.organiser("uclh");
  const page = await organiser.get("/desk/dashboard?period=dates&from=31/2/2026&to=");
  assert.equal(page.status, 422);
  assert.match(page.title, /^Error: Dashboard/);
  assert.match(page.html, /href="#from">Enter a real date[\s\S]*href="#to">Enter the last day/);
  assert.match(page.html, /value="31\/2\/2026"/);
  assert.match((await organiser.get("/desk/dashboard?period=dates&from=1/6/2026&to=15/6/2026")).text, /before: Sunday 17 May 2026 to Sunday 31 May 2026/);
});

test("a picture is one image with a text, and brings no style and no script of its own", async () => {
  const { html } = await desk.person([{ role: "administrator" }]).get("/desk/dashboard");
  const pictures = [...html.matchAll(/<svg class="hwbe-chart.*?<\/svg>/gs)].map(([svg]) => svg);
  assert.equal(pictures.length, 7);
  for (const svg of pictures) {
    assert.match(svg, /^<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"[^>]*>\s*<title id="\1">[^<]+<\/title><desc id="\2">[^<]+<\/desc>/);
    assert.doesNotMatch(svg, /style=|<style|<script|url\(|href|role="graphics/);
  }
});
