import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Event } from "../contract/event.ts";
import { exampleEvent, EXAMPLE_VENUE } from "../testing/example-event.ts";
import { arbitraryEvent } from "../testing/random-event.ts";
import { pagesOf, textOf } from "./testing-app.ts";

const PATH = "/events/managing-tiredness";
const pageOf = (values: Partial<Event>) => textOf(pagesOf([exampleEvent(values)]), PATH);
const fact = (page: string, name: string) => new RegExp(`<dt[^>]*>${name}</dt><dd[^>]*>(.*?)</dd>`).exec(page)?.[1];

test("an event's page says when, where, for whom, at what cost and how to get a place", async () => {
  const page = await pageOf({});
  assert.match(page, /<title>Managing tiredness, Tuesday 3 March 2026, 2pm to 4:30pm – Cancer wellbeing events, London<\/title>/);
  assert.match(page, /<h1[^>]*>Managing tiredness<\/h1>/);
  assert.equal(fact(page, "When"), "Tuesday 3 March 2026, 2pm to 4:30pm");
  assert.equal(fact(page, "Where"), "Example Cancer Centre, 1 Example Street, London, SE1 9RT");
  assert.equal(fact(page, "Cost"), "Free");
  assert.match(page, /id="get-a-place"/);
  assert.match(page, /href="tel:02079460018"/);
  assert.match(page, /href="\/v1\/events\/[0-9a-f-]{36}\.ics"/);
});

test("an event is passed on by text message and email without a script, while there is a place to get", async () => {
  const page = await pageOf({});
  assert.match(page, /href="sms:\?&amp;body=Managing%20tiredness%0ATuesday%203%20March%202026[^"]*events\.example%2Fevents%2Fmanaging-tiredness"/);
  assert.match(page, /href="mailto:\?subject=Managing%20tiredness&amp;body=/);
  assert.match(page, /href="https:\/\/calendar\.google\.com[^"]*dates=20260303T140000Z%2F20260303T163000Z/);
  assert.doesNotMatch(await pageOf({ status: "cancelled" }), /sms:|calendar\.google/);
});

test("text that an organiser wrote can neither end an element nor start a script", async () => {
  const hostile = `</script><script>alert("1")</script><img src=x onerror='alert(1)'>`;
  const page = await pageOf({ title: hostile, forWhom: hostile, summary: hostile, contact: { name: hostile, phone: null, email: `"><script>@x.example` } });
  assert.doesNotMatch(page, /<script>|<img/);
  assert.equal(page.match(/<\/script>/g)?.length, 1);
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1];
  assert.equal((JSON.parse(json!) as { name: string }).name, hostile);
});

