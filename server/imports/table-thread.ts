import { answerIsolated } from "../isolated/answer-isolated.ts";
import { readCsv, type CsvRecord } from "./csv-records.ts";
import { UnreadableFileError } from "./unreadable-file.ts";
import { readXlsx } from "./xlsx-records.ts";

/** The records of a table, or why it cannot be read. */
export type ThreadAnswer = { records: CsvRecord[] } | { unreadable: string };

const MAX_ROWS = 5_000;
const MAX_CELLS = 300_000;

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);

async function readRecords(bytes: Uint8Array): Promise<CsvRecord[]> {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnreadableFileError("This is an old Excel file, or one with a password. Save it as an Excel workbook (.xlsx) without a password.");
  }
  const records = startsWith(bytes, 0x50, 0x4b) ? await readXlsx(bytes) : readCsv(bytes);
  const cells = records.reduce((sum, record) => sum + record.cells.length, 0);
  if (records.length > MAX_ROWS + 1 || cells > MAX_CELLS) {
    throw new UnreadableFileError(`The file has more than ${MAX_ROWS.toLocaleString("en-GB")} rows, or very many columns. Split it into smaller files.`);
  }
  return records;
}

answerIsolated(async (bytes: Uint8Array): Promise<ThreadAnswer> => {
  try {
    return { records: await readRecords(bytes) };
  } catch (error) {
    if (error instanceof UnreadableFileError) return { unreadable: error.message };
    throw error;
  }
});
