import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import type { Database, EventTable } from "../../db/schema.ts";
import { londonDate } from "../wording/london-time.ts";
import type { RowProblem } from "./cells.ts";
import { changedColumns, eventColumns, type NewStatus } from "./event-columns.ts";
import { writeParts, type Target } from "./event-parts.ts";
import type { EventRow } from "./read-events.ts";
import { eventSlugs } from "./slug.ts";

export interface WrittenEvents {
  added: number;
  changed: number;
  unchanged: number;
  /** Rows that are right in themselves, but not with what has been booked by now. */
  problems: RowProblem[];
}

type StoredEvent = Selectable<EventTable>;

const identity = (organisation: string, key: string | null) => `${organisation} ${key}`;

/** The events of these rows that the directory has, locked, so that no place is taken until they are written. */
async function lockStored(db: Kysely<Database>, rows: readonly EventRow[]): Promise<Map<string, StoredEvent>> {
  const stored = await db.selectFrom("event").selectAll()
    .where(sql<boolean>`(organisation, import_key) in (select * from unnest(
      ${rows.map(({ event }) => event.organiser)}::text[], ${rows.map(({ event }) => event.reference)}::text[]))`)
    .orderBy("id").forUpdate().execute();
  return new Map(stored.map((event) => [identity(event.organisation, event.import_key), event]));
}

type Booked = Pick<StoredEvent, "places_taken" | "waiting_count">;

/** What the database would refuse, because of places that are taken and people who wait. */
export function checkBooked({ line, event }: EventRow, stored: Booked | undefined): RowProblem[] {
  if (!stored) return [];
  const problems: RowProblem[] = [];
  if (event.capacity !== null && event.capacity < stored.places_taken) {
    problems.push({ line, column: "capacity", reason: `is ${event.capacity}, but ${stored.places_taken} places are taken` });
  }
  if (!event.waitingList && stored.waiting_count > 0) {
    problems.push({ line, column: "waiting list", reason: `cannot be no: ${stored.waiting_count} people are waiting` });
  }
  return problems;
}

async function addSeries(db: Kysely<Database>, rows: readonly EventRow[]): Promise<void> {
  const wanted = new Map(rows.flatMap(({ event: { series, organiser } }) =>
    series ? [[series.slug, { ...series, organisation: organiser }] as const] : []));
  const known = await db.selectFrom("series").select("slug").where("slug", "=", sql<string>`any(${[...wanted.keys()]})`).execute();
  for (const { slug } of known) wanted.delete(slug);
  if (wanted.size > 0) await db.insertInto("series").values([...wanted.values()]).execute();
}

async function takenSlugs(db: Kysely<Database>, slugs: readonly string[]): Promise<Set<string>> {
  const taken = await db.selectFrom("event").select("slug").where("slug", "=", sql<string>`any(${slugs})`).execute();
  return new Set(taken.map(({ slug }) => slug));
}

async function addEvents(db: Kysely<Database>, rows: readonly EventRow[], fresh: NewStatus): Promise<Target[]> {
  const slugsOf = ({ event }: EventRow) => eventSlugs({ ...event, date: londonDate(event.startsAt) });
  const taken = await takenSlugs(db, rows.map((row) => slugsOf(row)[0]));
  const targets: Target[] = [];
  for (const row of rows) {
    const [plain, own] = slugsOf(row);
    const slug = taken.has(plain) ? own : plain;
    taken.add(slug);
    const { id } = await db.insertInto("event").values({ slug, ...eventColumns(row.event, undefined, fresh) }).returning("id").executeTakeFirstOrThrow();
    targets.push({ id, event: row.event });
  }
  return targets;
}

async function changeEvents(db: Kysely<Database>, targets: readonly (Target & { stored: StoredEvent })[], fresh: NewStatus): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const { id, event, stored } of targets) {
    const columns = changedColumns(stored, event, fresh);
    if (Object.keys(columns).length === 0) continue;
    await db.updateTable("event").set(columns).where("id", "=", id).execute();
    changed.add(id);
  }
  return changed;
}

/** As `writeEvents`, in a transaction that there is already. What is not public yet becomes `fresh`. */
export async function writeEventsIn(db: Transaction<Database>, rows: readonly EventRow[], fresh: NewStatus = "published"): Promise<WrittenEvents> {
  // Two imports at once would choose the same slugs.
  await sql`select pg_advisory_xact_lock(hashtext('import of events'))`.execute(db);
  const stored = await lockStored(db, rows);
  const storedOf = ({ event }: EventRow) => stored.get(identity(event.organiser, event.reference));
  const problems = rows.flatMap((row) => checkBooked(row, storedOf(row)));
  const refused = new Set(problems.map(({ line }) => line));
  const good = rows.filter(({ line }) => !refused.has(line));
  await addSeries(db, good);
  const known = good.flatMap((row) => {
    const before = storedOf(row);
    return before ? [{ id: before.id, event: row.event, stored: before }] : [];
  });
  const changed = await changeEvents(db, known, fresh);
  const added = await addEvents(db, good.filter((row) => !storedOf(row)), fresh);
  for (const id of await writeParts(db, [...known, ...added])) changed.add(id);
  for (const { id } of added) changed.delete(id);
  return { added: added.length, changed: changed.size, unchanged: known.length - changed.size, problems };
}

/**
 * Writes events in one transaction, published. An event that its organiser and reference find keeps its id, slug and
 * session ids; one that is already as its row says is not touched. With `dryRun` it only tells what it would do.
 */
export async function writeEvents(db: Kysely<Database>, rows: readonly EventRow[], { dryRun = false } = {}): Promise<WrittenEvents> {
  const transaction = await db.startTransaction().execute();
  try {
    const written = await writeEventsIn(transaction, rows);
    await (dryRun ? transaction.rollback() : transaction.commit()).execute();
    return written;
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
    throw error;
  }
}
