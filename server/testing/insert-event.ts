import type { Insertable, Kysely } from "kysely";
import type { Database, EventTable } from "../../db/schema.ts";

const DAY = 86_400_000;

/** Puts one public event of tomorrow into a directory, with the organisation that it needs. Gives its id. */
export async function insertEvent(db: Kysely<Database>, values: Partial<Insertable<EventTable>> & { slug: string }): Promise<string> {
  await db
    .insertInto("organisation")
    .values({ slug: "uclh", name: "University College London Hospitals", short_name: "UCLH", kind: "nhs-trust", ods_code: "RRV", alliance: null, scope: "london", website: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.insertInto("language").values({ code: "en", label: "English" }).onConflict((conflict) => conflict.doNothing()).execute();
  return db.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto("event")
      .values({
        organisation: "uclh", series: null, venue: null, title: "Managing tiredness", for_whom: "People with any cancer",
        summary: "Ways to save energy.", what_happens: null, what_to_bring: null, format: "online", kind: "group-session",
        for_patients: true, for_carers: false, effort: null, breaks: null, support_request_by: null, cost: null,
        contact_name: null, contact_phone: null, contact_email: null, starts_at: new Date(Date.now() + DAY),
        ends_at: new Date(Date.now() + DAY + 3_600_000), previous_starts_at: null, capacity: 20, booking_route: "here",
        booking_self: true, booking_professional: true, booking_url: null, booking_note: null, join_url: null,
        status: "published", status_note: null, last_confirmed: null, import_key: null, ...values,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await transaction.insertInto("event_language").values({ event_id: id, language: "en" }).execute();
    return id;
  });
}
