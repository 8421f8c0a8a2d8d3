import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Event, Session } from "../../contract/event.ts";
import { openTestService, type TestService } from "./testing/service.ts";
import type { Person } from "./testing/person.ts";

const NAME = "Marker Person";
const PHONE = "020 7946 0123";
const EMAIL = "marker.person@example.org";
const BY_EMAIL = { contact: "email", email: EMAIL };

let service: TestService;
before(async () => {
  service = await openTestService();
});
after(() => service?.close());

const SELF: Event["booking"] = { route: "here", who: ["self"], url: null, note: null, approval: false, open: true };

interface Route {
  contact?: Record<string, string>;
  companion?: string;
}

/** Answers all questions of an event for patients and carers, up to the answers to check. */
async function answer(person: Person, { slug }: Event, { contact = BY_EMAIL, companion = "no" }: Route = {}): Promise<void> {
  await person.get(`/events/${slug}/book`);
  await person.get(`/events/${slug}/book/for-whom`);
  await person.submit({ "for-whom": "patient" });
  await person.submit({ companion });
  await person.submit({ name: NAME });
  await person.submit(contact);
  await person.submit({ needs: ["bsl", "other"], other: "A seat near the door" });
  assert.equal(person.page?.path, `/events/${slug}/book/check`);
}

test("somebody books with one question a page, and gets a reference, a link and the phone line", async () => {
  const event = await service.publish("all-questions");
  const person = service.person();
  await answer(person, event);
  const answers = ["No", NAME, `Email to ${EMAIL}`, "A seat near the door"];
  for (const words of [...answers, "Who sees these answers", "Example NHS Trust", "90 days after the event"]) {
    assert.ok(person.page?.text.includes(words), words);
  }
  const done = await person.submit({ proof: await service.proof() });
  assert.equal(done.path, `/events/${event.slug}/book/done`);
  assert.match(done.text, /Your place is booked Your reference HWB-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.match(done.html, /href="tel:02079460018"/);
  assert.match(done.html, new RegExp(`/v1/events/${event.id}\\.ics`));
  const link = /href="https:\/\/events\.example(\/referrals\/[^"]+)"/.exec(done.html)?.[1];
  assert.match((await person.get(link!)).text, /Your booking You have a place/);
  const [referral, ...others] = await service.referralsOf(event);
  assert.equal(others.length, 0);
  assert.deepEqual([referral?.state, referral?.booked_by, referral?.party_size, referral?.confirm_by], ["confirmed", "patient", 1, null]);
});

test("who did no work for it is told to confirm by e-mail within 24 hours", async () => {
  const event = await service.publish("unproved");
  const person = service.person();
  await answer(person, event, { companion: "yes" });
  const done = await person.submit({});
  assert.match(done.text, /Confirm your booking/);
  assert.match(done.text, /Follow its link within 24 hours/);
  const [referral] = await service.referralsOf(event);
  assert.ok(referral?.confirm_by);
  assert.equal(referral.party_size, 2);
});

test("who did no work for it and gave a phone number is asked for an address to confirm, or may call", async () => {
  const event = await service.publish("unproved-phone");
  const person = service.person();
  await answer(person, event, { contact: { contact: "phone", phone: PHONE } });
  const asked = await person.submit({});
  assert.equal(asked.path, `/events/${event.slug}/book/confirm-email`);
  assert.match(asked.text, /No email\? The organiser can book for you\./);
  assert.match(asked.html, /href="tel:02079460018"/);
  assert.equal((await service.referralsOf(event)).length, 0);
  assert.equal((await person.submit({ email: "not-an-address" })).status, 422);
  assert.equal((await person.submit({ email: EMAIL })).path, `/events/${event.slug}/book/check`);
  assert.match((await person.submit({})).text, /Confirm your booking/);
  assert.equal((await service.referralsOf(event))[0]?.contact_kind, "phone");
});

test("a second click gives the same booking", async () => {
  const event = await service.publish("second-click");
  const person = service.person();
  await answer(person, event);
  const proof = await service.proof();
  const again = person.copy();
  const [first, second] = await Promise.all([person.submit({ proof }), again.submit({ proof })]);
  const reference = /HWB-\w{4}-\w{4}/;
  assert.equal(reference.exec(first.text)?.[0], reference.exec(second.text)?.[0]);
  assert.equal((await service.referralsOf(event)).length, 1);
});

