import assert from "node:assert/strict";
import { test } from "node:test";
import { carersWelcome, howTiring } from "./who-it-is-for.ts";

test("carers hear that they are welcome where the organiser's own line leaves it open", () => {
  const both = ["patients" as const, "carers" as const];
  assert.equal(carersWelcome({ audience: both, forWhom: "Anyone affected by cancer" }), "Carers welcome");
  for (const forWhom of ["Patients and carers at St George’s", "You and your family", "People looking after somebody, and those they look after"]) {
    assert.equal(carersWelcome({ audience: both, forWhom }), "", forWhom);
  }
  for (const audience of [["patients" as const], ["carers" as const]]) assert.equal(carersWelcome({ audience, forWhom: "Anyone" }), "");
});

test("how tiring it is takes three words, and what is not known is left out", () => {
  assert.equal(howTiring({ effort: "seated", breaks: true }), "Seated, with breaks");
  assert.equal(howTiring({ effort: "some-standing", breaks: null }), "Some standing");
  assert.equal(howTiring({ effort: "gentle-activity", breaks: false }), "Gentle activity");
  assert.equal(howTiring({ effort: null, breaks: true }), "With breaks");
  assert.equal(howTiring({ effort: null, breaks: null }), undefined);
});
