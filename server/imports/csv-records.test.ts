import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readCsv } from "./csv-records.ts";
import { UnreadableFileError } from "./unreadable-file.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("comma, semicolon and tab are each found by the first line", () => {
  for (const separator of [",", ";", "\t"]) {
    assert.deepEqual(readCsv(bytes(`a${separator}b\n1${separator}2`)), [{ line: 1, cells: ["a", "b"] }, { line: 2, cells: ["1", "2"] }]);
  }
});

test("a byte order mark and any line ends are taken, and a row is told by the line on which it starts", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ["\ufeffa,b", '"one', "", 'two",2', "", ",", '"say ""hi""",3', ""].join(end);
    assert.deepEqual(readCsv(bytes(text)), [
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["one\n\ntwo", "2"] },
      { line: 7, cells: ['say "hi"', "3"] },
    ]);
  }
});

test("a file that is no CSV is told by line and fault", () => {
  assert.throws(() => readCsv(bytes('a,b\n1,2\n"x,3\n4,5')), { name: "UnreadableFileError", message: /line 3: a quote is opened/ });
  assert.throws(() => readCsv(bytes('a,b\nx"y,2')), { name: "UnreadableFileError", message: /line 2: a quote stands inside text/ });
  assert.throws(() => readCsv(bytes('a,b\n"x"y,2')), { name: "UnreadableFileError", message: /line 2: there is text after a closing quote/ });
});

test("a file in another encoding is told so", () => {
  assert.throws(() => readCsv(Buffer.from("caf\xe9", "latin1")), { name: "UnreadableFileError", message: /UTF-8/ });
  assert.throws(() => readCsv(Buffer.from("\ufeffa,b", "utf16le")), { name: "UnreadableFileError", message: /UTF-8/ });
});

test("random bytes and random pieces of CSV are read, or told to be unreadable", () => {
  const pieces = fc.array(fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "\r\n", "a", " ", "\0", "é")).map((parts) => bytes(parts.join("")));
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), pieces), (file) => {
    try {
      readCsv(file);
    } catch (error) {
      assert.ok(error instanceof UnreadableFileError);
    }
  }));
});
