import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { toCsv } from "./csv.ts";

test("a file has a line for the columns and one for each row, and Excel knows its letters", () => {
  assert.equal(toCsv({ columns: ["Borough", "Events"], rows: [["Barnet, north", 12], ["“Bexley”", "fewer than 5"]] }), '\uFEFFBorough,Events\r\n"Barnet, north",12\r\n“Bexley”,fewer than 5\r\n');
});

test("whatever the cells hold, a reader gets them back, and no text is taken for a formula", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[=+@\t\r-][A-Z0-9",\r\n]{0,8}$/));
  const cell = fc.oneof(text, fc.nat());
  fc.assert(fc.property(fc.array(fc.tuple(text, cell, cell), { minLength: 1 }), (rows) => {
    const read = parse(toCsv({ columns: ["a", "b", "c"], rows }), { bom: true, relax_column_count: true, record_delimiter: "\r\n" });
    const safe = (value: string | number) => (typeof value === "string" && /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value));
    assert.deepEqual(read, [["a", "b", "c"], ...rows.map((row) => row.map(safe))]);
  }));
});
