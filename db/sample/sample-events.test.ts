import { test } from "node:test";
import assert from "node:assert/strict";
import { londonDate, londonParts, summerTime } from "../../server/wording/london-time.ts";
import { readReferenceFile } from "../reference/read.ts";
import type { SampleEvent } from "./expand.ts";
import { sampleEvents } from "./sample-events.ts";

const DAY = 86_400_000;
/** Every day from now through two changes of the clocks each way. */
const DAYS = Array.from({ length: 400 }, (_, day) => Date.parse("2026-11-23T17:00:00Z") + day * DAY);

const left = ({ event: { capacity, places_taken } }: SampleEvent) => ((capacity ?? Infinity) - (places_taken ?? 0));
const startsOn = ({ event }: SampleEvent) => londonDate((event.starts_at as Date).getTime());
const endsOn = ({ event }: SampleEvent) => londonDate((event.ends_at as Date).getTime());
const changes = (now: number, edge: "start" | "end") => [0, 1].map((next) => londonDate(summerTime(londonParts(now).year + next)[edge]));

const CASES: Record<string, (sample: SampleEvent, now: number) => boolean> = {
  "full with a waiting list": (sample) => left(sample) === 0 && sample.event.waiting_list === true && sample.event.waiting_count !== 0,
  "3 places left": (sample) => left(sample) === 3,
  "1 place left": (sample) => left(sample) === 1,
  "cancelled, with a note": ({ event }) => event.status === "cancelled" && event.status_note !== null,
  "postponed, with the earlier start and a note": ({ event }) => event.status === "postponed" && event.previous_starts_at !== null && event.status_note !== null,
  "online, with a join address": ({ event }) => event.format === "online" && event.join_url !== null,
  hybrid: ({ event }) => event.format === "hybrid",
  "by phone": ({ event }) => event.format === "phone",
  "one-to-one": ({ event }) => event.kind === "one-to-one",
  "a course of six sessions": ({ event, sessions }) => event.kind === "course" && sessions.length === 6 && sessions.every(({ alone }) => !alone),
  "a day of which one may attend parts": ({ event, sessions }) => event.kind === "open-day" && sessions.length > 1 && sessions.every(({ alone }) => alone),
  "carers only": ({ event }) => event.for_carers && !event.for_patients,
  "all cancers": ({ tumourGroups }) => tumourGroups.length === 0,
  "one tumour group": ({ tumourGroups }) => tumourGroups.length === 1,
  "BSL provided": ({ event }) => event.bsl === "provided",
  "an interpreter on request, by a day": ({ event }) => event.interpreter === "on-request" && event.support_request_by !== null,
  "a drop-in": ({ event }) => event.kind === "drop-in" && event.booking_route === "drop-in",
  "referred by professionals only": ({ event }) => !event.booking_self && event.booking_professional,
  "book for yourself": ({ event }) => event.booking_route === "here" && event.booking_self,
  "looked at by the organiser before a place is given": ({ event }) => event.booking_approval === true && event.booking_route === "here",
  "the organiser's own booking address": ({ event }) => event.booking_route === "organiser" && /^https:/.test(event.booking_url ?? ""),
  tonight: (sample, now) => startsOn(sample) === londonDate(now) && (sample.event.starts_at as Date).getTime() > now,
  "on the night when the clocks go back": (sample, now) => startsOn(sample) !== endsOn(sample) && changes(now, "end").includes(endsOn(sample)),
  "on the day when the clocks go forward": (sample, now) => changes(now, "start").includes(startsOn(sample)),
  "ended in the last days": ({ event }, now) => (event.ends_at as Date).getTime() < now,
  "a long title": ({ event }) => event.title.length > 150,
  "confirmed more than six months ago": ({ event }, now) => Date.parse(event.last_confirmed ?? "") < now - 183 * DAY,
  ...Object.fromEntries(["Arabic", "Bengali", "Gujarati"].map((script) => [
    `in ${script} script`, ({ event }: SampleEvent) => new RegExp(`\\p{Script=${script}}`, "u").test(event.title),
  ])),
};

