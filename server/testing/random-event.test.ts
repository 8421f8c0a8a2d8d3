import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { Event } from "../contract/event.ts";
import { londonOffset } from "../wording/london-time.ts";
import { arbitraryEvent } from "./random-event.ts";
import { arbitraryCodeUnits } from "./random-text.ts";

test("every random event is one that the contract takes, unchanged", () => {
  fc.assert(fc.property(arbitraryEvent(), (event) => {
    assert.deepEqual(Event.parse(event), event);
  }));
});

test("a random event may hold any code units, lone surrogates too", () => {
  fc.assert(fc.property(arbitraryEvent({ text: arbitraryCodeUnits() }), (event) => {
    assert.equal(Event.safeParse(event).success, true);
  }));
});

test("every random event ends after it starts, and holds its sessions", () => {
  fc.assert(fc.property(arbitraryEvent(), (event) => {
    const [start, end] = [Date.parse(event.startsAt), Date.parse(event.endsAt)];
    assert.ok(start < end);
    for (const session of event.sessions) {
      assert.ok(start <= Date.parse(session.startsAt));
      assert.ok(Date.parse(session.startsAt) < Date.parse(session.endsAt));
      assert.ok(Date.parse(session.endsAt) <= end);
    }
  }));
});

test("random events reach what is hard: both clock changes, courses, each status, places and no place", () => {
  const events = fc.sample(arbitraryEvent(), { numRuns: 400, seed: 7 });
  const crosses = (event: Event): boolean =>
    event.sessions.length === 0 && londonOffset(Date.parse(event.startsAt)) !== londonOffset(Date.parse(event.endsAt));
  assert.ok(events.some(crosses));
  assert.ok(events.some(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) > 30 * 86_400_000));
  assert.ok(events.some(({ previousStartsAt }) => previousStartsAt !== null));
  assert.ok(events.some(({ status }) => status === "cancelled"));
  assert.ok(events.some(({ venue }) => venue === null));
});
