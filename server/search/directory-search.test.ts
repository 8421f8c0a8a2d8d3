import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import type { FacetField } from "../contract/values.ts";
import { DirectorySearch, type LocatedQuery } from "./directory-search.ts";
import { Lexicon } from "./lexicon.ts";
import type { SearchDocument } from "./search-document.ts";

const TOPICS = ["fatigue", "work", "sleep"];
const ACCESS = ["step-free", "bsl", "hearing-loop"];
const lexicon = new Lexicon();

const document: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.uuid(),
  startsAt: fc.integer({ min: 0, max: 40 }),
  length: fc.integer({ min: 1, max: 10 }),
  topic: fc.subarray(TOPICS),
  access: fc.subarray(ACCESS),
  words: fc.subarray(["yoga", "walk", "coffee"]),
}).map(({ id, startsAt, length, topic, access, words }) => ({
  id, startsAt, endsAt: startsAt + length, values: { topic, access }, point: undefined,
  words: lexicon.read([{ text: words.join(" "), weight: 5 }]),
}));

const documents = fc.uniqueArray(document, { selector: ({ id }) => id, maxLength: 80 });

const query: fc.Arbitrary<LocatedQuery> = fc.record({
  filters: fc.record({ topic: fc.subarray(TOPICS), access: fc.subarray(ACCESS) }),
  from: fc.integer({ min: 0, max: 50 }),
  to: fc.integer({ min: 0, max: 50 }),
  limit: fc.integer({ min: 1, max: 10 }),
  facets: fc.constant(true),
});

function has(document: SearchDocument, field: FacetField, value: string): boolean {
  return document.values[field]?.includes(value) ?? false;
}

function matches(document: SearchDocument, { from = 0, to = Infinity, filters }: LocatedQuery): boolean {
  return document.endsAt > from && document.startsAt < to
    && (!filters.topic?.length || filters.topic.some((value) => has(document, "topic", value)))
    && (filters.access ?? []).every((value) => has(document, "access", value));
}

function inOrder(list: SearchDocument[]): string[] {
  return list.toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

function everyPage(search: DirectorySearch, list: SearchDocument[], asked: LocatedQuery): string[] {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { hits, next } = search.run({ ...asked, ...(cursor && { cursor }) }, 0);
    assert.ok(hits.length <= asked.limit);
    ids.push(...hits.map(({ index }) => list[index]!.id));
    cursor = next;
  }
  return ids;
}

test("the pages together hold just what a plain filter finds, once each, in order", () => {
  fc.assert(fc.property(documents, query, (list, asked) => {
    const search = new DirectorySearch(list, lexicon);
    const expected = inOrder(list.filter((candidate) => matches(candidate, asked)));
    assert.deepEqual(everyPage(search, list, asked), expected);
    assert.equal(search.run(asked, 0).total, expected.length);
  }), { numRuns: 300 });
});

test("a value's count is the total that choosing it alone gives, and for access that adding it gives", () => {
  fc.assert(fc.property(documents, query, (list, asked) => {
    const search = new DirectorySearch(list, lexicon);
    const { facets } = search.run(asked, 0);
    for (const { value, count } of facets?.topic ?? []) {
      assert.equal(count, search.run({ ...asked, filters: { ...asked.filters, topic: [value] } }, 0).total);
    }
    for (const { value, count } of facets?.access ?? []) {
      const access = [...(asked.filters.access ?? []), value];
      assert.equal(count, search.run({ ...asked, filters: { ...asked.filters, access } }, 0).total);
    }
  }), { numRuns: 200 });
});

test("a cursor goes on after the same event when others come and go", () => {
  fc.assert(fc.property(documents, documents, query, (before, others, asked) => {
    const first = new DirectorySearch(before, lexicon).run(asked, 0);
    fc.pre(first.next !== null);
    const last = before[first.hits.at(-1)!.index]!;
    const after = [...others.filter(({ id }) => !before.some((kept) => kept.id === id)), ...before.slice(0, before.length / 2)];
    const rest = everyPage(new DirectorySearch(after, lexicon), after, { ...asked, cursor: first.next! });
    const expected = inOrder(after.filter((candidate) => matches(candidate, asked))
      .filter(({ startsAt, id }) => startsAt > last.startsAt || (startsAt === last.startsAt && id > last.id)));
    assert.deepEqual(rest, expected);
  }), { numRuns: 200 });
});

test("distance sorts the near ones first, leaves out what is too far, and keeps what has no place out", () => {
  const at = (id: string, latitude: number | undefined) => ({
    id, startsAt: 1, endsAt: 2, values: {}, words: lexicon.read([]),
    point: latitude === undefined ? undefined : { latitude, longitude: 0 },
  });
  const list = [at("far", 51.9), at("nowhere", undefined), at("near", 51.501), at("middle", 51.53)];
  const { hits, total } = new DirectorySearch(list, lexicon).run(
    { filters: {}, limit: 10, facets: false, near: { latitude: 51.5, longitude: 0 }, within: 5 }, 0,
  );
  assert.deepEqual(hits.map(({ index }) => list[index]!.id), ["near", "middle"]);
  assert.deepEqual(hits.map(({ distanceKm }) => distanceKm), [0.1, 3.3]);
  assert.equal(total, 2);
});

test("an event that is over and has every word does not hide those to come that have most", () => {
  const named = (id: string, endsAt: number, text: string) => ({ id, startsAt: endsAt - 1, endsAt, values: {}, words: lexicon.read([{ text, weight: 5 }]), point: undefined });
  const list = [named("over", 2, "yoga walk"), named("to come", 9, "yoga"), named("other", 9, "coffee")];
  const { hits } = new DirectorySearch(list, lexicon).run({ q: "yoga walk", filters: {}, limit: 10, facets: false }, 5);
  assert.deepEqual(hits.map(({ index }) => list[index]!.id), ["to come"]);
});

test("ids find events whenever they are", () => {
  const list = [{ id: "over", startsAt: 1, endsAt: 2, values: {}, words: lexicon.read([]), point: undefined }];
  const search = new DirectorySearch(list, lexicon);
  assert.equal(search.run({ filters: {}, limit: 10, facets: false }, 5).total, 0);
  assert.equal(search.run({ filters: {}, limit: 10, facets: false, ids: ["over", "unknown"] }, 5).total, 1);
});
