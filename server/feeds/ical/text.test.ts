import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { arbitraryCodeUnits } from "../../testing/random-text.ts";
import { escapeText, normalText, oneLine } from "./text.ts";

test("separators and line breaks are escaped, and nothing else", () => {
  assert.equal(escapeText("a\\b; c, d\ne: \"f\""), "a\\\\b\\; c\\, d\\ne: \"f\"");
});

test("every kind of line break becomes one", () => {
  assert.equal(normalText("a\r\nb\rc\u0085d\u2028e\u2029f\u000bg"), "a\nb\nc\nd\ne\nf\ng");
});

test("control characters are left out, a tab stays", () => {
  assert.equal(normalText("a\u0000b\u0007c\td\u001b[1me\u007f\u0090"), "abc\td[1me");
});

test("half of a surrogate pair is replaced", () => {
  assert.equal(normalText("a\ud83db\ude00"), "a\ufffdb\ufffd");
});

test("one line has no line break and nothing blank around where it was", () => {
  assert.equal(oneLine(" a  \r\n\r\n  b\n"), "a b");
});

test("normal text is well-formed, holds no control character that lines may not hold, and stays as it is", () => {
  fc.assert(fc.property(arbitraryCodeUnits(), (text) => {
    const normal = normalText(text);
    assert.ok(normal.isWellFormed());
    assert.doesNotMatch(normal, /[^\P{Cc}\t\n]/u);
    assert.equal(normalText(normal), normal);
  }));
});

test("what was escaped reads back", () => {
  fc.assert(fc.property(arbitraryCodeUnits().map(normalText), (text) => {
    const read = escapeText(text).replace(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));
    assert.equal(read, text);
  }));
});
