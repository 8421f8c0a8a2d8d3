import type { CsvRecord } from "./csv-records.ts";
import { UnreadableFileError } from "./unreadable-file.ts";

/** The columns that a file of events must have, and those that it may have. README.md tells what stands in each. */
export const REQUIRED_COLUMNS = [
  "reference", "organiser", "title", "for whom", "summary", "date", "start time", "end time", "format", "kind", "audience",
  "booking", "who can book",
] as const;
export const OPTIONAL_COLUMNS = [
  "end date", "series", "partners", "venue", "what happens", "what to bring", "sessions", "attend parts", "topics", "cancer types",
  "stages", "languages", "effort", "breaks", "bsl", "interpreter", "ask by", "cost", "contact name", "contact phone",
  "contact email", "capacity", "waiting list", "booking link", "booking note", "join link", "status", "status note",
  "previous date", "previous start time", "last confirmed",
] as const;
export type Column = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];

const COLUMNS: ReadonlySet<string> = new Set([...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS]);
const isColumn = (name: string): name is Column => COLUMNS.has(name);

export interface Header {
  /** Where each known column stands, from 0. */
  places: ReadonlyMap<Column, number>;
  width: number;
  /** Headings that are no column of the layout, as the file has them. */
  unknown: string[];
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/**
 * Reads the heading row: case, hyphens and underscores do not matter. Throws `UnreadableFileError` when a column is missing that
 * may not be, or stands twice.
 */
export function readHeader(record: CsvRecord | undefined, mayLack: readonly Column[] = []): Header {
  const places = new Map<Column, number>();
  const twice: string[] = [];
  const unknown: string[] = [];
  for (const [place, heading] of (record?.cells ?? []).entries()) {
    const name = heading.toLowerCase().replace(/[\s_-]+/g, " ").trim();
    if (!isColumn(name)) unknown.push(...(name === "" ? [] : [heading.trim()]));
    else if (places.has(name)) twice.push(name);
    else places.set(name, place);
  }
  const missing = REQUIRED_COLUMNS.filter((name) => !places.has(name) && !mayLack.includes(name));
  if (missing.length > 0) throw new UnreadableFileError(`The first row of the file must name its columns. It lacks: ${quoted(missing)}.`);
  if (twice.length > 0) throw new UnreadableFileError(`The file has more than one column named ${quoted(twice)}.`);
  return { places, width: record?.cells.length ?? 0, unknown };
}
