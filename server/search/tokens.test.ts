import { test } from "node:test";
import assert from "node:assert/strict";
import { queryTokens, tokens } from "./tokens.ts";

test("apostrophes, accents and capitals make no difference", () => {
  assert.deepEqual(tokens("Maggie’s Café: Men's GROUP"), ["maggies", "cafe", "mens", "group"]);
});

test("words of other scripts are words", () => {
  assert.deepEqual(tokens("স্তন দল — دعم"), tokens("স্তন দল دعم"));
  assert.equal(tokens("دعم مرضى").length, 2);
});

test("words that every event has ask for nothing", () => {
  assert.deepEqual(queryTokens("cancer events for me"), []);
  assert.deepEqual(queryTokens("I am tired of my breast cancer"), ["tired", "breast"]);
});

test("a query of very many words is answered by its first eight", () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
  assert.deepEqual(queryTokens(words.join(" ")), words.slice(0, 8));
});
