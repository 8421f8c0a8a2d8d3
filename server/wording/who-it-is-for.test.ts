import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { howTiring, whoItIsFor } from "./who-it-is-for.ts";

const term = (slug: string, label: string) => ({ slug, label });
const BREAST = term("breast", "Breast cancer");
const AFTER = term("after-treatment", "After treatment");

test("one line says for which cancer, at which stage and whether carers are welcome", () => {
  const both = ["patients" as const, "carers" as const];
  assert.equal(whoItIsFor({ audience: both, tumourGroups: [], stages: [] }), "For people with any cancer. Carers welcome.");
  assert.equal(whoItIsFor({ audience: both, tumourGroups: [BREAST], stages: [AFTER] }), "For people with breast cancer: after treatment. Carers welcome.");
  assert.equal(
    whoItIsFor({ audience: ["patients"], tumourGroups: [BREAST, term("lung", "Lung cancer")], stages: [term("during-treatment", "Having treatment"), AFTER] }),
    "For people with breast cancer or lung cancer: having treatment or after treatment.",
  );
  assert.equal(whoItIsFor({ audience: ["carers"], tumourGroups: [BREAST], stages: [] }), "For those who look after people with breast cancer.");
});

test("cancers whose name holds an age or an abbreviation still make a sentence", () => {
  const of = (...labels: string[]) => whoItIsFor({ audience: ["patients"], tumourGroups: labels.map((label) => term("x", label)), stages: [] });
  assert.equal(of("Cancer in children"), "For children with cancer.");
  assert.equal(of("Sarcoma", "Cancer in young people"), "For people with sarcoma or cancer in young people.");
  assert.equal(of("MDS and other bone marrow disorders"), "For people with MDS and other bone marrow disorders.");
  assert.equal(of("A", "B", "C", "D"), "For people with one of 4 types of cancer.");
});

test("the line is one or two plain sentences, whatever the words of the directory are", () => {
  const terms = fc.array(fc.record({ slug: fc.stringMatching(/^[a-z-]{1,12}$/), label: fc.stringMatching(/^[A-Z][a-z ]{1,20}$/) }), { maxLength: 12 });
  const audience = fc.subarray(["patients" as const, "carers" as const], { minLength: 1 });
  fc.assert(fc.property(audience, terms, terms, (audience, tumourGroups, stages) => {
    const line = whoItIsFor({ audience, tumourGroups, stages });
    assert.match(line, /^For [^.]+\.( Carers welcome\.)?$/);
    assert.doesNotMatch(line, /undefined|,,| or \.| with[.,]/);
  }));
});

test("how tiring it is takes three words, and what is not known is left out", () => {
  assert.equal(howTiring({ effort: "seated", breaks: true }), "Seated, with breaks");
  assert.equal(howTiring({ effort: "some-standing", breaks: null }), "Some standing");
  assert.equal(howTiring({ effort: "gentle-activity", breaks: false }), "Gentle activity");
  assert.equal(howTiring({ effort: null, breaks: true }), "With breaks");
  assert.equal(howTiring({ effort: null, breaks: null }), undefined);
});
