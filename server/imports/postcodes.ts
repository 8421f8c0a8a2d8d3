import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import type { Kysely } from "kysely";
import { migrateToLatest } from "../../db/migrate.ts";
import { withDatabase } from "../../db/open.ts";
import type { Database } from "../../db/schema.ts";
import { runCommand, UsageError } from "../command.ts";
import type { Config } from "../config.ts";
import { attribution } from "./attribution.ts";
import { openFile } from "./open-file.ts";
import { OutwardMeans } from "./outward-means.ts";
import { inLondonBox, postcodeReader, type ReadPostcode } from "./read-postcode.ts";
import { PostcodeWriter, type WrittenPostcodes } from "./write-postcodes.ts";
import { UnreadableFileError } from "./unreadable-file.ts";

const USAGE = "Usage: npm run import:postcodes -- FILE.csv. server/imports/README.md tells the layout.";

export interface PostcodeReport extends WrittenPostcodes {
  /** Rows with a point that is not in or near London, or not known. */
  elsewhere: number;
  /** Rows without a postcode or a point that can be read. */
  unreadable: number;
}

type Counts = Pick<PostcodeReport, "elsewhere" | "unreadable">;

/** Outward codes are placed at the mean of their postcodes that were kept, unless the file places them itself. */
async function readInto(writer: PostcodeWriter, rows: AsyncIterable<string[]>): Promise<Counts> {
  const counts = { elsewhere: 0, unreadable: 0 };
  const means = new OutwardMeans();
  let read: ReadPostcode | undefined;
  for await (const cells of rows) {
    if (!read) {
      read = postcodeReader(cells);
      continue;
    }
    const point = read(cells);
    if (!point) counts.unreadable += 1;
    else if (!inLondonBox(point)) counts.elsewhere += 1;
    else {
      means.add(point);
      await writer.add(point);
    }
  }
  if (!read) postcodeReader([]);
  for (const point of means.points()) await writer.add(point);
  return counts;
}

/**
 * Imports a CSV file of postcodes in one transaction, however long it is: rows are not held. Codes of the table that the
 * file does not have stay. Throws `UnreadableFileError`.
 */
export async function importPostcodes(db: Kysely<Database>, file: Readable): Promise<PostcodeReport> {
  return db.transaction().execute(async (transaction) => {
    const writer = await PostcodeWriter.open(transaction);
    const parser = parse({ bom: true, delimiter: [",", ";", "\t"], relax_column_count: true, skip_empty_lines: true });
    const counts = await pipeline(file, parser, (rows: AsyncIterable<string[]>) => readInto(writer, rows)).catch((error: unknown) => {
      throw error instanceof CsvError ? new UnreadableFileError(`The file is not right CSV: ${error.message}.`) : error;
    });
    return { ...counts, ...(await writer.finish()) };
  });
}

function summary({ kept, changed, elsewhere, unreadable }: PostcodeReport): string {
  const left = `${elsewhere} rows left out as not in or near London, ${unreadable} as not readable`;
  return `${kept} postcodes and districts kept, ${changed} of them new or moved; ${left}. ${attribution}`;
}

async function run(config: Config, log: (line: string) => void): Promise<void> {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) throw new UsageError(USAGE);
  const file = await openFile(path);
  const report = await withDatabase(config, log, async (db) => {
    await migrateToLatest(db);
    return importPostcodes(db, createReadStream(path, { fd: file }));
  });
  log(summary(report));
}

if (import.meta.main) await runCommand(run);
