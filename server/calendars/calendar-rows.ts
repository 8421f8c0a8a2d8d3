import { sql, type Kysely, type Selectable } from "kysely";
import type { CalendarTable, Database } from "../../db/schema.ts";
import type { CalendarResult } from "./calendar-result.ts";
import type { Validators } from "./fetch-calendar.ts";
import { Mapping } from "./mapping.ts";

/** A calendar of an organisation. */
export interface Calendar {
  id: string;
  organisation: string;
  address: string;
  /** Null until somebody has said what its events have in common. */
  mapping: Mapping | null;
  isFollowed: boolean;
  /** The last one that was good. */
  body: Buffer | null;
  validators: Validators;
  /** Milliseconds since 1970. */
  fetchedAt: number | null;
  /** Why the last fetch brought nothing. */
  failure: string | null;
  /** What the last good fetch did. */
  result: CalendarResult | null;
}

/** How many calendars an organisation may have. */
export const MOST_CALENDARS = 20;
const EVERY = sql`interval '1 hour'`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function calendarOf(row: Selectable<CalendarTable>): Calendar {
  return {
    id: row.id, organisation: row.organisation, address: row.address, isFollowed: row.following, body: row.body,
    mapping: row.mapping === null ? null : Mapping.parse(row.mapping),
    validators: { etag: row.etag, lastModified: row.last_modified },
    fetchedAt: row.fetched_at?.getTime() ?? null, failure: row.failure, result: row.result as CalendarResult | null,
  };
}

/** Without their bodies, which may be large. */
export async function listCalendars(db: Kysely<Database>, organisation: string): Promise<Calendar[]> {
  const rows = await db.selectFrom("calendar")
    .select(["id", "organisation", "address", "mapping", "following", "etag", "last_modified", "fetched_at", "failure", "result", "next_fetch_at", "created_at"])
    .where("organisation", "=", organisation).orderBy("created_at").execute();
  return rows.map((row) => calendarOf({ ...row, body: null }));
}

/** Undefined when the organisation has none with this id. */
export async function findCalendar(db: Kysely<Database>, organisation: string, id: string): Promise<Calendar | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await db.selectFrom("calendar").selectAll().where("id", "=", id).where("organisation", "=", organisation).executeTakeFirst();
  return row && calendarOf(row);
}

/** Gives the id of the calendar at an address, which may be there already. */
export async function addCalendar(db: Kysely<Database>, calendar: { organisation: string; address: string }): Promise<string> {
  const { id } = await db.insertInto("calendar").values(calendar)
    .onConflict((conflict) => conflict.columns(["organisation", "address"]).doUpdateSet({ address: calendar.address })).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function setMapping(db: Kysely<Database>, id: string, mapping: Mapping): Promise<void> {
  await db.updateTable("calendar").set({ mapping: JSON.stringify(mapping) }).where("id", "=", id).execute();
}

export async function setFollowing(db: Kysely<Database>, id: string, following: boolean): Promise<void> {
  await db.updateTable("calendar").set({ following }).where("id", "=", id).execute();
}

/** Takes the calendar that is due longest, for an hour: no other service takes it meanwhile. Undefined when none is due. */
export async function claimDue(db: Kysely<Database>, now: number): Promise<Calendar | undefined> {
  const due = db.selectFrom("calendar").select("id").where("following", "=", true).where("next_fetch_at", "<=", new Date(now))
    .orderBy("next_fetch_at").limit(1).forUpdate().skipLocked();
  const row = await db.updateTable("calendar").set({ next_fetch_at: sql<Date>`${new Date(now)}::timestamptz + ${EVERY}` }).where("id", "=", due).returningAll().executeTakeFirst();
  return row && calendarOf(row);
}

/** Locks a calendar until the transaction ends, and gives it as it is by then. */
export async function lockCalendar(tx: Kysely<Database>, id: string): Promise<Calendar | undefined> {
  const row = await tx.selectFrom("calendar").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row && calendarOf(row);
}
