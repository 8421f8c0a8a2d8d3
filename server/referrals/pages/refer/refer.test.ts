import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Person } from "../testing/person.ts";
import { openTestService, type TestService } from "../testing/service.ts";
import { proveByLink } from "../../by-link.ts";
import { linkToken } from "../../link-token.ts";

const PATIENT = { name: "Marker Patient", contact: "text", mobile: "07700 900123", needs: ["interpreter"], language: "Polish" };
const REFERRER = {
  "referrer-name": "Sam Nurse",
  "referrer-role": "Clinical nurse specialist",
  "referrer-organisation": "Example Trust",
  "referrer-email": "sam.nurse@example.nhs.uk",
};
const DAY_BEFORE = { startsAt: "2026-03-01T14:00:00+00:00", endsAt: "2026-03-01T16:00:00+00:00" };

let service: TestService;
before(async () => {
  service = await openTestService();
});
after(() => service?.close());

/** As the page itself has them, so that whoever sends it again sends the same. */
async function open(path: string): Promise<Person> {
  const person = service.person();
  const page = await person.get(path);
  assert.equal(page.status, 200);
  return person;
}

test("a professional refers a patient on one page, and gets a reference, a status page and a line for the record", async () => {
  const event = await service.publish("refer-one");
  const person = await open(`/events/${event.slug}/refer`);
  const page = await person.submit({ ...PATIENT, ...REFERRER, companion: "yes", proof: await service.proof() });
  assert.equal(page.path, "/refer/done");
  assert.match(page.text, /1 referral made/);
  assert.match(page.text, /Referred to Managing tiredness, Tuesday 3 March 2026, 2pm to 4:30pm \(HWB-\w{4}-\w{4}\) on/);
  assert.match(page.text, /\) on Monday 2 March 2026\. Place confirmed\./);
  assert.doesNotMatch(page.html, /marker/i);
  const status = /href="https:\/\/events\.example(\/referrals\/[^"]+)"/.exec(page.html)?.[1];
  const seen = await person.get(status!);
  assert.match(seen.text, /Your referral Received .* Seen by the organiser .*Not yet\. Place confirmed/);
  assert.match(seen.text, /Your email address is not proved yet/);
  assert.doesNotMatch(seen.html, /marker|07700/i);
  const [referral] = await service.referralsOf(event);
  assert.deepEqual([referral?.state, referral?.booked_by, referral?.party_size], ["confirmed", "professional", 2]);
  assert.deepEqual([referral?.confirm_by, referral?.referrer_proved_at], [null, null]);
});

test("without a proof of work places are held until the referrer proves their address, and only they get a mail", async () => {
  const event = await service.publish("refer-unproved");
  const person = await open(`/events/${event.slug}/refer`);
  const page = await person.submit({ ...PATIENT, ...REFERRER, website: "https://spam.example", proof: await service.proof() });
  assert.match(page.text, /Place held until you prove your address/);
  assert.match(page.text, /Follow it within 24 hours, or the referral ends/);
  const [referral] = await service.referralsOf(event);
  assert.equal(referral?.state, "received");
  assert.ok(referral?.confirm_by);
  const told = async () => (await service.database.db.selectFrom("message").select(["kind", "recipient"]).where("referral_id", "=", referral.id).execute()).map(({ kind, recipient }) => `${kind} to ${recipient}`).sort();
  assert.deepEqual(await told(), ["prove-address to referrer"]);
  await proveByLink(service.referrals, linkToken(service.referrals.ring, { purpose: "prove-address", referral: referral.id }));
  const [proved] = await service.referralsOf(event);
  assert.deepEqual([proved?.state, proved?.confirm_by, proved?.referrer_proved_at !== null], ["confirmed", null, true]);
  assert.ok((await told()).includes("booked to referrer"));
});

test("a proof is for one patient: the next one in the same form needs another", async () => {
  const event = await service.publish("one-proof");
  const person = await open(`/events/${event.slug}/refer`);
  const [back, proof] = [person.copy(), await service.proof()];
  await person.submit({ ...PATIENT, ...REFERRER, proof });
  await back.copy().submit({ ...PATIENT, ...REFERRER, proof });
  await back.submit({ ...PATIENT, ...REFERRER, name: "Another Patient", proof });
  const referrals = await service.referralsOf(event);
  assert.deepEqual(referrals.map(({ state }) => state).sort(), ["confirmed", "received"]);
});

test("a shortlist is referred to at once, and each event has an outcome of its own", async () => {
  const [free, line, full] = [
    await service.publish("list-free"),
    await service.publish("list-line", { places: { state: "waiting-list", left: null } }, { capacity: 0, waiting_list: true }),
    await service.publish("list-full", {}, { capacity: 0 }),
  ];
  const over = await service.publish("list-over", { title: "What is over", ...DAY_BEFORE });
  const ids = [free, line, full].map(({ id }) => id);
  const person = await open(`/refer?ids=${[...ids, over.id, "nonsense"].join(",")}`);
  assert.match(person.page!.text, /Not What is over ?, .*: this event is over\./);
  const page = await person.submit({ ...PATIENT, ...REFERRER, event: ids, proof: await service.proof() });
  assert.match(page.text, /2 referrals made/);
  assert.match(page.text, /Place confirmed .* On the waiting list, number 1 .* Not referred: all places are taken/);
  assert.equal((await service.referralsOf(full)).length, 0);
  assert.equal(page.html.match(/Referred to /g)?.length, 2);
});

