import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { arbitraryCodeUnits } from "../../testing/random-text.ts";
import { fold, textProperty, uriProperty } from "./content-line.ts";
import { normalText } from "./text.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const line = arbitraryCodeUnits().map((text) => normalText(text).replaceAll("\n", ""));

/** The physical lines, cut as octets, so that a character cut in two would not decode. */
function physicalLines(folded: string): string[] {
  const lines: string[] = [];
  let rest = Buffer.from(folded);
  for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
    assert.ok(end <= 75, `${end} octets`);
    lines.push(utf8.decode(rest.subarray(0, end)));
    rest = rest.subarray(end + 2);
  }
  assert.equal(rest.length, 0);
  return lines;
}

test("a folded line has at most 75 octets a line, each valid UTF-8, and unfolds to what it was", () => {
  fc.assert(fc.property(line, (text) => {
    const [first, ...more] = physicalLines(fold(text));
    assert.ok(more.every((part) => part.startsWith(" ") && part.length > 1));
    assert.equal([first, ...more.map((part) => part.slice(1))].join(""), text);
  }), { numRuns: 1000 });
});

test("a character made of several code points stays on one line", () => {
  const characters = ["👩🏽‍⚕️", "👨‍👩‍👧‍👦", "🇬🇧", "e\u0301", "ŵ", "a", "ਪੰ"];
  fc.assert(fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 60 }), (drawn) => {
    const text = drawn.join("");
    const folded = physicalLines(fold(text)).map((part, index) => (index === 0 ? part : part.slice(1)));
    const split = (value: string): string[] => Array.from(graphemes.segment(value), ({ segment }) => segment);
    assert.deepEqual(folded.flatMap(split), split(text));
  }));
});

test("a character too long for a line is cut between code points", () => {
  const text = `z${"\u{1d165}".repeat(40)}`;
  assert.equal(physicalLines(fold(text)).map((part) => part.trimStart()).join(""), text);
});

test("lines are as long as they may be", () => {
  assert.deepEqual(physicalLines(fold("x".repeat(75 + 74 + 1))).map((part) => part.length), [75, 75, 2]);
  assert.equal(fold("x".repeat(75)), `${"x".repeat(75)}\r\n`);
});

test("an empty line is still a line", () => {
  assert.equal(fold(""), "\r\n");
});

test("a text cannot start a line of its own", () => {
  assert.equal(textProperty("SUMMARY", "a\nEND:VEVENT"), "SUMMARY:a\\nEND:VEVENT\r\n");
});

test("an address cannot start a line of its own, and is not escaped", () => {
  assert.equal(uriProperty("URL", "https://a.example/?q=a,b;c\r\nEND:VEVENT"), "URL:https://a.example/?q=a,b;cEND:VEVENT\r\n");
  assert.equal(uriProperty("URL", "https://a.example/tŷ"), "URL:https://a.example/t%C5%B7\r\n");
});
