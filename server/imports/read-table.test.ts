import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "./read-table.ts";
import { workbookOf, workbookWith, zipOf } from "./testing/workbook.ts";
import { UnreadableFileError } from "./unreadable-file.ts";
import { readXlsx } from "./xlsx-records.ts";

const refused = (message: RegExp) => ({ name: "UnreadableFileError", message });

test("a workbook is read as the CSV file of it would be: dates, times, numbers and text", async () => {
  const records = await readTable(workbookOf([["date", "start time", "capacity", "title"], [{ serial: 46359 }, { serial: 14.5 / 24 }, 20, "Rest & <sleep>"], ["", "", "", ""], ["03/12/2026", "2pm", "", "x"]]));
  assert.deepEqual(records, [
    { line: 1, cells: ["date", "start time", "capacity", "title"] },
    { line: 2, cells: ["2026-12-03", "14:30", "20", "Rest & <sleep>"] },
    { line: 4, cells: ["03/12/2026", "2pm", "", "x"] },
  ]);
});

test("a CSV file is read by the same door", async () => {
  assert.deepEqual(await readTable(Buffer.from("a,b\n1,2")), [{ line: 1, cells: ["a", "b"] }, { line: 2, cells: ["1", "2"] }]);
});

test("an archive that unpacks to very much, or to more than it says, is refused", async () => {
  await assert.rejects(readTable(zipOf([{ name: "xl/a.xml", content: Buffer.alloc(60 * 1024 * 1024) }])), refused(/holds too much/));
  await assert.rejects(readTable(workbookWith(`<sheetData>${" ".repeat(100_000)}</sheetData>`, 10)), refused(/damaged/));
});

test("an archive that says two things of what it holds is refused, whatever it would unpack to", async () => {
  const bomb = () => zipOf([{ name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(60 * 1024 * 1024) }]);
  const countsTwice = bomb();
  countsTwice.writeUInt16LE(0, countsTwice.length - 12);
  const empty = zipOf([]);
  const endsTwice = Buffer.concat([bomb(), empty.subarray(0, 20)]);
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", "latin1");
  for (const archive of [countsTwice, endsTwice, Buffer.concat([bomb(), locator, empty])]) await assert.rejects(readXlsx(archive), refused(/damaged/));
});

test("a workbook with a cell at the far end of the sheet costs a refusal, not the service", async () => {
  const sheet = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`;
  await assert.rejects(readTable(workbookWith(sheet)), refused(/cannot be read|more than/));
});

test("more rows than 5,000 are refused", async () => {
  await assert.rejects(readTable(Buffer.from("a\n1".padEnd(4, "\n") + "1\n".repeat(5_001))), refused(/more than 5,000 rows/));
});

test("an old or protected workbook is told so", async () => {
  await assert.rejects(readTable(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), refused(/old Excel file/));
});

test("any bytes, and any damage to a workbook, end in records or a reason", async () => {
  const right = workbookOf([["title", "date"], ["x", { serial: 46359 }]]);
  const damage = fc.array(fc.tuple(fc.nat(right.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }).map((changes) => {
    const file = Buffer.from(right);
    for (const [at, byte] of changes) file[at] = byte;
    return file;
  });
  await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), damage), async (file) => {
    try {
      await readXlsx(file);
    } catch (error) {
      assert.ok(error instanceof UnreadableFileError);
    }
  }));
});
