import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Event } from "../../../contract/event.ts";
import { placeRequest } from "../../../testing/referrals.ts";
import { linkToken, type LinkPurpose } from "../../link-token.ts";
import type { PlaceRequest } from "../../referral.ts";
import { takePlace } from "../../take-place.ts";
import { openTestService, type TestService } from "../testing/service.ts";

const DETAILS: PlaceRequest["details"] = {
  name: "Marker Person",
  contact: { kind: "email", value: "marker@example.org" },
  needs: { wheelchair: true },
  referrer: { name: "Sam Nurse", role: "GP", organisation: "Example Practice", email: "sam@example.nhs.uk" },
};

let service: TestService;
before(async () => {
  service = await openTestService();
});
after(() => service?.close());

interface Booked {
  referral: string;
  reference: string;
  path: (purpose: LinkPurpose) => string;
}

async function book({ id }: Event, changes: Partial<PlaceRequest> = {}): Promise<Booked> {
  const outcome = await takePlace(service.referrals, placeRequest(id, { details: DETAILS, ...changes }));
  assert.equal(outcome.kind, "taken");
  const { referral, receipt: { reference } } = outcome;
  return { referral, reference, path: (purpose) => `/referrals/${linkToken(service.referrals.ring, { purpose, referral })}` };
}

const stateOf = async (event: Event) => (await service.referralsOf(event))[0]?.state;

test("a booking's page tells its event, reference and state, and never who it is for", async () => {
  const event = await service.publish("shown", { format: "online", venue: null });
  const { reference, path } = await book(event);
  const page = await service.person().get(path("attendee"));
  const joining = "You get the link or number to join from the organiser.";
  for (const words of ["You have a place", "Managing tiredness", "Tuesday 3 March 2026, 2pm to 4:30pm", reference, joining]) {
    assert.ok(page.text.includes(words), words);
  }
  assert.doesNotMatch(page.html, /marker|sam@/i);
  assert.match(page.html, /href="tel:02079460018"/);
});

test("opening a link changes nothing, and cancelling asks first", async () => {
  const event = await service.publish("cancel");
  const { path } = await book(event);
  const person = service.person();
  const asked = await person.get(`${path("attendee")}/cancel`);
  assert.match(asked.text, /Do you want to cancel this booking\?/);
  assert.equal(await stateOf(event), "confirmed");
  const done = await person.submit({});
  assert.match(done.text, /Your booking is cancelled\. Thank you for telling us\. Your booking This booking is cancelled/);
  assert.doesNotMatch(done.text, /Cancel my booking/);
  assert.equal(await stateOf(event), "cancelled");
  assert.equal((await person.get(`${path("attendee")}/cancel`)).path, path("attendee"));
});

test("who comes along can be changed while there is room", async () => {
  const event = await service.publish("companion-later", {}, { capacity: 2 });
  const { path } = await book(event);
  const person = service.person();
  assert.match((await person.get(`${path("attendee")}/change`)).html, /value="no" checked/);
  assert.match((await person.submit({ companion: "yes" })).text, /Your booking is changed\. .* Another person Yes, one person/);
  await person.get(`${path("attendee")}/change`);
  assert.equal((await person.submit({})).status, 422);
  await person.get(`${path("attendee")}/change`);
  await person.submit({ companion: "no" });
  await book(event);
  await person.get(`${path("attendee")}/change`);
  const refused = await person.submit({ companion: "yes" });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /There is no place for another person We have not changed your booking\./);
});

test("a person sees what is held about them, and has it deleted", async () => {
  const event = await service.publish("held");
  const { path } = await book(event);
  const person = service.person();
  const held = await person.post(`${path("attendee")}/details`, new URLSearchParams());
  for (const words of ["Marker Person", "Email to marker@example.org", "Space for a wheelchair", "Sam Nurse, GP, Example Practice"]) {
    assert.ok(held.text.includes(words), words);
  }
  assert.doesNotMatch(held.title, /marker/i);
  assert.match((await person.get(`${path("attendee")}/erase`)).text, /Do you want us to delete your details\?/);
  assert.match((await person.submit({})).text, /Your details are deleted\. .* We have deleted your name/);
  assert.match((await person.post(`${path("attendee")}/details`, new URLSearchParams())).text, /We hold nothing about you/);
  const [referral] = await service.referralsOf(event);
  assert.deepEqual([referral?.sealed, referral?.person_index, referral?.state], [null, null, "cancelled"]);
});

test("a booking of an event that is no longer listed still says how it stands, and can be cancelled", async () => {
  const person = service.person();
  const { path } = await book(await service.publish("unlisted"));
  const page = await person.get(path("attendee"));
  assert.match(page.text, /You have a place .*This event is no longer listed\./);
  await person.get(`${path("attendee")}/cancel`);
  assert.match((await person.submit({})).text, /This booking is cancelled/);
});

test("a professional follows a referral from received to attended, and may cancel it", async () => {
  const event = await service.publish("followed");
  const { referral, path } = await book(event, { bookedBy: "professional" });
  const person = service.person();
  const shown = async (set: object) => {
    await service.database.db.updateTable("referral").set(set).where("id", "=", referral).execute();
    return (await person.get(path("referrer"))).text;
  };
  assert.match(await shown({ reason: null }), /Seen by the organiser Not yet\./);
  assert.match(await shown({ seen_at: new Date("2026-03-02T13:30:00Z") }), /Seen by the organiser 1:30pm on Monday 2 March 2026/);
  assert.match(await shown({ state: "declined", reason: "not-reached" }), /Declined .*The organiser could not get in touch\./);
  assert.match(await shown({ state: "attended", reason: null }), /Attended The organiser noted this/);
  assert.match(await shown({ state: "confirmed" }), /Cancel this referral/);
  await person.get(`${path("referrer")}/cancel`);
  assert.match((await person.submit({})).text, /The person who made the referral cancelled it\./);
});

