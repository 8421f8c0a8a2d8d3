import { readSheet } from "read-excel-file/universal";
import type { CsvRecord } from "./csv-records.ts";
import { UnreadableFileError } from "./unreadable-file.ts";
import { checkZip } from "./zip-limits.ts";

const FIRST_DAY_MS = Date.UTC(1900, 0, 1);

/** Excel keeps a time of day as a part of the day before its first one. */
function dateCell(date: Date): string {
  const [day = "", time = ""] = date.toISOString().split("T");
  const clock = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(11, 16);
  if (date.getTime() < FIRST_DAY_MS) return clock;
  return time.startsWith("00:00:00") ? day : `${day} ${clock}`;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateCell(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value).replace(/\r\n?/g, "\n");
}

/**
 * Reads the first sheet of an Excel workbook (ECMA-376) as the records that a CSV file of it would have; `line` is the number of
 * the row. Dates are `2026-12-03`, times `14:00`. Throws {@link UnreadableFileError}.
 */
export async function readXlsx(bytes: Uint8Array): Promise<CsvRecord[]> {
  checkZip(Buffer.from(bytes));
  const rows = await readSheet(new Blob([Uint8Array.from(bytes)])).catch((cause: unknown) => {
    throw new UnreadableFileError("The file cannot be read as an Excel workbook. Save it again as .xlsx, or as CSV UTF-8.", { cause });
  });
  const records = rows.map((row, index) => ({ line: index + 1, cells: row.map(cellText) }));
  return records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}