test("going back to a booking that is made shows what became of it", async () => {
  const event = await service.publish("back-button");
  const person = service.person();
  await answer(person, event);
  const done = await person.submit({ proof: await service.proof() });
  for (const page of ["check", "name"]) {
    const seen = await person.get(`/events/${event.slug}/book/${page}`);
    assert.equal(seen.path, done.path);
    assert.equal(seen.text, done.text);
  }
});

test("without the cookie a question offers to start again, and says why and who to call", async () => {
  const event = await service.publish("no-cookie");
  const person = service.person();
  for (const page of ["name", "check"]) {
    const seen = await person.get(`/events/${event.slug}/book/${page}`);
    assert.equal(seen.status, 400);
    assert.match(seen.text, /Please start again/);
    assert.match(seen.text, /cookies switched off/);
    assert.match(seen.html, /href="tel:02079460018"/);
  }
  await person.get(`/events/${event.slug}/book`);
  const form = new URLSearchParams({ "for-whom": "patient", token: "forged" });
  assert.equal((await person.post(`/events/${event.slug}/book/for-whom`, form)).status, 403);
});

test("who took the last place and did not hear of it asks again, and has it", async () => {
  const event = await service.publish("last-place", {}, { capacity: 1 });
  const person = service.person();
  await answer(person, event);
  const proof = await service.proof();
  await person.copy().submit({ proof });
  person.app = service.app({ full: event.slug });
  assert.equal((await person.get(`/events/${event.slug}/book/check`)).status, 200);
  assert.match((await person.submit({ proof })).text, /Your place is booked/);
  assert.equal((await service.referralsOf(event)).length, 1);
});

test("what became of a booking is shown for a while, and after that the way to find it", async () => {
  const event = await service.publish("long-done");
  assert.equal((await service.person().get(`/events/${event.slug}/book/done`)).path, "/referrals");
});

test("a question is not asked before those that come first", async () => {
  const event = await service.publish("in-order");
  const person = service.person();
  await person.get(`/events/${event.slug}/book`);
  assert.equal((await person.get(`/events/${event.slug}/book/needs`)).path, `/events/${event.slug}/book/for-whom`);
  assert.equal((await person.get(`/events/${event.slug}/book/check`)).path, `/events/${event.slug}/book/for-whom`);
  assert.equal((await person.get(`/events/${event.slug}/book/no-such-question`)).path, `/events/${event.slug}/book/for-whom`);
});

test("each question says what is wrong with an empty answer, at the top and beside the field", async () => {
  const event = await service.publish("empty-answers");
  const person = service.person();
  await answer(person, event);
  for (const page of ["for-whom", "companion", "name", "contact", "needs"]) {
    await person.get(`/events/${event.slug}/book/${page}`);
    const seen = await person.submit({});
    assert.equal(seen.status, 422, page);
    assert.match(seen.title, /^Error: /);
    const field = /nhsuk-error-summary__list">\s*<li><a href="#([^"]+)"/.exec(seen.html)?.[1];
    assert.match(seen.html, new RegExp(`id="${field}"`));
    assert.match(seen.html, new RegExp(`id="${field}-error"`));
  }
});

test("what was typed stays when it has to be put right, and a change returns to the answers", async () => {
  const event = await service.publish("kept-values");
  const person = service.person();
  await answer(person, event);
  await person.get(`/events/${event.slug}/book/contact`);
  assert.match(person.page!.html, new RegExp(`value="${EMAIL}"`));
  const wrong = await person.submit({ contact: "phone", phone: "12345" });
  assert.match(wrong.html, /value="12345"/);
  assert.match(wrong.html, /value="phone" checked/);
  const right = await person.submit({ contact: "phone", phone: PHONE });
  assert.equal(right.path, `/events/${event.slug}/book/check`);
  assert.ok(right.text.includes(`Phone call to ${PHONE}`));
});

