import { sql, type Kysely, type Selectable } from "kysely";
import type { Database, EventTable } from "../../../db/schema.ts";
import type { EventContent, EventTimes } from "./form/event-content.ts";

type Row = Selectable<EventTable>;

/** An event of an organisation, public or not, with its parts. */
export interface OwnEvent {
  row: Row;
  content: EventContent;
  times: EventTimes;
}

function contentOf(row: Row, links: Record<"partners" | "topics" | "tumourGroups" | "stages" | "languages", string[]>): EventContent {
  const whenTrue = <Value>(value: Value, isTrue: boolean) => (isTrue ? [value] : []);
  return {
    ...links,
    venue: row.venue, title: row.title, forWhom: row.for_whom, summary: row.summary, whatHappens: row.what_happens, whatToBring: row.what_to_bring,
    format: row.format, kind: row.kind,
    audience: [...whenTrue("patients" as const, row.for_patients), ...whenTrue("carers" as const, row.for_carers)],
    effort: row.effort, breaks: row.breaks, bsl: row.bsl, interpreter: row.interpreter, askBy: row.support_request_by, cost: row.cost,
    contactName: row.contact_name, contactPhone: row.contact_phone, contactEmail: row.contact_email,
    capacity: row.capacity, waitingList: row.waiting_list,
    bookingRoute: row.booking_route,
    bookingBy: [...whenTrue("self" as const, row.booking_self), ...whenTrue("professional" as const, row.booking_professional)],
    bookingUrl: row.booking_url, bookingNote: row.booking_note, joinUrl: row.join_url, approval: row.booking_approval,
  };
}

async function withParts(db: Kysely<Database>, row: Row): Promise<OwnEvent> {
  const { rows } = await sql<Record<"partners" | "topics" | "tumourGroups" | "stages" | "languages", string[]>>`select
    array(select organisation from event_partner where event_id = ${row.id} order by 1) as partners,
    array(select topic from event_topic where event_id = ${row.id} order by 1) as topics,
    array(select tumour_group from event_tumour_group where event_id = ${row.id} order by 1) as "tumourGroups",
    array(select stage from event_stage where event_id = ${row.id} order by 1) as stages,
    array(select language from event_language where event_id = ${row.id} order by 1) as languages`.execute(db);
  const sessions = await db.selectFrom("session").selectAll().where("event_id", "=", row.id).orderBy("position").execute();
  const times = {
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    sessions: sessions.map(({ title, starts_at, ends_at, alone }) => ({ title, startsAt: starts_at.getTime(), endsAt: ends_at.getTime(), alone })),
  };
  return { row, content: contentOf(row, rows[0]!), times };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined when the organisation has none with this id. */
export async function findOwnEvent(db: Kysely<Database>, organisation: string, id: string): Promise<OwnEvent | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await db.selectFrom("event").selectAll().where("id", "=", id).where("organisation", "=", organisation).executeTakeFirst();
  return row && withParts(db, row);
}

/** The event that the organisation wrote last, whose habits the next one is likely to share. */
export async function findLastEvent(db: Kysely<Database>, organisation: string): Promise<OwnEvent | undefined> {
  const row = await db.selectFrom("event").selectAll().where("organisation", "=", organisation).where("status", "<>", "cancelled")
    .orderBy("revised_at", "desc").orderBy("id").limit(1).executeTakeFirst();
  return row && withParts(db, row);
}

/** An event of an organisation, and those of its series that start from a day on and are not cancelled, locked in one order by everybody who locks several. */
export function lockEvents(tx: Kysely<Database>, { id, organisation, series, from }: { id: string; organisation: string; series: string | null; from: Date }): Promise<Row[]> {
  return tx.selectFrom("event").selectAll().where("organisation", "=", organisation)
    .where((where) => where.or([where("id", "=", id), where.and([where("series", "=", series), where("starts_at", ">=", from), where("status", "<>", "cancelled")])]))
    .orderBy("id").forUpdate().execute();
}