test("all that is missing is named at once, in the order of the page, and what was typed stays", async () => {
  const [one, two] = [await service.publish("missing-one"), await service.publish("missing-two")];
  const person = await open(`/refer?ids=${one.id},${two.id}`);
  const page = await person.submit({ "referrer-role": "GP", contact: "email", email: "wrong" });
  assert.equal(page.status, 422);
  assert.match(page.title, /^Error: /);
  const fields = [...page.html.matchAll(/<li><a href="#([^"]+)"/g)].map(([, field]) => field);
  assert.deepEqual(fields, ["event", "name", "email", "referrer-name", "referrer-organisation", "referrer-email"]);
  for (const field of fields) assert.match(page.html, new RegExp(`id="${field}"`));
  assert.match(page.html, /value="GP"/);
  assert.match(page.html, /value="wrong"/);
});

test("the same form sent twice is one referral, and another patient in it is another", async () => {
  const event = await service.publish("sent-twice");
  const person = await open(`/events/${event.slug}/refer`);
  const back = person.copy();
  await person.submit({ ...PATIENT, ...REFERRER });
  await back.copy().submit({ ...PATIENT, ...REFERRER });
  assert.equal((await service.referralsOf(event)).length, 1);
  await back.submit({ ...PATIENT, ...REFERRER, name: "Another Patient" });
  assert.equal((await service.referralsOf(event)).length, 2);
});

test("who refers is remembered when they ask for it, never the patient, and is forgotten when they ask", async () => {
  const event = await service.publish("remembered");
  const person = await open(`/events/${event.slug}/refer`);
  await person.submit({ ...PATIENT, ...REFERRER });
  assert.doesNotMatch((await person.get(`/events/${event.slug}/refer`)).html, /Sam Nurse/);
  await person.submit({ ...PATIENT, ...REFERRER, remember: "yes" });

  const again = await person.get(`/events/${event.slug}/refer`);
  assert.match(again.html, /<details class="hwbe-referrer"><summary>/);
  assert.match(again.text, /Sam Nurse, Clinical nurse specialist, Example Trust, sam\.nurse@example\.nhs\.uk Change your details/);
  assert.doesNotMatch(again.html, /marker|07700|Polish/i);

  const forgotten = await person.submit({ name: "Next Patient", ...REFERRER, forget: "yes" });
  assert.match(forgotten.html, /value="Next Patient"/);
  assert.doesNotMatch(forgotten.html, /Sam Nurse/);
  assert.equal(person.cookies.has("__Host-referrer"), false);
});

test("the patient's fields are never filled in by the browser, and the referrer's are", async () => {
  const event = await service.publish("autocomplete");
  const { html } = (await open(`/events/${event.slug}/refer`)).page!;
  const fields = html.matchAll(/id="([^"]+)" name="[^"]+" type="(?:text|email|tel)" value="[^"]*"\s+autocomplete="([^"]+)"/g);
  const tokens = Object.fromEntries([...fields].map(([, id, token]) => [id, token]));
  assert.deepEqual(tokens, {
    name: "off", email: "off", mobile: "off", phone: "off", language: "off",
    "referrer-name": "name", "referrer-role": "organization-title", "referrer-organisation": "organization", "referrer-email": "email",
  });
});

test("while the database is away the form comes back as it was, and sent again it refers once", async () => {
  const event = await service.publish("refer-away");
  const person = await open(`/events/${event.slug}/refer`);
  const there = person.app;
  person.app = service.app({ isAway: true });
  const failed = await person.submit({ ...PATIENT, ...REFERRER });
  assert.equal(failed.status, 503);
  assert.equal(failed.headers.get("retry-after"), "5");
  assert.match(failed.html, /value="Marker Patient"/);
  person.app = there;
  await person.submit({ ...PATIENT, ...REFERRER });
  assert.equal((await service.referralsOf(event)).length, 1);
});

test("an event without referrals, a forged form and an empty shortlist are answered kindly, and change nothing", async () => {
  const self = await service.publish("self-only", { booking: { route: "here", who: ["self"], url: null, note: null, approval: false, open: true } });
  const event = await service.publish("forged");
  const person = await open(`/events/${event.slug}/refer`);
  const forged = await person.post(`/events/${event.slug}/refer`, new URLSearchParams({ ...REFERRER, name: "Marker", token: "forged" }));
  assert.equal(forged.status, 403);
  assert.doesNotMatch(forged.html, /marker/i);
  assert.equal((await service.referralsOf(event)).length, 0);
  assert.match((await person.get(`/events/${self.slug}/refer`)).text, /Patients book this event themselves/);
  assert.match((await person.get("/refer")).text, /Choose events first/);
  assert.match((await person.get(`/refer?ids=${self.id}`)).text, /You cannot refer to these events here: Managing tiredness/);
  assert.equal((await service.person().get("/refer/done")).status, 404);
});