test("who books for somebody else now is asked for that person's name", async () => {
  const event = await service.publish("another-name");
  const person = service.person();
  await answer(person, event);
  await person.get(`/events/${event.slug}/book/for-whom`);
  const next = await person.submit({ "for-whom": "carer-for-patient" });
  assert.equal(next.path, `/events/${event.slug}/book/name`);
  assert.match(next.text, /What is the name of the person you care for\?/);
  assert.match(next.html, /autocomplete="off"/);
  assert.doesNotMatch(next.html, new RegExp(NAME));
});

test("only what the event allows is asked", async () => {
  const event = await service.publish("one-to-one", { kind: "one-to-one", audience: ["carers"] });
  const person = service.person();
  const start = await person.get(`/events/${event.slug}/book`);
  assert.match(start.html, new RegExp(`href="/events/${event.slug}/book/name"`));
  for (const page of ["for-whom", "companion", "sessions"]) {
    assert.equal((await person.get(`/events/${event.slug}/book/${page}`)).path, `/events/${event.slug}/book/name`);
  }
  await person.submit({ name: NAME });
  await person.submit({ contact: "email", email: EMAIL });
  await person.submit({ needs: "none" });
  await person.submit({ proof: await service.proof() });
  assert.equal((await service.referralsOf(event))[0]?.booked_by, "carer");
});

const part = (number: number, alone: boolean): Session => ({
  id: `${number}0000000-0000-4000-8000-00000000000${number}`, title: `Part ${number}`,
  startsAt: `2026-03-03T1${number}:00:00+00:00`, endsAt: `2026-03-03T1${number}:30:00+00:00`, alone,
});

test("parts that may be attended alone can be chosen", async () => {
  const event = await service.publish("parts", { audience: ["carers"], sessions: [part(1, true), part(2, true), part(3, false)] });
  const person = service.person();
  await person.get(`/events/${event.slug}/book`);
  await person.get(`/events/${event.slug}/book/companion`);
  const asked = await person.submit({ companion: "no" });
  assert.equal(asked.path, `/events/${event.slug}/book/sessions`);
  assert.ok(asked.text.includes("Part 2"));
  assert.doesNotMatch(asked.text, /Part 3/);
  assert.equal((await person.submit({})).status, 422);
  await person.submit({ sessions: [part(2, true).id] });
  await person.submit({ name: NAME });
  await person.submit({ contact: "email", email: EMAIL });
  const check = await person.submit({ needs: "none" });
  assert.match(check.text, /Parts Part 2, Tuesday 3 March 2026, midday to 12:30pm/);
  await person.submit({ proof: await service.proof() });
  assert.deepEqual((await service.referralsOf(event))[0]?.sessions, [part(2, true).id]);
});

test("an event that takes no bookings here says so, with a way on", async () => {
  const series = { slug: "monthly", title: "Each month" };
  const next = await service.publish("next-month", { series, startsAt: "2026-04-07T14:00:00+01:00", endsAt: "2026-04-07T16:30:00+01:00" });
  const page = async (slug: string, values: Partial<Event>) => {
    await service.publish(slug, values);
    return service.person().get(`/events/${slug}/book`);
  };
  const cancelled = await page("gone", { series, status: "cancelled" });
  assert.match(cancelled.text, /This event is cancelled/);
  assert.match(cancelled.html, new RegExp(`href="/events/${next.slug}">Tuesday 7 April 2026`));
  const over = await page("over", { startsAt: "2026-03-01T14:00:00+00:00", endsAt: "2026-03-01T16:00:00+00:00" });
  assert.match(over.text, /This event is over/);
  const full = await page("full", { places: { state: "full", left: null } });
  assert.match(full.text, /All places are taken .*There is no waiting list for it\./);
  const nurse = await page("nurse", { booking: { ...SELF, who: ["professional"] } });
  assert.match(nurse.text, /Ask your nurse or GP to refer you/);
  assert.match(nurse.text, /https:\/\/events\.example\/events\/nurse\/refer/);
  await service.publish("elsewhere", { booking: { ...SELF, route: "phone" } });
  const response = await service.app().request("/events/elsewhere/book");
  assert.deepEqual([response.status, response.headers.get("location")], [303, "/events/elsewhere#get-a-place"]);
  assert.equal((await service.person().get("/events/no-such-event/book")).status, 404);
});

