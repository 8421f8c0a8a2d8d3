import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { free, joinLine, leaveLine, placeFor, placesLeft, take, type Places } from "./places.ts";
import { placesAfter } from "./transition.ts";

const STATES = ["received", "waiting", "confirmed", "declined", "cancelled", "attended", "did-not-attend"] as const;
const standing = fc.record({ state: fc.constantFrom(...STATES), party_size: fc.constantFrom(1, 2) });
const places: fc.Arbitrary<Places> = fc
  .record({ capacity: fc.option(fc.nat(50)), taken: fc.nat(50), waitingList: fc.boolean(), waiting: fc.nat(50) })
  .map((of) => ({ ...of, taken: Math.min(of.taken, of.capacity ?? of.taken) }));

test("a party gets places only where it fits, and waits only where there is a list", () => {
  fc.assert(fc.property(places, fc.constantFrom(1, 2), (of, party) => {
    const outcome = placeFor(of, party);
    assert.equal(outcome === "place", party <= placesLeft(of));
    if (outcome === "place") assert.ok(placesLeft(take(of, party)) >= 0);
    if (outcome === "wait") assert.ok(of.waitingList);
    if (outcome === "full") assert.ok(!of.waitingList);
  }));
});

test("an event without a limit has a place for everybody", () => {
  assert.equal(placeFor({ capacity: null, taken: 1_000_000, waitingList: false, waiting: 0 }, 2), "place");
});

describe("when a referral changes", () => {
  test("there and back again leaves the places as they were", () => {
    fc.assert(fc.property(places, standing, standing, (of, before, after) => {
      const start = placesAfter({ ...of, capacity: null, taken: of.taken + 2, waiting: of.waiting + 1 }, before, after);
      assert.deepEqual(placesAfter(start, after, before), { ...of, capacity: null, taken: of.taken + 2, waiting: of.waiting + 1 });
    }));
  });

  test("nothing is ever below zero", () => {
    fc.assert(fc.property(places, standing, standing, (of, before, after) => {
      const next = placesAfter(of, before, after);
      assert.ok(next.taken >= 0 && next.waiting >= 0);
    }));
  });

  test("its places follow all of its changes", () => {
    fc.assert(fc.property(fc.array(standing, { minLength: 1, maxLength: 20 }), (steps) => {
      const start: Places = { capacity: null, taken: 0, waitingList: true, waiting: 0 };
      const nobody = { state: "cancelled", party_size: 1 } as const;
      const end = [nobody, ...steps, nobody].reduce<{ places: Places; at: (typeof steps)[number] }>(
        ({ places: at, at: from }, to) => ({ places: placesAfter(at, from, to), at: to }), { places: start, at: nobody });
      assert.deepEqual(end.places, start);
    }));
  });
});

test("a place that was never counted is not given back below none", () => {
  const none: Places = { capacity: 5, taken: 0, waitingList: true, waiting: 0 };
  assert.deepEqual(free(none, 2), none);
  assert.deepEqual(leaveLine(none), none);
  assert.deepEqual(leaveLine(joinLine(none)), none);
});
