import fc from "fast-check";
import { fixtureEvents } from "./testing/fixture-events.ts";
import { equal, ok, same } from "./testing/assert.ts";
import {
  answered, continued, countFilters, failed, INITIAL, isNarrowed, NO_SEARCH, sortsFor, toggleEvent, wider, withChange, withFilter,
  type Answer,
} from "./state.ts";

const EVENTS = fixtureEvents(6, Date.now());

function answerOf(from: number, to: number): Answer {
  return { events: EVENTS.slice(from, to), total: 6, next: null, facets: {}, relaxed: undefined, changeNumber: 1, source: "service", at: 0, staleSince: undefined, attribution: undefined };
}

describe("The state of a finder", () => {
  it("comes back to nothing chosen when every choice is taken back", () => {
    const choices = fc.array(fc.tuple(fc.constantFrom("topic", "format", "access"), fc.constantFrom("a", "b", "c")));
    fc.assert(
      fc.property(choices, (chosen) => {
        const full = chosen.reduce((search, [field, value]) => withFilter(search, field, value, true), NO_SEARCH);
        equal(countFilters(full.filters), new Set(chosen.map(String)).size);
        const empty = chosen.reduce((search, [field, value]) => withFilter(search, field, value, false), full);
        same(empty, NO_SEARCH);
        ok(!isNarrowed(empty));
      }),
    );
  });

  it("drops an order that the search can no longer have", () => {
    const sorted = withChange({ ...NO_SEARCH, near: "SE1" }, { sort: "distance" });
    equal(withChange(sorted, { q: "tired" }).sort, "distance");
    equal(withChange(sorted, { near: "" }).sort, undefined);
    same(sortsFor({ ...NO_SEARCH, q: "tired" }), ["relevance", "date"]);
  });

  it("shows an event once when two pages share it", () => {
    const state = continued(answered(INITIAL, answerOf(0, 4)), answerOf(3, 6));
    same(state.answer?.events.map(({ id }) => id), EVENTS.map(({ id }) => id));
  });

  it("keeps the last answer through a failure, and forgets the failure with the next answer", () => {
    const state = failed(answered(INITIAL, answerOf(0, 2)), { kind: "unavailable" });
    equal(state.answer?.events.length, 2);
    equal(answered(state, answerOf(0, 3)).failure, undefined);
  });

  it("opens and closes an event, and leaves others open", () => {
    const both = toggleEvent(toggleEvent(INITIAL, "a"), "b");
    same([...toggleEvent(both, "a").open], ["b"]);
    equal(INITIAL.open.size, 0);
  });

  it("knows the next distance, and that there is a last", () => {
    equal(wider(5), 10);
    equal(wider(20), undefined);
  });
});
