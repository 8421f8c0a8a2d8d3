import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { londonDate } from "../wording/london-time.ts";
import type { RowProblem } from "./cells.ts";
import type { CsvRecord } from "./csv-records.ts";
import { changesBetween, type FieldChange } from "./describe-event.ts";
import { eventColumns, type NewStatus } from "./event-columns.ts";
import type { ImportedEvent } from "./imported-event.ts";
import type { Lookup } from "./names.ts";
import { readEventRecords, type EventRow, type ReadEvents } from "./read-events.ts";
import { readLookup } from "./read-lookup.ts";
import { readStoredEvents, type StoredEvent } from "./stored-events.ts";
import { checkBooked, writeEventsIn, type WrittenEvents } from "./write-events.ts";

/** Events that an organisation brings in by itself. */
export interface OwnImport {
  organisation: string;
  /** What its new events become. */
  status: NewStatus;
  /** Milliseconds since 1970. */
  now: number;
}

/** What a row would do. `line` is the line of the file on which it starts. */
export type PreviewRow =
  | { kind: "new" | "unchanged"; line: number; event: ImportedEvent }
  | { kind: "changed"; line: number; event: ImportedEvent; changes: FieldChange[] }
  | { kind: "wrong"; line: number; problems: RowProblem[] };

export interface ImportPreview {
  rows: PreviewRow[];
  /** Headings that are no column of the layout. */
  unknownColumns: string[];
}

interface OwnRows extends ReadEvents {
  lookup: Lookup;
  stored: Map<string, StoredEvent>;
}

/** Who brings a new event in says with that that it is right. */
async function readOwnRows(db: Kysely<Database>, records: readonly CsvRecord[], { organisation, now }: OwnImport): Promise<OwnRows> {
  const lookup = await readLookup(db);
  const read = readEventRecords(records, lookup, organisation);
  const stored = await readStoredEvents(db, { organisation, references: read.rows.map(({ event }) => event.reference) });
  const rows = read.rows.map(({ line, event }) => {
    const lastConfirmed = event.lastConfirmed ?? stored.get(event.reference)?.event.lastConfirmed ?? londonDate(now);
    return { line, event: { ...event, lastConfirmed } };
  });
  return { ...read, rows, lookup, stored };
}

function previewRow({ line, event }: EventRow, { lookup, stored }: OwnRows, status: NewStatus): PreviewRow {
  const known = stored.get(event.reference);
  if (!known) return { kind: "new", line, event };
  const problems = checkBooked({ line, event }, known.row);
  if (problems.length > 0) return { kind: "wrong", line, problems };
  const columns = eventColumns(event, known.row, status);
  const isKept = event.status === null && columns.status === known.row.status;
  const { statusNote, previousStartsAt } = isKept ? known.event : event;
  const changes = changesBetween({ ...known.event, status: null }, { ...event, status: null, statusNote, previousStartsAt }, lookup);
  if (columns.status !== known.row.status) changes.push({ field: "Status", before: known.row.status ?? "", after: columns.status ?? "" });
  return changes.length > 0 ? { kind: "changed", line, event, changes } : { kind: "unchanged", line, event };
}

/** What bringing in these records would do, row by row. Throws `UnreadableFileError`. */
export async function previewImport(db: Kysely<Database>, records: readonly CsvRecord[], own: OwnImport): Promise<ImportPreview> {
  const read = await readOwnRows(db, records, own);
  const wrong = Array.from(Map.groupBy(read.problems, ({ line }) => line), ([line, problems]): PreviewRow => ({ kind: "wrong", line, problems }));
  const rows = [...read.rows.map((row) => previewRow(row, read, own.status)), ...wrong].sort((a, b) => a.line - b.line);
  return { rows, unknownColumns: read.unknownColumns };
}

/** Brings in the rows that are right; `problems` are those of all the others, by line. Throws `UnreadableFileError`. */
export async function importOwn(db: Transaction<Database>, records: readonly CsvRecord[], own: OwnImport): Promise<WrittenEvents> {
  const read = await readOwnRows(db, records, own);
  const written = await writeEventsIn(db, read.rows, own.status);
  return { ...written, problems: [...read.problems, ...written.problems].sort((a, b) => a.line - b.line) };
}
