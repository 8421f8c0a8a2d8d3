import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { seedIfEmpty } from "../../db/seed.ts";
import type { Directory } from "../events/directory.ts";
import { readDirectory } from "../events/read-directory.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { HELD_OUT_QUERIES, QUERIES_AS_TYPED, type TypedQuery } from "./testing/queries-as-typed.ts";

/** Noon of a Monday that never comes to be past: the directory leaves out what is long over by the clock of its database. */
const NOW = Date.parse("2099-03-02T12:00:00Z");
const FIRST = 3;

let database: TestDatabase;
let directory: Directory;
before(async () => {
  database = await createTestDatabase();
  await seedIfEmpty(database.db, new Date(NOW));
  ({ directory } = await readDirectory({ db: database.db, baseUrl: "https://events.example", now: NOW }));
});
after(() => database.drop());

function firstSlugs(text: string): string[] {
  return directory.query({ q: text, filters: {}, limit: FIRST, facets: false }, NOW).hits.map(({ event }) => event.slug);
}

/** A slug is the key of its series, with a date. */
const isOf = (slug: string, series: string) => slug.replace(/-\d{4}-\d\d-\d\d$/, "") === series;

/** One line for each query that does not find what it should. */
function misses(queries: readonly TypedQuery[]): string[] {
  return queries.flatMap(({ text, expected }) => {
    const slugs = firstSlugs(text);
    return slugs.some((slug) => expected.some((series) => isOf(slug, series))) ? [] : [`"${text}" gives ${slugs.join(", ") || "nothing"}`];
  });
}

test("of thirty queries as people type them, at least 28 have a right event among the first three", () => {
  assert.equal(QUERIES_AS_TYPED.length, 30);
  const missed = misses(QUERIES_AS_TYPED);
  assert.ok(missed.length <= 2, missed.join("\n"));
});

test("of ten queries that the search was never tuned for, at least eight have one", () => {
  assert.equal(HELD_OUT_QUERIES.length, 10);
  const missed = misses(HELD_OUT_QUERIES);
  assert.ok(missed.length <= 2, missed.join("\n"));
});
