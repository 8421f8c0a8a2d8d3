import { sql, type Kysely, type Selectable } from "kysely";
import type { Database, EventTable } from "../../db/schema.ts";
import { IMPORT_STATUSES, type ImportedEvent, type ImportedSession } from "./imported-event.ts";

/** An event of the directory, as a row of a file would tell it. */
export interface StoredEvent {
  row: Selectable<EventTable>;
  event: ImportedEvent;
}

interface Parts {
  id: string;
  partners: string[];
  topics: string[];
  tumourGroups: string[];
  stages: string[];
  languages: string[];
  seriesTitle: string | null;
  sessions: ImportedSession[];
}

const milliseconds = (instant: string) => sql.raw(`(extract(epoch from ${instant}) * 1000)::bigint`);

async function readParts(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Parts>> {
  const { rows } = await sql<Parts>`select event.id,
    array(select organisation from event_partner where event_id = event.id order by 1) as partners,
    array(select topic from event_topic where event_id = event.id order by 1) as topics,
    array(select tumour_group from event_tumour_group where event_id = event.id order by 1) as "tumourGroups",
    array(select stage from event_stage where event_id = event.id order by 1) as stages,
    array(select language from event_language where event_id = event.id order by 1) as languages,
    (select title from series where slug = event.series) as "seriesTitle",
    (select coalesce(jsonb_agg(jsonb_build_object('title', title, 'startsAt', ${milliseconds("starts_at")}, 'endsAt', ${milliseconds("ends_at")}, 'alone', alone) order by position), '[]')
      from session where event_id = event.id) as sessions
    from event where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

const whenTrue = <Value>(value: Value, isTrue: boolean) => (isTrue ? [value] : []);

function importedOf(row: Selectable<EventTable>, { id: _, seriesTitle, ...parts }: Parts): ImportedEvent {
  return {
    ...parts,
    reference: row.import_key ?? "", organiser: row.organisation,
    series: row.series === null ? null : { slug: row.series, title: seriesTitle ?? row.series },
    venue: row.venue, title: row.title, forWhom: row.for_whom, summary: row.summary, whatHappens: row.what_happens, whatToBring: row.what_to_bring,
    startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime(), format: row.format, kind: row.kind,
    audience: [...whenTrue("patients" as const, row.for_patients), ...whenTrue("carers" as const, row.for_carers)],
    effort: row.effort, breaks: row.breaks, bsl: row.bsl, interpreter: row.interpreter, askBy: row.support_request_by, cost: row.cost,
    contactName: row.contact_name, contactPhone: row.contact_phone, contactEmail: row.contact_email,
    capacity: row.capacity, waitingList: row.waiting_list, bookingRoute: row.booking_route,
    bookingBy: [...whenTrue("self" as const, row.booking_self), ...whenTrue("professional" as const, row.booking_professional)],
    bookingUrl: row.booking_url, bookingNote: row.booking_note, joinUrl: row.join_url,
    status: IMPORT_STATUSES.find((status) => status === row.status) ?? null, statusNote: row.status_note,
    previousStartsAt: row.previous_starts_at?.getTime() ?? null, lastConfirmed: row.last_confirmed,
  };
}

/** The events of an organisation that have one of these references, by reference; `lock` keeps them as they are until the transaction ends. */
export async function readStoredEvents(
  db: Kysely<Database>,
  { organisation, references, lock = false }: { organisation: string; references: readonly string[]; lock?: boolean },
): Promise<Map<string, StoredEvent>> {
  const query = db.selectFrom("event").selectAll().where("organisation", "=", organisation)
    .where("import_key", "=", sql<string>`any(${references}::text[])`).orderBy("id");
  const rows = await (lock ? query.forUpdate() : query).execute();
  const parts = await readParts(db, rows.map(({ id }) => id));
  return new Map(rows.map((row) => [row.import_key ?? "", { row, event: importedOf(row, parts.get(row.id)!) }]));
}
