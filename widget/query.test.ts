import fc from "fast-check";
import { londonInstant } from "../server/wording/london-time.ts";
import { eventQuery } from "./local-query.ts";
import { instantsOf, rangeOf } from "./days.ts";
import { effectiveFilters, miles, outwardCode, searchParams } from "./query.ts";
import { NO_SEARCH } from "./state.ts";
import { equal, ok, same } from "./testing/assert.ts";

const MONDAY = londonInstant("2026-03-02", 10);

describe("A question to the service", () => {
  it("sends the first half of a postcode, and any other place as it is", () => {
    equal(outwardCode(" sw17 0qt "), "SW17");
    equal(outwardCode("EC1A7BE"), "EC1A");
    equal(outwardCode("se1"), "se1");
    equal(outwardCode("Tower Hamlets"), "Tower Hamlets");
  });

  it("never sends the second half of a postcode", () => {
    const postcode = fc.stringMatching(/^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$/);
    fc.assert(fc.property(postcode, (code) => ok(code.replace(" ", "").length - outwardCode(code).length === 3)));
  });

  it("repeats the values of a filter, and lets a choice stand in place of the scope", () => {
    const search = { ...NO_SEARCH, q: " tired ", near: "SE1", filters: { topic: ["a", "b"], format: ["online"] } };
    const params = searchParams(search, { topic: ["a", "b", "c"], alliance: ["x"] }, rangeOf(search, MONDAY), { limit: 5, facets: true, cursor: "c" });
    equal(params.toString(), "limit=5&q=tired&topic=a&topic=b&alliance=x&format=online&near=SE1&within=8.0&facets=true&cursor=c");
    same(effectiveFilters({}, { topic: ["c"] }), { topic: ["c"] });
  });

  it("asks the engine the same as the service", () => {
    const query = eventQuery({ ...NO_SEARCH, q: " tired ", when: "tomorrow" }, { topic: ["a"] }, instantsOf(rangeOf({ ...NO_SEARCH, when: "tomorrow" }, MONDAY)), { limit: 5, facets: false });
    same(query, { q: "tired", from: londonInstant("2026-03-03"), to: londonInstant("2026-03-04"), filters: { topic: ["a"] }, limit: 5, facets: false });
  });

  it("says distances in miles", () => {
    equal(miles(1.609344), 1);
    equal(miles(2), 1.2);
    equal(miles(20), 12);
  });
});
