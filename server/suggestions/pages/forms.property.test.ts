import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDecision } from "../../desk/queue/queue-action.ts";
import { draftForm } from "../../desk/queue/draft-of-suggestion.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import { testRing } from "../../testing/referrals.ts";
import { openSuggestion, sealSuggestion } from "../sealed-suggestion.ts";
import { readSuggestionToken, suggestionToken } from "../suggestion-link.ts";
import { SUGGESTION_KINDS, SuggestionDetails, type SuggestionRow } from "../suggestion.ts";
import { readFeedback } from "./feedback-form.ts";
import { readSuggestion } from "./suggest-form.ts";

const BOROUGHS = [{ slug: "camden", label: "Camden", gss: "E09000007", alliance: "north", latitude: 51, longitude: 0, tile: { row: 0, column: 0 } }];
const FIELDS = ["what", "when", "where", "organiser", "link", "more", "email", "borough", "kind", "action", "reason", "ask-text", "pass-organisation"];

/** What nobody typed: any text in any field, fields twice, and fields that are not there. */
const anyForm = fc.array(fc.tuple(fc.constantFrom(...FIELDS), fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.constantFrom(...FIELDS, "event", "refuse", "camden"))))
  .map((pairs) => new URLSearchParams(pairs));

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((text) => text.replace(/\p{Cc}|\p{Cs}/gu, "").replace(/\s+/g, " ").trim()).filter(Boolean);
const suggestion = fc.record({ what: words, when: words, where: words, organiser: words, link: words, more: words });

test("any form is read or refused with errors at fields that are on the page, and never breaks", () => {
  fc.assert(fc.property(anyForm, (form) => {
    for (const [read, fields] of [[readSuggestion(form, BOROUGHS), FIELDS], [readFeedback(form, "an-event"), FIELDS]] as const) {
      if ("errors" in read) assert.ok(read.errors.length > 0 && read.errors.every(({ field }) => fields.includes(field)));
      else assert.deepEqual(SuggestionDetails.parse({ ...read.value.details, notes: [] }), { ...read.value.details, notes: [] });
    }
  }), { numRuns: 500 });
});

test("what people type is read as it is", () => {
  fc.assert(fc.property(suggestion, fc.constantFrom("", "camden", "elsewhere"), (typed, borough) => {
    const read = readSuggestion(toForm({ ...typed, borough, email: "person@example.org" }), BOROUGHS);
    assert.deepEqual(read, { value: { kind: "event", borough: borough === "camden" ? "camden" : undefined, details: { ...typed, email: "person@example.org" } } });
  }));
});

test("a draft of whatever was told is a form that can be kept, and names no address", () => {
  fc.assert(fc.property(suggestion, (typed) => {
    const draft = draftForm({ ...typed, email: "person@example.org", notes: [] }, undefined);
    assert.equal(draft.get("title"), typed.what);
    assert.ok(!draft.toString().includes("person%40"));
    assert.ok(draft.toString().length < 70_000);
  }));
  const draft = draftForm({ what: "Walk", when: "3 March 2027, 2pm to 4:30pm", where: "Online", notes: [] }, undefined);
  assert.deepEqual(["date", "start", "end", "format"].map((name) => draft.get(name)), ["3 March 2027", "2pm", "4:30pm", "online"]);
});

test("any decision is read or refused, and one that is read is for what it is about", async () => {
  const row = { kind: "question", has_email: false, state: "open" } as SuggestionRow;
  const noDatabase = undefined as never;
  await fc.assert(fc.asyncProperty(anyForm, async (form) => {
    const read = await readDecision(noDatabase, form, { row, organisations: ["uclh"] });
    if ("value" in read) assert.ok(["pass", "note", "refuse"].includes(read.value.kind));
    else assert.ok(read.errors.length > 0);
  }), { numRuns: 300 });
});

test("what is sealed opens in its own row alone, and a link leads to its own row alone", () => {
  const ring = testRing();
  fc.assert(fc.property(fc.uuid(), fc.uuid(), suggestion, fc.constantFrom(...SUGGESTION_KINDS), fc.nat(43), (id, other, typed, kind, at) => {
    fc.pre(id !== other);
    const details = { ...typed, notes: [] };
    const row = { id, kind, ...sealSuggestion(ring, id, details) } as SuggestionRow;
    assert.deepEqual(openSuggestion(ring, row), details);
    assert.throws(() => openSuggestion(ring, { ...row, id: other }));
    const token = suggestionToken(ring, id);
    assert.equal(readSuggestionToken(ring, token), id);
    assert.equal(readSuggestionToken(testRing(), token), undefined);
    const changed = token.slice(0, at % token.length) + (token[at % token.length] === "A" ? "B" : "A") + token.slice((at % token.length) + 1);
    assert.equal(readSuggestionToken(ring, changed), undefined);
  }));
});
