import { sql, type Kysely } from "kysely";
import { insertReference } from "../../../../db/reference/insert.ts";
import type { Database } from "../../../../db/schema.ts";

/** Two years around it have events. */
export const HISTORY_NOW = Date.parse("2026-06-15T12:00:00Z");

export interface HistorySize {
  events: number;
  referrals: number;
}

/** Numbers that look drawn by lot, and are the same each time. `salt` gives others from the same column. */
const draw = (column: string, salt: number, below: number) => sql.raw(`(abs(hashint8(${column}::bigint * 7919 + ${salt})) % ${below})`);

const pick = (table: string, order: string) => sql.raw(`(select array_agg(${order} order by ${order}) from ${table})`);

async function insertEvents(db: Kysely<Database>, count: number): Promise<void> {
  await sql`
    insert into event (slug, organisation, venue, title, for_whom, summary, format, kind, for_patients, for_carers, starts_at, ends_at, capacity,
      places_taken, waiting_list, waiting_count, booking_route, booking_self, booking_professional, status, last_confirmed, sample)
    select 'history-' || n, organisations[1 + ${draw("n", 1, 40)}], case when online then null else venues[1 + ${draw("n", 2, 50)}] end,
      'Event ' || n, 'Anyone', 'An event.', case when online then 'online' else 'in-person' end, 'group-session', true, false,
      starts, starts + interval '2 hours', places, least(places, ${draw("n", 3, 30)}), true, ${draw("n", 4, 4)}, 'here', true, true,
      (array['published', 'published', 'published', 'cancelled', 'postponed', 'draft'])[1 + ${draw("n", 5, 6)}],
      case when ${draw("n", 6, 9)} > 0 then date '2026-06-15' - ${draw("n", 7, 200)} end, true
    from (select n, ${draw("n", 8, 5)} = 0 as online, nullif(${draw("n", 9, 40)}, 0) as places,
        timestamptz '2026-06-15 12:00Z' + (${draw("n", 10, 1_051_200)} - 876_000) * interval '1 minute' as starts
      from generate_series(1, ${count}::int) as n) as made,
      (select ${pick("organisation", "slug")} as organisations, ${pick("venue", "slug")} as venues) as lists`.execute(db);
  for (const [table, terms, salt] of [["tumour_group", 37, 11], ["stage", 11, 14]] as const) {
    await sql`
      insert into ${sql.table(`event_${table}`)} (event_id, ${sql.ref(table)})
      select distinct id, (${pick(table, "slug")})[1 + ${draw("(n + part * 100000)", salt, terms)}]
      from (select id, substring(slug from 9)::int as n from event) as numbered, generate_series(1, 3) as part where ${draw("(n + part * 100000)", salt + 1, 3)} = 0`.execute(db);
  }
}

async function insertReferrals(db: Kysely<Database>, count: number): Promise<void> {
  const organisation = await db.selectFrom("organisation").select("slug").orderBy("slug").executeTakeFirstOrThrow();
  const key = await db.insertInto("api_key").values({ organisation: organisation.slug, name: "History", hash: Buffer.alloc(32), scopes: ["refer"] }).returning("id").executeTakeFirstOrThrow();
  await sql`
    insert into referral (id, reference, event_id, organisation, booked_by, contact_kind, state, reason, party_size, queue_number, api_key,
      created_at, state_at, seen_at, confirmed_at, erased_at)
    select gen_random_uuid(), 'HWB-0000-' || upper(lpad(to_hex(n), 4, '0')),
      event.id, event.organisation, (array['patient', 'carer', 'carer-for-patient', 'professional'])[1 + ${draw("n", 21, 4)}], 'email', state,
      case when state in ('declined', 'cancelled') then 'person' end, 1 + ${draw("n", 22, 2)}, case when state = 'waiting' then n end,
      case when ${draw("n", 23, 10)} = 0 then ${key.id}::uuid end, came, came + interval '1 day',
      case when ${draw("n", 24, 5)} > 0 then came + ${draw("n", 25, 10_000)} * interval '1 minute' end,
      case when state in ('confirmed', 'attended', 'did-not-attend') then came + ${draw("n", 26, 3)} * ${draw("n", 27, 9_000)} * interval '1 minute' end, came + interval '99 days'
    from (select n, (array['received', 'waiting', 'confirmed', 'declined', 'cancelled', 'attended', 'attended', 'did-not-attend'])[1 + ${draw("n", 28, 8)}] as state,
        1 + ${draw("n", 29, 10_000)} as number from generate_series(1, ${count}::int) as n) as made
    join event on event.slug = 'history-' || number
    cross join lateral (select event.starts_at - ${draw("n", 30, 80_000)} * interval '1 minute' as came) as times`.execute(db);
}

/** Reference data, and a history of made-up events and referrals without persons. */
export async function insertHistory(db: Kysely<Database>, { events, referrals }: HistorySize): Promise<void> {
  await insertReference(db);
  await insertEvents(db, events);
  await insertReferrals(db, referrals);
  await sql`analyze`.execute(db);
}
