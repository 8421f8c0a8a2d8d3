import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleHistory } from "./history.ts";
import { sampleEvents } from "./sample-events.ts";

const NOW = new Date("2026-11-23T17:00:00Z");
const { events, referrals } = sampleHistory(NOW);

test("what is history is over, is marked as sample, and has ids and addresses of its own", () => {
  for (const { event } of events) assert.ok(event.sample === true && (event.ends_at as Date) < NOW, event.slug);
  const all = [...events, ...sampleEvents(NOW)].map(({ event }) => event);
  for (const column of ["id", "slug"] as const) assert.equal(new Set(all.map((event) => event[column])).size, all.length);
});

test("no referral of the history holds anything about a person", () => {
  assert.ok(referrals.length > 1_000);
  for (const { erased_at, sealed, sealed_key, person_index } of referrals) assert.deepEqual([erased_at instanceof Date, sealed, sealed_key, person_index], [true, null, null, null]);
});

test("the places of an event are those that its referrals hold, and none is overbooked", () => {
  const counts = new Map(events.map(({ event }) => [event.id, { held: 0, waiting: 0 }]));
  for (const { event_id, state, party_size } of referrals) {
    if (state === "attended" || state === "did-not-attend") counts.get(event_id)!.held += party_size;
    if (state === "waiting") counts.get(event_id)!.waiting += 1;
  }
  for (const { event } of events.filter((sample) => sample.event.booking_route === "here" && sample.event.capacity !== null)) {
    assert.deepEqual({ held: event.places_taken, waiting: event.waiting_count }, counts.get(event.id), event.slug);
    assert.ok(event.places_taken! <= event.capacity!);
  }
});

test("each of the last 24 months has events, and all hours of a day give the same", () => {
  const months = new Set(events.map(({ event }) => (event.starts_at as Date).toISOString().slice(0, 7)));
  assert.ok(months.size >= 23);
  assert.deepEqual(sampleHistory(new Date("2026-11-23T05:00:00Z")), { events, referrals });
});
