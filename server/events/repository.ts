import { sql, type Kysely, type Selectable } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { ChangeTable, Database, EventTable } from "../../db/schema.ts";

/** Events are kept for this long after they end, so that their pages can say that they are over. */
const KEEP_ENDED_DAYS = 90;
const BATCH = 100;
const PUBLIC_STATUSES = ["published", "cancelled", "postponed"] as const;

const PUBLIC_COLUMNS = [
  "id", "slug", "series", "organisation", "venue", "title", "for_whom", "summary", "what_happens", "what_to_bring",
  "format", "kind", "for_patients", "for_carers", "effort", "breaks", "bsl", "interpreter", "support_request_by", "cost",
  "contact_name", "contact_phone", "contact_email", "starts_at", "ends_at", "previous_starts_at", "places_state",
  "places_left", "booking_route", "booking_self", "booking_professional", "booking_url", "booking_note",
  "booking_approval", "booking_closed", "status", "status_note", "last_confirmed", "sample", "revision", "revised_at",
] as const satisfies readonly (keyof EventTable)[];

/** An event as it may be published, with what belongs to it. The join address is not read. */
export type EventRow = Pick<Selectable<EventTable>, (typeof PUBLIC_COLUMNS)[number]> & {
  partners: string[];
  topics: string[];
  tumour_groups: string[];
  stages: string[];
  languages: string[];
  sessions: { id: string; title: string; starts_at: string; ends_at: string; alone: boolean }[];
};

export interface ChangeNumber {
  number: number;
  at: Date | null;
}

export async function readChangeNumber(db: Kysely<Database>): Promise<ChangeNumber> {
  return db
    .selectFrom("change_counter")
    .leftJoin("change", "change.number", "change_counter.number")
    .select(["change_counter.number", "change.at"])
    .executeTakeFirstOrThrow();
}

export async function readChangesAfter(db: Kysely<Database>, number: number): Promise<Selectable<ChangeTable>[]> {
  return db.selectFrom("change").selectAll().where("number", ">", number).orderBy("number").execute();
}

function publicEvents(db: Kysely<Database>) {
  return db
    .selectFrom("event")
    .select(PUBLIC_COLUMNS)
    .select((event) => [
      sql<string[]>`array(select organisation from event_partner where event_id = event.id order by organisation)`.as("partners"),
      sql<string[]>`array(select topic from event_topic where event_id = event.id)`.as("topics"),
      sql<string[]>`array(select tumour_group from event_tumour_group where event_id = event.id)`.as("tumour_groups"),
      sql<string[]>`array(select stage from event_stage where event_id = event.id)`.as("stages"),
      sql<string[]>`array(select language from event_language where event_id = event.id)`.as("languages"),
      jsonArrayFrom(
        event
          .selectFrom("session")
          .select(["session.id", "session.title", "session.starts_at", "session.ends_at", "session.alone"])
          .whereRef("session.event_id", "=", "event.id")
          .orderBy("session.position"),
      ).as("sessions"),
    ])
    .where("status", "in", PUBLIC_STATUSES)
    .where("ends_at", ">", sql<Date>`now() - make_interval(days => ${KEEP_ENDED_DAYS})`);
}

/** Every event that the public may see, a few hundred at a time to keep memory low. */
export async function* readPublicEvents(db: Kysely<Database>): AsyncGenerator<EventRow[]> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows: EventRow[] = await publicEvents(db).where("id", ">", last).orderBy("id").limit(BATCH).execute();
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1)!.id;
  }
}

/** Those of the given events that the public may see. */
export async function readPublicEventsById(db: Kysely<Database>, ids: readonly string[]): Promise<EventRow[]> {
  return ids.length === 0 ? [] : publicEvents(db).where("id", "in", ids).execute();
}
