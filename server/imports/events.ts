import { parseArgs } from "node:util";
import type { Kysely } from "kysely";
import { migrateToLatest } from "../../db/migrate.ts";
import { withDatabase } from "../../db/open.ts";
import type { Database } from "../../db/schema.ts";
import { runCommand, UsageError } from "../command.ts";
import type { Config } from "../config.ts";
import type { RowProblem } from "./cells.ts";
import { openFile } from "./open-file.ts";
import { readEvents } from "./read-events.ts";
import { readLookup } from "./read-lookup.ts";
import { writeEvents, type WrittenEvents } from "./write-events.ts";

const USAGE = "Usage: npm run import -- FILE.csv (add --dry-run to see what it would do). server/imports/README.md tells the layout.";

export interface ImportReport extends WrittenEvents {
  unknownColumns: string[];
}

/** Imports the events of a CSV file; `problems` are those of all rows that were left out, by line. Throws `UnreadableFileError`. */
export async function importEvents(db: Kysely<Database>, bytes: Uint8Array, options: { dryRun?: boolean } = {}): Promise<ImportReport> {
  const { rows, problems, unknownColumns } = readEvents(bytes, await readLookup(db));
  const written = await writeEvents(db, rows, options);
  return { ...written, unknownColumns, problems: [...problems, ...written.problems].sort((a, b) => a.line - b.line) };
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;

function summary({ added, changed, unchanged, problems }: ImportReport, dryRun: boolean): string {
  const bad = new Set(problems.map(({ line }) => line)).size;
  const good = `${count(added, "event")} ${dryRun ? "would be added" : "added"}, ${changed} changed, ${unchanged} already up to date`;
  return `${good}, ${count(bad, "row")} left out.${dryRun ? " Nothing was written." : ""}`;
}

const problemLine = ({ line, column, reason }: RowProblem) => `Line ${line}, ${column}: ${reason}.`;

/** Throws `UsageError` when the command line is not right. */
function readArguments(): { path: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { "dry-run": { type: "boolean", default: false } } });
    const [path, ...more] = positionals;
    if (path !== undefined && more.length === 0) return { path, dryRun: values["dry-run"] };
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
  throw new UsageError(USAGE);
}

async function run(config: Config, log: (line: string) => void): Promise<void> {
  const { path, dryRun } = readArguments();
  const file = await openFile(path);
  const bytes = await file.readFile().finally(() => file.close());
  const report = await withDatabase(config, log, async (db) => {
    await migrateToLatest(db);
    return importEvents(db, bytes, { dryRun });
  });
  for (const name of report.unknownColumns) log(`The column "${name}" is not known and was left out.`);
  for (const problem of report.problems) console.error(problemLine(problem));
  log(summary(report, dryRun));
  if (report.problems.length > 0) process.exitCode = 1;
}

if (import.meta.main) await runCommand(run);
