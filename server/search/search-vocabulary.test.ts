import { test } from "node:test";
import assert from "node:assert/strict";
import { searchVocabulary } from "./search-vocabulary.ts";

const term = (slug: string, label: string, synonyms: string[]) => ({ slug, label, synonyms, misspellings: [], parent: null, definition: null });

test("a word inside a longer name is left out when it is another term's own name", () => {
  const { topics, stages } = searchVocabulary({
    topics: [term("starting-chemotherapy", "Starting chemotherapy", ["chemo"])],
    stages: [term("during-treatment", "Having treatment", ["on chemo", "active treatment"])],
    tumourGroups: [],
  });
  assert.equal(topics[0]!.words, "chemo");
  assert.equal(stages[0]!.words, "on active treatment active+treatment");
});

test("a word that two terms have for themselves stays with both", () => {
  const { topics, stages } = searchVocabulary({
    topics: [term("prehabilitation", "Getting ready", ["prehab", "prehab class"])],
    stages: [term("preparing", "Preparing", ["prehab"])],
    tumourGroups: [],
  });
  assert.equal(topics[0]!.words, "prehab class prehab+class");
  assert.equal(stages[0]!.words, "prehab");
});

test("a longer name is also kept as pairs of the words that say something", () => {
  const { topics } = searchVocabulary({ topics: [term("memory", "Memory", ["chemo brain", "short of breath"])], stages: [], tumourGroups: [] });
  assert.equal(topics[0]!.words, "chemo brain chemo+brain short of breath short+breath");
});
