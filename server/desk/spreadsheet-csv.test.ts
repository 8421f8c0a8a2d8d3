import { test } from "node:test";
import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { spreadsheetCsv } from "./spreadsheet-csv.ts";

const START = fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "'", "＝");
const CELL = fc.tuple(START, fc.string({ unit: "grapheme" })).map((parts) => parts.join(""));

test("whatever cells hold, a reader of RFC 4180 finds them again, and none starts as a formula", () => {
  const rows = fc.integer({ min: 1, max: 5 }).chain((columns) => fc.array(fc.array(CELL, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }));
  fc.assert(fc.property(rows, (cells) => {
    const read = parse(spreadsheetCsv(cells), { bom: true, record_delimiter: "\r\n" });
    assert.deepEqual(read.map((row) => row.length), cells.map((row) => row.length));
    for (const [index, row] of read.entries()) {
      for (const [column, text] of row.entries()) {
        const written = cells[index]?.[column] ?? "";
        assert.ok(text === written || text === `'${written}`);
        assert.doesNotMatch(text, /^[=+\-@\t\r\n]/);
      }
    }
  }));
});
