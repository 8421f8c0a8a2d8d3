import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Event } from "../contract/event.ts";
import { FACET_FIELDS } from "../contract/values.ts";
import { exampleEvent } from "../testing/example-event.ts";
import { londonIso } from "../wording/london-time.ts";
import { DAY, NOW, pagesOf, textOf } from "./testing-app.ts";

function on(slug: string, days: number, values: Partial<Event> = {}): Event {
  const start = NOW + days * DAY;
  return exampleEvent({ slug, title: `Event ${slug}`, startsAt: londonIso(start), endsAt: londonIso(start + 3_600_000), ...values });
}

const YOGA = on("yoga", 1, { topics: [{ slug: "physical-activity", label: "Being active" }], tumourGroups: [{ slug: "breast", label: "Breast cancer" }] });
const SLEEP = on("sleep", 5, { topics: [{ slug: "sleep", label: "Sleep" }], format: "online", venue: null });
const MONEY = on("money", 40, { topics: [{ slug: "money", label: "Money" }] });
const APP = pagesOf([YOGA, SLEEP, MONEY]);

const titles = (page: string) => [...page.matchAll(/<h3><a href="\/events\/([^"]+)"/g)].map((match) => match[1]);
const chips = (page: string) => [...page.matchAll(/<a href="([^"]+)"><span class="nhsuk-u-visually-hidden">Remove <\/span>(.*?) <span/g)]
  .map(([, href, label]) => ({ href: href!.replaceAll("&amp;", "&"), label }));

test("the list shows the events to come, soonest first, and their number in the title", async () => {
  const page = await textOf(APP, "/events");
  assert.deepEqual(titles(page), ["yoga", "sleep", "money"]);
  assert.match(page, /<title>3 events – Find events – Cancer wellbeing events, London<\/title>/);
  assert.match(page, /Tomorrow, Tuesday 3 March 2026, midday to 1pm/);
});

test("fields left empty in the form say nothing", async () => {
  assert.deepEqual(titles(await textOf(APP, "/events?q=&near=&within=8.0&when=")), ["yoga", "sleep", "money"]);
});

test("'when' stands for days: today and what is left of it, the week to Sunday, the next 4 weeks", async () => {
  assert.deepEqual(titles(await textOf(APP, "/events?when=today")), []);
  assert.deepEqual(titles(await textOf(APP, "/events?when=tomorrow")), ["yoga"]);
  assert.deepEqual(titles(await textOf(APP, "/events?when=week")), ["yoga", "sleep"]);
  assert.deepEqual(titles(await textOf(APP, "/events?when=weekend")), ["sleep"]);
  assert.deepEqual(titles(await textOf(APP, "/events?when=four-weeks")), ["yoga", "sleep"]);
});

test("the form keeps what was chosen, and what it has no field for", async () => {
  const page = await textOf(APP, "/events?q=event&near=Southwark&within=8.0&when=week&topic=sleep&sort=date");
  assert.match(page, /name="q" type="text" value="event"/);
  assert.match(page, /name="near" type="text" value="Southwark"/);
  assert.match(page, /<option value="8.0" selected>5 miles/);
  assert.match(page, /name="when" value="week" checked/);
  assert.match(page, /name="topic" value="sleep" form="search" checked/);
  assert.match(page, /<input type="hidden" name="sort" value="date">/);
});

test("filters show the number of events that each gives, and none that give nothing unless chosen", async () => {
  const page = await textOf(APP, "/events?format=online");
  assert.match(page, /value="online" form="search" checked><span>Online<\/span><span class="hwbe-count">1</);
  assert.match(page, /value="in-person" form="search"><span>In person<\/span><span class="hwbe-count">2</);
  assert.doesNotMatch(page, /value="phone"/);
  assert.match(await textOf(APP, "/events?format=phone"), /value="phone" form="search" checked><span>By phone<\/span><span class="hwbe-count">0</);
});

test("each chip takes away one thing and leaves the others", async () => {
  const page = await textOf(APP, "/events?q=event&topic=sleep&topic=money&when=week");
  assert.deepEqual(Object.fromEntries(chips(page).map(({ label, href }) => [label, href])), {
    "“event”": "/events?topic=sleep&topic=money&when=week",
    "This week": "/events?q=event&topic=sleep&topic=money",
    Sleep: "/events?q=event&when=week&topic=money",
    Money: "/events?q=event&when=week&topic=sleep",
  });
});

test("taking away the place takes away what only has a meaning near one", async () => {
  const [near] = chips(await textOf(APP, "/events?near=Southwark&within=8.0&sort=distance"));
  assert.deepEqual(near, { href: "/events", label: "Within 5 miles of Southwark" });
});

test("distances are told in miles, and one can look further", async () => {
  const page = await textOf(APP, "/events?near=Southwark&within=1.6");
  assert.match(page, /Example Cancer Centre, Southwark \(less than 1 mile away\)/);
  assert.match(await textOf(APP, "/events?near=Southwark&within=1.6&topic=sleep"), /href="\/events\?near=Southwark&amp;within=4\.8&amp;topic=sleep">look within 3 miles</);
});

test("a place that we do not know is an error at its field, with boroughs to try, and keeps the rest", async () => {
  const response = await APP.request("/events?near=zz99&topic=sleep");
  const page = (await response.text()).replace(/\s+/g, " ");
  assert.equal(response.status, 400);
  assert.match(page, /<title>Error: Find events/);
  assert.match(page, /<a href="#near">We do not know that place\./);
  assert.match(page, /aria-describedby="near-hint near-error"/);
  assert.match(page, /<a href="\/events\?near=Southwark&amp;topic=sleep">Southwark<\/a>/);
  assert.match(page, /<input type="hidden" name="topic" value="sleep">/);
});