test("an event that became full meanwhile says so, and the answers are kept", async () => {
  const event = await service.publish("full-meanwhile", {}, { capacity: 1 });
  const person = service.person();
  await answer(person, event, { companion: "yes" });
  const refused = await person.submit({ proof: await service.proof() });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /There may be one place left\. Try without another person/);
  await person.get(`/events/${event.slug}/book/companion`);
  await person.submit({ companion: "no" });
  assert.match((await person.submit({ proof: await service.proof() })).text, /Your place is booked/);
});

test("who waits is told their number in line, and who needs the organiser's word is told so", async () => {
  const line = await service.publish("line", { places: { state: "waiting-list", left: null } }, { capacity: 0, waiting_list: true });
  const approval = await service.publish("approval", { booking: { ...SELF, approval: true } });
  const person = service.person();
  await answer(person, line);
  assert.match(person.page!.html, /<button[^>]*>Join the waiting list<\/button>/);
  assert.match((await person.submit({ proof: await service.proof() })).text, /You are on the waiting list .* You are number 1 in line\./);

  await answer(person, approval);
  assert.match(person.page!.html, /<button[^>]*>Ask for a place<\/button>/);
  assert.match((await person.submit({ proof: await service.proof() })).text, /We have sent your request/);
});

test("a booking of another event takes the place of one that was begun", async () => {
  const [one, other] = [await service.publish("one"), await service.publish("other")];
  const person = service.person();
  await answer(person, one);
  await person.get(`/events/${other.slug}/book`);
  assert.equal((await person.get(`/events/${one.slug}/book/check`)).status, 400);
  assert.doesNotMatch((await person.get(`/events/${other.slug}/book/for-whom`)).html, /checked/);
});

test("while the database is away the page says so, keeps the answers, and the booking works when it is back", async () => {
  const event = await service.publish("away");
  const person = service.person();
  await answer(person, event);
  const proof = await service.proof();
  const there = person.app;
  person.app = service.app({ isAway: true });
  const failed = await person.submit({ proof });
  assert.equal(failed.status, 503);
  assert.equal(failed.headers.get("retry-after"), "5");
  assert.match(failed.text, /We could not save your booking .* Your answers are kept/);
  assert.match(failed.html, /href="tel:02079460018"/);
  person.app = there;
  await person.get(`/events/${event.slug}/book/check`);
  assert.match((await person.submit({ proof })).text, /Your place is booked/);
});

test("where no referrals are taken the page says who to call", async () => {
  await service.publish("not-taken");
  const response = await service.app({ takesReferrals: false }).request("/events/not-taken/book");
  assert.equal(response.status, 503);
  assert.match(await response.text(), /href="tel:02079460018"/);
});

test("no address or title of a booking names the person, and nobody may keep, list or frame its pages", async () => {
  const event = await service.publish("private");
  const person = service.person();
  await answer(person, event);
  const pages = [person.page!];
  for (const page of ["name", "check"]) pages.push(await person.get(`/events/${event.slug}/book/${page}`));
  pages.push(await person.submit({ proof: await service.proof() }));
  for (const { title, path, headers } of pages) {
    assert.doesNotMatch(title + path, /marker/i);
    assert.equal(headers.get("cache-control"), "no-store");
    assert.equal(headers.get("x-robots-tag"), "noindex");
    assert.equal(headers.get("referrer-policy"), "same-origin");
    assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
    assert.match(headers.get("strict-transport-security") ?? "", /max-age=\d{8}/);
  }
  assert.doesNotMatch(pages.at(-1)!.html, /marker/i);
  for (const value of person.cookies.values()) assert.doesNotMatch(Buffer.from(value, "base64url").toString("latin1"), /marker/i);
});

test("who sends far too much is asked to wait, and may call", async () => {
  const event = await service.publish("too-many");
  const person = service.person();
  await answer(person, event);
  let page = await person.copy().submit({});
  for (let sent = 0; page.status !== 429; sent++) {
    assert.ok(sent < 100, "There is no limit");
    page = await person.copy().submit({});
  }
  assert.equal(page.headers.get("retry-after"), "600");
  assert.match(page.text, /Please wait 10 minutes/);
  assert.match(page.html, /href="tel:02079460018"/);
  assert.equal((await service.referralsOf(event)).length, 1);
});
