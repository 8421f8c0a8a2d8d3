import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { RowProblem } from "./cells.ts";
import type { WrittenEvents } from "./write-events.ts";

const KEEP_MS = 60 * 60 * 1000;
/** More would fill the database: who sends another loses their oldest. */
const MOST_FILES = 3;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whose file it is. */
export interface FileOwner {
  organisation: string;
  /** The id of somebody of the staff. */
  staff: string;
}

/** A spreadsheet that waits to be confirmed, or what became of it. */
export type KeptFile = { name: string; bytes: Buffer } | { name: string; report: ImportedFile };

/** How many events were added, changed and left alone, and the problems of the rows that were left out. */
export interface ImportedFile extends Omit<WrittenEvents, "problems"> {
  problems: RowProblem[];
}

/** Deletes all files that are an hour old. */
export async function deleteOldFiles(db: Kysely<Database>, now: number): Promise<void> {
  await db.deleteFrom("kept_file").where("created_at", "<=", new Date(now - KEEP_MS)).execute();
}

/** Keeps a file for an hour. Gives its id. */
export async function keepFile(db: Kysely<Database>, { organisation, staff }: FileOwner, file: { name: string; bytes: Buffer }, now: number): Promise<string> {
  await deleteOldFiles(db, now);
  const theirs = db.selectFrom("kept_file").select("id").where("staff", "=", staff).orderBy("created_at", "desc");
  await db.deleteFrom("kept_file").where("id", "in", theirs.offset(MOST_FILES - 1)).execute();
  const { id } = await db.insertInto("kept_file").values({ organisation, staff, ...file, created_at: new Date(now) }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Undefined when the file is gone or is not theirs. With `lock` it stays as it is until the transaction ends. */
export async function findKeptFile(db: Kysely<Database>, { organisation, staff }: FileOwner, id: string, { now, lock = false }: { now: number; lock?: boolean }): Promise<KeptFile | undefined> {
  if (!UUID.test(id)) return undefined;
  const query = db.selectFrom("kept_file").select(["name", "bytes", "report"]).where("id", "=", id)
    .where("organisation", "=", organisation).where("staff", "=", staff).where("created_at", ">", new Date(now - KEEP_MS));
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return row.bytes ? { name: row.name, bytes: row.bytes } : { name: row.name, report: row.report as ImportedFile };
}

/** The file has served; what became of it stays for the rest of the hour. */
export async function reportFile(db: Transaction<Database>, id: string, report: ImportedFile): Promise<void> {
  await db.updateTable("kept_file").set({ bytes: null, report: JSON.stringify(report) }).where("id", "=", id).execute();
}