test("parameters that mean nothing are an error and are never written out again", async () => {
  for (const query of ["topic=hwbe-nonsense", "hwbe-nonsense=1", "when=hwbe-nonsense", "from=hwbe-nonsense", "near=SE1&within=hwbe-nonsense", "cursor=hwbe-nonsense"]) {
    const response = await APP.request(`/events?${query}`);
    assert.equal(response.status, 400, query);
    assert.doesNotMatch(await response.text(), /hwbe-nonsense/, query);
  }
});

test("words that find nothing say what to try", async () => {
  const page = await textOf(APP, "/events?q=qqxxzz&topic=sleep");
  assert.match(page, /<title>No events found/);
  assert.match(page, /<a href="\/events\?topic=sleep">search without “qqxxzz”<\/a>/);
});

test("where no event has all of the words, it is said that these come nearest", async () => {
  const words = /No event has all of your words. These come nearest./;
  const page = await textOf(APP, "/events?q=yoga+bagpipes");
  assert.deepEqual(titles(page), ["yoga"]);
  assert.match(page, words);
  assert.doesNotMatch(await textOf(APP, "/events?q=yoga"), words);
  assert.doesNotMatch(await textOf(APP, "/events?q=bagpipes"), words);
});

test("what was typed is escaped", async () => {
  const page = await textOf(APP, `/events?q=${encodeURIComponent(`"><script>alert(1)</script>`)}`);
  assert.doesNotMatch(page, /<script/);
});

test("pages follow each other with the same question, to the end and back to the first", async () => {
  const seen: (string | undefined)[] = [];
  let path: string | undefined = "/events?limit=2&when=four-weeks&audience=patients";
  const first = path;
  const app = pagesOf(Array.from({ length: 5 }, (_, index) => on(`event-${index}`, index + 1)));
  while (path) {
    const page: string = await textOf(app, path);
    seen.push(...titles(page));
    if (path !== first) assert.match(page, /href="\/events\?limit=2&amp;when=four-weeks&amp;audience=patients"><span[^>]*>Back to first page/);
    path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  assert.deepEqual(seen, ["event-0", "event-1", "event-2", "event-3", "event-4"]);
});

test("the calendar of a list has its filters, and no days, order or page", async () => {
  const page = await textOf(APP, "/events?topic=sleep&when=week&sort=date&limit=2");
  assert.match(page, /href="webcal:\/\/events\.example\/v1\/events\.ics\?topic=sleep"/);
  assert.match(page, /href="https:\/\/events\.example\/v1\/events\.ics\?topic=sleep"/);
  assert.match(page, /href="https:\/\/calendar\.google\.com\/calendar\/render\?cid=webcal%3A%2F%2Fevents\.example%2Fv1%2Fevents\.ics%3Ftopic%3Dsleep"/);
  assert.match(page, /href="https:\/\/outlook\.live\.com\/calendar\/0\/addfromweb\?url=https%3A%2F%2Fevents\.example%2Fv1%2Fevents\.ics%3Ftopic%3Dsleep"/);
});

test("events by their ids are a sheet to print, with how to get a place in each", async () => {
  const page = await textOf(APP, `/events?ids=${YOGA.id}&ids=${MONEY.id}`);
  assert.match(page, /<h1[^>]*>Events chosen for you<\/h1>/);
  assert.equal(page.match(/020 7946 0018/g)?.length, 2);
  assert.doesNotMatch(page, /<form/);
});

test("a sheet says how many of its events are gone, and which are cancelled", async () => {
  const gone = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
  assert.match(await textOf(APP, `/events?ids=${YOGA.id},${gone(1)}`), /1 event that you chose is no longer listed\./);
  assert.match(await textOf(APP, `/events?ids=${YOGA.id}&ids=${gone(1)}&ids=${gone(2)}&ids=${gone(1)}`), /2 events that you chose are no longer listed\./);
  assert.doesNotMatch(await textOf(APP, `/events?ids=${YOGA.id.toUpperCase()}`), /no longer listed/);
  const cancelled = on("cancelled", 3, { status: "cancelled" });
  assert.match(await textOf(pagesOf([cancelled]), `/events?ids=${cancelled.id}`), /cancelled/i);
});

test("each event of a sheet says how to get there and how tiring it is, and has a code for a phone", async () => {
  const page = await textOf(APP, `/events?ids=${YOGA.id}`);
  assert.match(page, /Getting there<\/dt><dd[^>]*><p>Nearest station: /);
  assert.match(page, /How tiring it is<\/dt><dd[^>]*>You can stay seated\./);
  assert.match(page, /<svg class="hwbe-qr"[^>]*aria-label="Code that leads to the page of /);
});

test("where a place was asked for, those who made the map of postcodes are named", async () => {
  assert.match(await textOf(APP, "/events?near=SE1"), /Crown copyright/);
  assert.doesNotMatch(await textOf(APP, "/events"), /Crown copyright/);
});

test("any address of the list is answered with a page, right or wrong, and never a failure", async () => {
  const name = fc.oneof(fc.constantFrom(...FACET_FIELDS, "q", "near", "within", "when", "from", "to", "sort", "limit", "cursor", "ids", "facets"), fc.string());
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("sleep", "SE1", "Southwark", "5", "date", "true", "2026-03-03", "week", "self", YOGA.id));
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 5 }), async (pairs) => {
    const response = await APP.request(`/events?${new URLSearchParams(pairs)}`);
    assert.ok(response.status === 200 || response.status === 400, String(response.status));
    assert.match(await response.text(), /<h1/);
  }), { numRuns: 300 });
});
