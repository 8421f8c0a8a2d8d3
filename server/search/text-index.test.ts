import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { members } from "./bitset.ts";
import { Lexicon } from "./lexicon.ts";
import { TextIndex } from "./text-index.ts";

function finder(texts: string[]) {
  const lexicon = new Lexicon();
  const index = new TextIndex(texts.map((text) => lexicon.read([{ text, weight: 5 }])), lexicon);
  return (query: string) => {
    const found = index.search(query);
    return found && [...members(found.matches)].map((place) => texts[place]);
  };
}

test("what people type is forgiven", () => {
  const find = finder(["Managing fatigue", "The Royal Marsden, Chelsea", "Coffee morning for carers", "Breast care", "Walking group"]);
  assert.deepEqual(find("fatige"), ["Managing fatigue"]);
  assert.deepEqual(find("marsdn"), ["The Royal Marsden, Chelsea"]);
  assert.deepEqual(find("carers cofee"), ["Coffee morning for carers"]);
  assert.deepEqual(find("walks"), ["Walking group"]);
  assert.deepEqual(find("brest cancer"), ["Breast care"]);
});

test("every word must match, whichever comes first", () => {
  const find = finder(["Yoga in Camden", "Yoga in Barnet", "Singing in Camden"]);
  assert.deepEqual(find("camden yoga"), ["Yoga in Camden"]);
  assert.deepEqual(find("yoga sutton"), []);
});

test("the beginning of a word is enough", () => {
  assert.deepEqual(finder(["Lymphoedema clinic"])("lymph"), ["Lymphoedema clinic"]);
});

test("a query of nothing but common words filters nothing", () => {
  assert.equal(finder(["Yoga"])("cancer events"), undefined);
});

test("each word of a text finds it, and no query throws", () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 1, maxLength: 8 }), fc.string(), (words, query) => {
    const find = finder([words.join(" ")]);
    for (const word of words) assert.ok(find(word)?.length ?? true);
    find(query);
  }));
});
