import { CsvError, parse } from "csv-parse/sync";
import { UnreadableFileError } from "./unreadable-file.ts";

/** One record of a CSV file. `line` is the line of the file, from 1, on which it starts. */
export interface CsvRecord {
  line: number;
  cells: readonly string[];
}

/** Comma by RFC 4180; semicolon is what Excel writes where the comma stands in numbers; tab is its "Unicode text". */
const SEPARATORS = [",", ";", "\t"] as const;

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFileError('The file is not UTF-8 text. In Excel, save it as "CSV UTF-8 (comma delimited)".');
  }
}

function separatorOf(text: string): string {
  const firstLine = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1);
  const parts = (separator: string) => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, next) => (parts(next) > parts(best) ? next : best));
}

const FAULTS: Partial<Record<CsvError["code"], string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote is opened and never closed",
  INVALID_OPENING_QUOTE: "a quote stands inside text that is not in quotes",
  CSV_INVALID_CLOSING_QUOTE: "there is text after a closing quote; write a quote inside quotes twice",
};

function fault(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  return new UnreadableFileError(`The file is not right CSV in the row that starts on line ${line}: ${FAULTS[error.code] ?? error.message}.`);
}

/**
 * Reads CSV (RFC 4180) in UTF-8, with or without a byte order mark; comma, semicolon or tab, as the first line has it; any
 * line ends, which cells then hold as "\n". Records with nothing in any cell are left out.
 * Throws {@link UnreadableFileError}.
 */
export function readCsv(bytes: Uint8Array): CsvRecord[] {
  // csv-parse counts CRLF inside quotes as two lines.
  const text = decode(bytes).replace(/\r\n?/g, "\n");
  const records: CsvRecord[] = [];
  let line = 1;
  const onRecord = (cells: string[], { lines }: { lines: number }): null => {
    if (cells.some((cell) => cell.trim() !== "")) records.push({ line, cells });
    line = lines + 1;
    return null;
  };
  try {
    parse(text, { delimiter: separatorOf(text), record_delimiter: "\n", relax_column_count: true, on_record: onRecord });
  } catch (error) {
    throw fault(error, line);
  }
  return records;
}