test("each state is told in words to the person who booked", async () => {
  const event = await service.publish("worded");
  const gone = await service.publish("worded-cancelled", { status: "cancelled", statusNote: "The speaker is ill." });
  const morning = { startsAt: "2026-03-02T09:00:00+00:00", endsAt: "2026-03-02T11:00:00+00:00" };
  const over = await service.publish("worded-over", morning, { ends_at: new Date("2026-03-09T11:00:00Z") });
  const person = service.person();
  const { referral, path } = await book(event);
  const shown = async (set: object) => {
    await service.database.db.updateTable("referral").set(set).where("id", "=", referral).execute();
    return (await person.get(path("attendee"))).text;
  };
  assert.match(await shown({ state: "received" }), /Waiting for the organiser/);
  const unconfirmed = await shown({ confirm_by: new Date("2026-03-03T12:00:00Z") });
  assert.match(unconfirmed, /Not confirmed yet .*Follow it by midday on Tuesday 3 March 2026/);
  assert.match(await shown({ state: "cancelled", reason: "lapsed", confirm_by: null }), /It was not confirmed by email in time\./);
  assert.match(await shown({ state: "declined", reason: "not-suitable" }), /You do not have a place/);
  assert.match(await shown({ state: "did-not-attend", reason: null }), /did not come/);
  assert.match((await person.get((await book(gone)).path("attendee"))).text, /This event is cancelled The speaker is ill\./);
  assert.match((await person.get((await book(over)).path("attendee"))).text, /This event is over/);
});

test("a link to confirm or to prove an address does nothing until its button is pressed", async () => {
  const event = await service.publish("confirmed");
  const { path } = await book(event, { mustConfirm: true });
  const person = service.person();
  assert.match((await person.get(path("confirm-address"))).text, /Press the button to confirm that you made this booking\./);
  assert.equal(await stateOf(event), "received");
  const done = await person.submit({});
  assert.equal(done.path, `${path("attendee")}?done=confirmed`);
  assert.match(done.text, /Your email address is confirmed\. .* You have a place/);

  const referred = await service.publish("proved");
  const referral = await book(referred, { bookedBy: "professional" });
  await person.get(referral.path("prove-address"));
  assert.equal((await service.referralsOf(referred))[0]?.referrer_proved_at, null);
  assert.match((await person.submit({})).text, /Your email address is proved\./);
});

test("who confirms too late is told so, with a way to book again", async () => {
  const event = await service.publish("too-late");
  const { referral, path } = await book(event, { mustConfirm: true });
  const lapsed = { state: "cancelled", reason: "lapsed", confirm_by: null } as const;
  await service.database.db.updateTable("referral").set(lapsed).where("id", "=", referral).execute();
  const person = service.person();
  await person.get(path("confirm-address"));
  const late = await person.submit({});
  assert.equal(late.status, 409);
  assert.match(late.html, new RegExp(`href="/events/${event.slug}/book"`));
});

test("every link that is not ours, or for something else, gets the same answer", async () => {
  const { path } = await book(await service.publish("unknown-links"));
  const app = service.app();
  const answerTo = async (address: string, method = "GET") => {
    const response = await app.request(address, { method });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  };
  const missing = linkToken(service.referrals.ring, { purpose: "attendee", referral: "00000000-0000-4000-8000-000000000000" });
  const first = await answerTo(`/referrals/${missing}`);
  assert.equal(first.status, 404);
  assert.deepEqual(await answerTo(`${path("referrer")}/details`, "POST"), first);
  assert.deepEqual(await answerTo(`${path("confirm-address")}/cancel`, "POST"), first);
  assert.deepEqual(await answerTo(path("attendee"), "POST"), first);
  await fc.assert(fc.asyncProperty(fc.base64String({ minLength: 1 }).map((text) => text.replace(/[+/=]/g, "_")), async (token) => {
    assert.deepEqual(await answerTo(`/referrals/${token}`), first);
  }), { numRuns: 40 });
  const good = path("attendee");
  const flipped = good.slice(0, -1) + (good.endsWith("A") ? "B" : "A");
  assert.deepEqual(await answerTo(flipped), first);
});

test("whoever asks for a link again gets the same answer, and a mail goes out only where both match", async () => {
  const event = await service.publish("lost-link");
  const { reference } = await book(event);
  const person = service.person();
  const answers = [];
  const asked = [
    { reference: reference.toLowerCase(), contact: "MARKER@example.org" },
    { reference, contact: "other@example.org" },
    { reference: "HWB-0000-0000", contact: "marker@example.org" },
    { reference, contact: "020 7946 0999" },
  ];
  for (const fields of asked) {
    await person.get("/referrals");
    answers.push((await person.submit(fields)).html);
  }
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0]!, /If they match a booking, we have sent the link/);
  const mails = await service.database.db.selectFrom("message").select("id").where("kind", "=", "your-link").execute();
  assert.equal(mails.length, 1);
  await person.get("/referrals");
  const wrong = await person.submit({ reference: "zz", contact: "" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Enter a reference, like HWB-7K3M-9QXT/);
});
