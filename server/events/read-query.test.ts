import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { arbitraryEvent } from "../testing/random-event.ts";
import { exampleEvent } from "../testing/example-event.ts";
import { directoryOf } from "../testing/fixture-directory.ts";
import { readEventQuery } from "./read-query.ts";

const example = exampleEvent({});
const events = [example, ...fc.sample(arbitraryEvent(), { numRuns: 40, seed: 7 })];
const directory = directoryOf(events, Date.UTC(2026, 0, 1));
const borough = example.venue!.borough!;

const read = (query: string) => readEventQuery(new URLSearchParams(query), directory);

function errorsOf(query: string) {
  const result = read(query);
  assert.ok("errors" in result, `${query} was taken`);
  return result.errors;
}

function queryOf(query: string) {
  const result = read(query);
  assert.ok("query" in result, JSON.stringify(result));
  return result.query;
}

test("a query with nothing in it asks for the first page", () => {
  assert.deepEqual(queryOf(""), { filters: {}, limit: 20, facets: false });
});

test("an unknown parameter is named, with those that are allowed", () => {
  const [error] = errorsOf("colour=red");
  assert.equal(error?.parameter, "colour");
  assert.equal(error?.code, "unknown-parameter");
  assert.ok(error?.allowed?.includes("topic"));
});

test("an unknown value is answered with those that are allowed, and is not repeated", () => {
  const [error] = errorsOf("format=telepathy");
  assert.deepEqual(error?.allowed, ["in-person", "online", "hybrid", "phone"]);
  assert.ok(!JSON.stringify(error).includes("telepathy"));
});

test("everything that is wrong is told at once", () => {
  const codes = errorsOf("limit=0&sort=colour&from=yesterday&within=x&facets=maybe&ids=1&cursor=!&cursor=?");
  assert.deepEqual(codes.map(({ parameter }) => parameter).sort(), ["cursor", "facets", "from", "ids", "limit", "sort", "within"]);
});

test("days are London's, and the last counts whole", () => {
  const { from, to } = queryOf("from=2026-03-29&to=2026-03-29");
  assert.equal(new Date(from!).toISOString(), "2026-03-29T00:00:00.000Z");
  assert.equal(new Date(to!).toISOString(), "2026-03-29T23:00:00.000Z");
});

test("a day that does not exist is refused", () => {
  assert.equal(errorsOf("from=2026-02-30")[0]?.parameter, "from");
});

test("a range that ends before it starts is refused", () => {
  assert.equal(errorsOf("from=2026-03-02&to=2026-03-01")[0]?.code, "before-from");
});

test("distance needs a place", () => {
  assert.equal(errorsOf("sort=distance")[0]?.code, "needs-near");
});

test("a borough is found by its name, whichever way it is written", () => {
  assert.ok(queryOf(`near=${encodeURIComponent(borough.label.toUpperCase())}`).near);
  assert.ok(queryOf(`near=${borough.slug}`).near);
});

test("an unknown place is answered with boroughs", () => {
  const [error] = errorsOf("near=ZE1");
  assert.equal(error?.code, "unknown-place");
  assert.ok(error?.suggestions?.length);
  assert.ok(!JSON.stringify(error).includes("ZE1"));
});

test("a cursor of another order is refused", () => {
  assert.equal(errorsOf("cursor=abcd")[0]?.code, "not-a-cursor");
});

test("repeated values are kept, and the same one counts once", () => {
  assert.deepEqual(queryOf("format=online&format=phone&format=online").filters.format, ["online", "phone"]);
});

test("ids may be parted by commas", () => {
  const [a, b] = [events[0]!.id, events[1]!.id];
  assert.deepEqual(queryOf(`ids=${a},${b}`).ids, [a, b]);
});

test("whatever is sent is read and answered, or refused", () => {
  const pairs = fc.array(fc.tuple(
    fc.oneof(fc.constantFrom("q", "from", "to", "near", "within", "limit", "cursor", "topic", "ids", "sort"), fc.string()),
    fc.oneof(fc.string(), fc.constantFrom("2026-02-31", "1e9", "-1", "NaN", "\u0000", "%00")),
  ), { maxLength: 6 });
  fc.assert(fc.property(pairs, (sent) => {
    const result = readEventQuery(new URLSearchParams(sent), directory);
    if ("query" in result) directory.query(result.query, Date.UTC(2026, 0, 1));
  }), { numRuns: 2000 });
});
