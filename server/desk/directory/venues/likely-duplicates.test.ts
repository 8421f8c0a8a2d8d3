import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { likelyDuplicates } from "./likely-duplicates.ts";

const venue = (slug: string, name: string, postcode: string) => ({ slug, name, postcode });
const pairsOf = (venues: Parameters<typeof likelyDuplicates>[0]) => likelyDuplicates(venues).map(({ first, second }) => [first.slug, second.slug]);

test("the same place under two names is found, and two units of one hospital are not", () => {
  assert.deepEqual(pairsOf([
    venue("a", "Maggie's Barts", "EC1A 7BE"), venue("b", "Maggies at Barts", "EC1A 7BE"),
    venue("c", "Guy's Cancer Centre", "SE1 9RT"), venue("d", "Urology Centre, Guy's Hospital", "SE1 9RT"),
    venue("e", "Peckham Library", "SE15 5JR"), venue("f", "Brixton Library", "SW2 1JQ"), venue("g", "The Library, Peckham", "SE15 5JP"),
  ]), [["a", "b"], ["e", "g"]]);
});

test("in any list each pair is of two entries, alike, and named once", () => {
  const names = fc.array(fc.constantFrom("St", "Maggie's", "Library", "Hall", "the", "é", "—"), { maxLength: 4 }).map((words) => words.join(" "));
  const venues = fc.array(fc.record({ name: names, postcode: fc.constantFrom("SE1 9RT", "N1 1AA") }), { maxLength: 12 })
    .map((all) => all.map(({ name, postcode }, index) => venue(`v${index}`, name, postcode)));
  fc.assert(fc.property(venues, (all) => {
    const found = likelyDuplicates(all);
    assert.ok(found.every(({ first, second, likeness }) => first.slug !== second.slug && likeness >= 0.5 && likeness <= 1));
    assert.equal(new Set(found.map(({ first, second }) => [first.slug, second.slug].sort().join(" "))).size, found.length);
  }));
});