test("a website or booking address that is no web address is no link", async () => {
  const organiser = { ...exampleEvent().organiser, website: "javascript:alert(1)" };
  const booking: Event["booking"] = { route: "organiser", who: ["self"], url: "javascript:alert(2)", note: null, approval: false, open: true };
  const page = await pageOf({ organiser, booking, contact: null });
  assert.doesNotMatch(page, /href="javascript:/);
});

test("a cancelled event says so before its title, offers no place, and names the next one of its series", async () => {
  const series = { slug: "tiredness", title: "Managing tiredness" };
  const next = exampleEvent({ slug: "next", series, startsAt: "2026-04-07T14:00:00+01:00", endsAt: "2026-04-07T16:30:00+01:00" });
  const cancelled = exampleEvent({ series, status: "cancelled", statusNote: "The speaker is ill." });
  const page = await textOf(pagesOf([next, cancelled]), PATH);
  assert.ok(page.indexOf("This event is cancelled") < page.indexOf("<h1"));
  assert.match(page, /The speaker is ill\./);
  assert.match(page, /You could go to another one, on <a href="\/events\/next">Tuesday 7 April 2026, 2pm to 4:30pm<\/a>/);
  assert.doesNotMatch(page, />Get a place</);
  assert.match(page, /<title>Cancelled: /);
});

test("a postponed event tells the old date and the new one", async () => {
  const page = await pageOf({ status: "postponed", previousStartsAt: "2026-02-24T14:00:00+00:00" });
  assert.match(page, /It is now on Tuesday 3 March 2026, 2pm to 4:30pm\. It was to be on Tuesday 24 February 2026\./);
});

test("an event that is over says so, offers no place, and names the next one of its series", async () => {
  const series = { slug: "tiredness", title: "Managing tiredness" };
  const over = exampleEvent({ series, startsAt: "2026-03-01T14:00:00+00:00", endsAt: "2026-03-01T16:00:00+00:00" });
  const page = await textOf(pagesOf([over, exampleEvent({ slug: "next", series })]), PATH);
  assert.ok(page.indexOf("This event is over") < page.indexOf("<h1"));
  assert.doesNotMatch(page, />Get a place</);
  assert.doesNotMatch(page, /Add to your calendar/);
  assert.match(page, /The next one is on <a href="\/events\/next">Tuesday 3 March 2026/);
});

test("what nobody has told us is said to be not known, never no", async () => {
  const access = { stepFree: null, hearingLoop: false, accessibleToilet: null, note: null };
  const transport = { ...EXAMPLE_VENUE.transport, parkingCost: null, blueBadge: null };
  const page = await pageOf({ venue: { ...EXAMPLE_VENUE, access, transport }, effort: null, breaks: null });
  for (const name of ["Step-free access", "Accessible toilet", "How tiring it is", "Breaks"]) {
    assert.match(fact(page, name) ?? "", /Not known\. Ask the organiser\./, name);
  }
  assert.equal(fact(page, "Hearing loop"), "No");
  assert.match(page, /Not known: cost of parking and Blue Badge\. Ask the organiser\./);
});

test("an online event has no way there and no building", async () => {
  const page = await pageOf({ format: "online", venue: null });
  assert.equal(fact(page, "Where"), "Online");
  assert.doesNotMatch(page, /Getting there|Step-free access/);
});

test("each way to get a place says what to do", async () => {
  const booked = (booking: Partial<Event["booking"]>) => pageOf({ booking: { route: "here", who: ["self"], url: null, note: null, approval: false, open: true, ...booking } });
  assert.match(await booked({ route: "drop-in" }), /You do not need to book\./);
  assert.match(await booked({ route: "phone" }), /Call to get a place/);
  const closed = await booked({ open: false });
  assert.match(closed, /Booking is closed[^]*takes no new bookings/);
  assert.doesNotMatch(closed, /Book a place|\/refer"/);
  assert.match(await booked({ route: "here" }), /<h3>Call or email<\/h3>/);
  assert.match(await booked({ route: "organiser", url: "https://trust.example/book" }), /href="https:\/\/trust\.example\/book">Book with Example Trust</);
  const referred = await booked({ who: ["professional"] });
  assert.match(referred, /A health professional refers you to this event\./);
  assert.match(referred, /A note for your nurse or GP/);
});

test("parts that one may come to alone are marked", async () => {
  const part = (id: string, title: string, hour: number, alone: boolean) =>
    ({ id, title, startsAt: `2026-03-03T${hour}:00:00+00:00`, endsAt: `2026-03-03T${hour + 1}:00:00+00:00`, alone });
  const page = await pageOf({ sessions: [
    part("00000000-0000-4000-8000-000000000001", "Talk", 14, false), part("00000000-0000-4000-8000-000000000002", "Tea", 15, true),
  ] });
  assert.match(page, /<td>2pm to 3pm<\/td><td class="hwbe-text">Talk<\/td>/);
  assert.match(page, /Tea<br><span class="hwbe-small">You can come to this part only/);
});

test("a page that was last checked more than 3 months ago asks to check before travelling", async () => {
  assert.match(await pageOf({ lastConfirmed: "2025-11-01" }), /That is more than 3 months ago/);
  assert.doesNotMatch(await pageOf({ lastConfirmed: "2026-02-01" }), /3 months ago/);
});

test("an unknown event gets a friendly page and status 404", async () => {
  const response = await pagesOf([]).request("/events/gone");
  assert.equal(response.status, 404);
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.match(await response.text(), /We can’t find this event/);
});

test("events are marked as sample where they are, and the age of a stale page is told", async () => {
  assert.match(await pageOf({ sample: true }), /These events are made up, to show how the service works\./);
  assert.doesNotMatch(await pageOf({ sample: false }), /made up/);
  const stale = pagesOf([exampleEvent()], { staleSince: Date.parse("2026-03-02T09:15:00Z") });
  assert.match(await textOf(stale, PATH), /What you see was right at 9:15am on Monday 2 March 2026\./);
});

test("any event makes a page with one main heading, and the same page each time", async () => {
  await fc.assert(fc.asyncProperty(arbitraryEvent(), async (event) => {
    const app = pagesOf([event]);
    const response = await app.request(`/events/${event.slug}`);
    const page = await response.text();
    assert.equal(response.status, 200);
    assert.equal(page.match(/<h1/g)?.length, 1);
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.doesNotMatch(page, /\[object |undefined|NaN/);
    assert.equal(await (await app.request(`/events/${event.slug}`)).text(), page);
  }), { numRuns: 60 });
});

const LATER = { startsAt: "2026-03-10T14:00:00+00:00", endsAt: "2026-03-10T16:30:00+00:00" };
const online = exampleEvent({ slug: "online", title: "Tiredness online", format: "online", venue: null, ...LATER });
const similar = exampleEvent({ slug: "similar", title: "Rest well", ...LATER });

for (const values of [{ places: { state: "full", left: null } }, { status: "cancelled" }] satisfies Partial<Event>[]) {
  test(`an event that nobody can get a place at (${Object.keys(values)[0]}) shows others before its own facts`, async () => {
    const page = await textOf(pagesOf([exampleEvent(values), online, similar]), PATH);
    assert.match(page, /Online or by phone instead<\/h2> <ul[^>]*><li><a href="\/events\/online">Tiredness online<\/a><br>Tuesday 10 March 2026, 2pm to 4:30pm<br>Online</);
    assert.match(page, /Other events like this<\/h2> <ul[^>]*><li><a href="\/events\/similar">Rest well<\/a>/);
    assert.ok(page.indexOf("Other events like this") < page.indexOf("About this event"));
    assert.equal(page.includes("This event is full. You could go to another one."), values.status !== "cancelled");
  });
}

test("an event with places shows others after all about itself, and none where there are none", async () => {
  const page = await textOf(pagesOf([exampleEvent(), online, similar]), PATH);
  assert.ok(page.indexOf("Other events like this") > page.indexOf("About this event"));
  assert.doesNotMatch(await pageOf({}), /Other events like this|instead<\/h2>/);
});