for (const [name, holds] of Object.entries(CASES)) {
  test(`on every day the sample has an event that is: ${name}`, () => {
    for (const now of DAYS) {
      assert.ok(samples(now).some((sample) => holds(sample, now)), londonDate(now));
    }
  });
}

const made = new Map<number, SampleEvent[]>();
function samples(now: number): SampleEvent[] {
  const events = made.get(now) ?? sampleEvents(new Date(now));
  made.set(now, events);
  return events;
}

const LARGE = sampleEvents(new Date(DAYS[0]!), 5000);

test("on every day there are over 100 events of 25 organisers at 30 venues, and each has its own id and address", () => {
  for (const now of DAYS) {
    const events = samples(now).map(({ event }) => event);
    const count = (column: "id" | "slug" | "organisation" | "venue") => new Set(events.map((event) => event[column])).size;
    assert.ok(events.length >= 100 && count("organisation") >= 25 && count("venue") > 30, londonDate(now));
    assert.deepEqual([count("id"), count("slug")], [events.length, events.length], londonDate(now));
  }
});

test("most events are held in the daytime on working days, and some in each of the next five months", () => {
  for (const now of DAYS) {
    const events = samples(now);
    const inOfficeHours = events.filter(({ event }) => {
      const { weekday, hour } = londonParts((event.starts_at as Date).getTime());
      return weekday >= 1 && weekday <= 5 && hour >= 9 && hour < 17;
    });
    assert.ok(inOfficeHours.length > events.length / 2, londonDate(now));
    const held = new Set(events.map((sample) => Math.floor(((sample.event.starts_at as Date).getTime() - now) / (30 * DAY))));
    for (const month of [0, 1, 2, 3, 4]) assert.ok(held.has(month), `${londonDate(now)} + ${month} months`);
  }
});

test("all that an event refers to stands in the reference data", () => {
  const slugs = (file: string, column = "slug") => new Set(readReferenceFile(file).map((row) => row[column]));
  const known = { organisations: slugs("organisations"), venues: slugs("venues"), topics: slugs("topics"), groups: slugs("tumour-groups"), stages: slugs("stages"), languages: slugs("languages", "code") };
  for (const { event, partners, topics, tumourGroups, stages, languages } of LARGE) {
    assert.ok([event.organisation, ...partners].every((slug) => known.organisations.has(slug)), event.slug);
    assert.ok(event.venue === null || known.venues.has(event.venue), event.slug);
    assert.ok(topics.length > 0 && topics.every((slug) => known.topics.has(slug)), event.slug);
    assert.ok(tumourGroups.every((slug) => known.groups.has(slug)) && stages.every((slug) => known.stages.has(slug)), event.slug);
    assert.ok(languages.every((code) => known.languages.has(code)), event.slug);
  }
});

test("every event is marked as sample, and its telephone is a public line or one kept for drama", () => {
  for (const { event } of LARGE) {
    assert.equal(event.sample, true);
    assert.match(event.contact_phone ?? "", /^020 7946 0\d{3}$|^020 3447 3816$/);
  }
});

test("a large sample is of many kinds, held by many, in words of its own, and each has its own address", () => {
  const distinct = (value: (sample: SampleEvent) => unknown) => new Set(LARGE.map(value)).size;
  assert.equal(distinct(({ event }) => event.slug), LARGE.length);
  assert.ok(distinct(({ event }) => event.title) > LARGE.length / 3);
  assert.ok(distinct(({ event }) => event.organisation) > 50 && distinct(({ event }) => event.venue) > 50);
  assert.ok(distinct((sample) => startsOn(sample).slice(0, 7)) >= 12);
  assert.ok(LARGE.every(({ event }) => event.title.length <= 200 && event.summary.length <= 300));
  assert.deepEqual(sampleEvents(new Date(DAYS[0]!), LARGE.length), LARGE);
});

test("all hours of one day give the same sample", () => {
  const [morning, evening] = ["2027-03-28T00:10:00Z", "2027-03-28T22:50:00Z"].map((text) => sampleEvents(new Date(text)));
  assert.deepEqual(morning, evening);
});
