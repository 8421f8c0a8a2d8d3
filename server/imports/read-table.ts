import { runIsolated, WorkAbandonedError } from "../isolated/run-isolated.ts";
import type { CsvRecord } from "./csv-records.ts";
import type { ThreadAnswer } from "./table-thread.ts";
import { UnreadableFileError } from "./unreadable-file.ts";

const LIMITS = { milliseconds: 10_000, megabytes: 200 };

/**
 * Reads a CSV file or an Excel workbook that a stranger made, away from everything else. At most 5,000 rows.
 * Throws {@link UnreadableFileError}.
 */
export async function readTable(bytes: Uint8Array): Promise<CsvRecord[]> {
  const thread = new URL("table-thread.ts", import.meta.url);
  const answer = await runIsolated<Uint8Array, ThreadAnswer>(thread, bytes, LIMITS).catch((cause: unknown) => {
    if (cause instanceof WorkAbandonedError) throw new UnreadableFileError("The file cannot be read: it is too large or damaged. Copy the rows into a new file.", { cause });
    throw cause;
  });
  if ("unreadable" in answer) throw new UnreadableFileError(answer.unreadable);
  return answer.records;
}
