import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { add, emptySet, members } from "./bitset.ts";
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

test("letters that changed places, and a word in two parts or one, are forgiven", () => {
  const find = finder(["Money worries", "Headscarves", "Anyone at all", "Work and you"]);
  assert.deepEqual(find("moeny"), ["Money worries"]);
  assert.deepEqual(find("wokr"), ["Work and you"]);
  assert.deepEqual(find("head scarves"), ["Headscarves"]);
});

test("events with every word stand alone, whichever word comes first", () => {
  const find = finder(["Yoga in Camden", "Yoga in Barnet", "Singing in Camden"]);
  assert.deepEqual(find("camden yoga"), ["Yoga in Camden"]);
});

test("where no event has every word, those that have the rarest of them are found, and never those with none", () => {
  const find = finder(["Yoga in Camden", "Yoga in Barnet", "Yoga in Brent", "Singing in Camden"]);
  assert.deepEqual(find("singing barnet yoga"), ["Yoga in Barnet", "Singing in Camden"]);
  assert.deepEqual(find("yoga sutton"), ["Yoga in Camden", "Yoga in Barnet", "Yoga in Brent"]);
  assert.deepEqual(find("sutton"), []);
});

test("it is told where no event that may match has every word", () => {
  const lexicon = new Lexicon();
  const index = new TextIndex(["Yoga in Camden", "Singing in Camden", "Yoga in Barnet"].map((text) => lexicon.read([{ text, weight: 5 }])), lexicon);
  const isRelaxed = (query: string, ...among: number[]) => {
    const set = emptySet(3);
    for (const place of among) add(set, place);
    return index.search(query, set)?.isRelaxed;
  };
  assert.equal(isRelaxed("yoga barnet", 0, 1, 2), false);
  assert.equal(isRelaxed("yoga barnet", 0, 1), true);
  assert.equal(isRelaxed("pottery", 0, 1, 2), false);
});

test("the beginning of a word is enough", () => {
  assert.deepEqual(finder(["Lymphoedema clinic"])("lymph"), ["Lymphoedema clinic"]);
});

test("one letter or two are the beginning of a word that is being typed, unless they are a word", () => {
  const find = finder(["Yoga in Camden", "OT drop-in", "Other people's stories"]);
  assert.deepEqual(find("y"), ["Yoga in Camden"]);
  assert.deepEqual(find("o"), ["OT drop-in", "Other people's stories"]);
  assert.deepEqual(find("ot"), ["OT drop-in"]);
  assert.deepEqual(find("yoga c"), ["Yoga in Camden"]);
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
