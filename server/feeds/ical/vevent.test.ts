import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Event } from "../../contract/event.ts";
import { londonInstant, londonIso } from "../../wording/london-time.ts";
import { readWithIcalJs, readWithNodeIcal, type ReadEvent } from "../../testing/calendar-readers.ts";
import { arbitraryEvent } from "../../testing/random-event.ts";
import { calendar } from "./calendar.ts";
import { vevent } from "./vevent.ts";

function session(number: number, date: string, hour: number): Event["sessions"][number] {
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    title: `Part ${number}`,
    startsAt: londonIso(londonInstant(date, hour)),
    endsAt: londonIso(londonInstant(date, hour + 1)),
    alone: number === 2,
  };
}

const [drawn] = fc.sample(arbitraryEvent({ text: fc.constant("Text") }), { numRuns: 1, seed: 1 });
assert.ok(drawn);
const event: Event = {
  ...drawn,
  id: "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
  url: "https://events.example/events/walk",
  title: "Walking group",
  forWhom: "Anyone with cancer",
  summary: "A gentle walk.",
  startsAt: londonIso(londonInstant("2026-03-03", 14)),
  endsAt: londonIso(londonInstant("2026-03-03", 16, 30)),
  status: "scheduled",
  statusNote: null,
  previousStartsAt: null,
  places: { state: "few", left: 3 },
  booking: { route: "here", who: ["self", "professional"], url: "https://events.example/events/walk#get-a-place", note: null, approval: false, open: true },
  format: "online",
  venue: null,
  whatHappens: null,
  whatToBring: "Good shoes",
  cost: null,
  contact: { name: "The walking team", phone: "020 7946 0018", email: null },
  topics: [{ slug: "walks", label: "Walks, runs" }],
  tumourGroups: [{ slug: "breast", label: "Breast" }],
  support: { bsl: "on-request", interpreter: "no", requestBy: "2026-02-24" },
  sessions: [],
  sample: true,
};

function read(change: Partial<Event>): ReadEvent[] {
  return readWithIcalJs(calendar({ name: "n", description: "d", source: "https://events.example/", vevents: [vevent({ ...event, ...change })] }));
}

function only(change: Partial<Event>): ReadEvent {
  const [first, ...more] = read(change);
  assert.ok(first);
  assert.equal(more.length, 0);
  return first;
}

test("the notes tell what a person needs to decide, in order, and that a sample is one", () => {
  assert.equal(only({}).description, [
    "Who it is for: Anyone with cancer",
    "A gentle walk.",
    "What to bring: Good shoes",
    "How it is held: Online\nCost: free",
    "How to get a place: You can book for yourself. A health professional can refer.\nhttps://events.example/events/walk#get-a-place",
    "British Sign Language (BSL): ask for it by Tuesday 24 February 2026",
    "Contact: The walking team, 020 7946 0018",
    "Latest details: https://events.example/events/walk",
    "This is a sample event. It is not real.",
  ].join("\n\n"));
});

test("a cancelled event stays, says so first, and takes up no time", () => {
  const cancelled = only({ status: "cancelled", statusNote: "The room is flooded." });
  assert.equal(cancelled.status, "CANCELLED");
  assert.equal(cancelled.summary, "Cancelled: Walking group");
  assert.ok(cancelled.description.startsWith("This event is cancelled.\nThe room is flooded.\n\n"));
  assert.doesNotMatch(cancelled.description, /How to get a place/);
  assert.match(vevent({ ...event, status: "cancelled" }), /\r\nTRANSP:TRANSPARENT\r\n/);
});

test("a postponed event with no new date is in doubt, and tells people not to go", () => {
  const postponed = only({ status: "postponed" });
  assert.equal(postponed.status, "TENTATIVE");
  assert.equal(postponed.summary, "Postponed: Walking group");
  assert.match(postponed.description, /^This event is postponed\. There is no new date yet\. Do not go on the date shown here\.\n/);
});

test("a postponed event with a new date goes ahead on it, and tells the date before", () => {
  const moved = only({ status: "postponed", previousStartsAt: "2026-02-24T14:00:00+00:00" });
  assert.equal(moved.status, "CONFIRMED");
  assert.equal(moved.summary, "Walking group");
  assert.match(moved.description, /^This event has a new date\. It was to be on Tuesday 24 February 2026, 2pm\.\n/);
});

test("a course is in the calendar once a session, at the times of the sessions", () => {
  const sessions = [session(1, "2026-03-03", 10), session(2, "2026-03-10", 10), session(3, "2026-03-31", 10)];
  const course = read({ sessions });
  assert.deepEqual(course.map(({ uid }) => uid), sessions.map(({ id }) => id));
  assert.deepEqual(course.map(({ startsAt }) => startsAt), sessions.map(({ startsAt }) => Date.parse(startsAt)));
  assert.equal(course[1]?.summary, "Walking group: Part 2");
  assert.match(course[1]?.description ?? "", /^This is session 2 of 3: Part 2\n/);
  assert.equal(vevent({ ...event, sessions }).match(/\r\nREFID:6ba7b810-9dad-41d1-80b4-00c04fd430c8\r\n/g)?.length, 3);
});

test("a day with parts is in the calendar once, and its notes tell the parts", () => {
  const day = only({ sessions: [session(1, "2026-03-03", 14), session(2, "2026-03-03", 15)] });
  assert.equal(day.uid, event.id);
  assert.match(day.description, /^Parts of this event:\n2pm to 3pm: Part 1\n3pm to 4pm: Part 2 \(you can come to this part alone\)\n/);
});

test("the places left do not change a calendar entry, for they do not change its revision", () => {
  fc.assert(fc.property(arbitraryEvent(), (random) => {
    assert.equal(vevent({ ...random, places: { state: "full", left: null } }), vevent({ ...random, places: { state: "few", left: 2 } }));
  }));
});

test("each label is a category of its own, with the commas that it has", () => {
  const text = calendar({ name: "n", description: "d", source: "https://events.example/", vevents: [vevent(event)] });
  for (const [entry] of [readWithIcalJs(text), readWithNodeIcal(text)]) assert.deepEqual(entry?.categories, ["Walks, runs", "Breast"]);
});

test("an entry is no invitation, raises no alarm and has no address to join", () => {
  assert.doesNotMatch(vevent(event), /METHOD|ORGANIZER|ATTENDEE|VALARM|CONFERENCE|ATTACH/);
  const withJoinAddress = { ...event, joinUrl: "https://meet.example/secret" };
  assert.equal(vevent(withJoinAddress), vevent(event));
});

test("a place is told by name, address and position", () => {
  const venue = { ...fc.sample(arbitraryEvent(), { numRuns: 50, seed: 2 }).find((random) => random.venue)?.venue };
  assert.ok(venue.access && venue.transport && venue.slug);
  const place: Event["venue"] = {
    slug: venue.slug, borough: null, access: venue.access, transport: venue.transport,
    name: "Maggie's Barts", address: "West Smithfield,\nLondon", postcode: "EC1A 7BE", latitude: 51.51775, longitude: -0.10037,
  };
  assert.equal(only({ format: "in-person", venue: place }).location, "Maggie's Barts, West Smithfield, London, EC1A 7BE");
  assert.match(vevent({ ...event, venue: place }), /\r\nGEO:51\.517750;-0\.100370\r\n/);
});
