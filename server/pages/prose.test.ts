import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { prose } from "./prose.ts";

const written = (text: string) => String(prose(text)).replaceAll("\n", "");

test("paragraphs, lists and links are written", () => {
  assert.equal(written("One\nline.\n\nTwo:\n- a\n- [b](https://b.example/?x=1&y=2)\nThree"),
    '<p>One line.</p><p>Two:</p><ul><li>a</li><li><a href="https://b.example/?x=1&amp;y=2">b</a></li></ul><p>Three</p>');
  assert.equal(written("Call [999](tel:999) or [look](/events?audience=carers)."),
    '<p>Call <a href="tel:999">999</a> or <a href="/events?audience=carers">look</a>.</p>');
  assert.equal(written(""), "");
});

test("what is no safe link stays as it was typed", () => {
  for (const link of ["[a](javascript:alert(1))", "[a](http://a.example)", "[a](//a.example)", "[a](/\\a.example)", "[a](data:text/html,x)", "[a](https://)", "[](https://a.example)"]) {
    assert.equal(written(link), `<p>${link}</p>`);
  }
  assert.equal(written("<b onclick=x>&amp;"), "<p>&lt;b onclick=x&gt;&amp;amp;</p>");
});

const PIECES = fc.oneof(
  fc.constantFrom("\n", "\n\n", "\r\n", "- ", "[", "]", "(", ")", "](", "https://", "javascript:", "tel:", "/", "//", "\\", '"', "'", "<", ">", "&", "<script>", " "),
  fc.string({ maxLength: 6, unit: "binary" }),
);
const TEXT = fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join(""));
const TAGS = /<(?:\/?(?:p|ul|li|a)|a href="(?:https:\/\/|tel:|\/(?![/\\]))[^"<>\s]*")>/g;

test("whatever was typed, nothing but these tags comes out, well nested, and no word is lost", () => {
  fc.assert(fc.property(TEXT, (text) => {
    const output = String(prose(text));
    const rest = output.replaceAll(TAGS, "");
    assert.doesNotMatch(rest, /[<>"']/);
    const open: string[] = [];
    for (const [tag] of output.matchAll(/<[^>]*>/g)) {
      const name = /[a-z]+/.exec(tag)![0];
      if (tag.startsWith("</")) assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.deepEqual(open, []);
    const shown = rest.replace(/&lt;|&gt;|&quot;|&#39;|&amp;/g, (entity) => ({ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" })[entity]!);
    for (const word of text.match(/[a-z]{3,}/g) ?? []) assert.ok(shown.includes(word) || output.includes(word), word);
  }), { numRuns: 500 });
});
