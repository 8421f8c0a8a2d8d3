import { sql, type Kysely, type Transaction } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { NOTE_FACTS, YES_NO_FACTS } from "./venue-facts.ts";
import type { StoredVenue } from "./venue-rows.ts";

/** Every column of the database that refers to a venue, whichever part of the service it belongs to. */
async function referringColumns(tx: Transaction<Database>): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select relname as table, attname as column from pg_constraint
    join pg_class on pg_class.oid = conrelid
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'venue'::regclass order by 1, 2`.execute(tx);
  return rows;
}

/** Drafts keep the form as it was typed, with the venue in it. */
async function moveDrafts(tx: Transaction<Database>, keep: string, other: string): Promise<void> {
  const drafts = await tx.selectFrom("event_draft").select(["id", "form"]).where("form", "like", `%venue=${other}%`).orderBy("id").forUpdate().execute();
  for (const { id, form } of drafts) {
    const fields = new URLSearchParams(form);
    if (fields.get("venue") !== other) continue;
    fields.set("venue", keep);
    await tx.updateTable("event_draft").set({ form: fields.toString() }).where("id", "=", id).execute();
  }
}

/** What the kept entry lacks and the other has. */
export function missingFacts(keep: StoredVenue, other: StoredVenue): Partial<StoredVenue> {
  const columns = ["borough_gss" as const, ...YES_NO_FACTS.map(({ column }) => column), ...NOTE_FACTS.map(({ column }) => column)];
  return Object.fromEntries(columns.filter((column) => keep[column] === null && other[column] !== null).map((column) => [column, other[column]]));
}

/**
 * Makes one entry of two that are the same place: everything that refers to the other refers to the kept one then, in one transaction. Nobody
 * who has booked is told, as nothing changes for them. False when one of them is gone.
 */
export function mergeVenues(db: Kysely<Database>, keep: string, other: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const both = await tx.selectFrom("venue").selectAll().where("slug", "in", [keep, other]).orderBy("slug").forUpdate().execute();
    const [kept, gone] = [both.find(({ slug }) => slug === keep), both.find(({ slug }) => slug === other)];
    if (!kept || !gone || kept === gone) return false;
    await sql`select set_config('hwbe.merging_venues', 'yes', true)`.execute(tx);
    const facts = missingFacts(kept, gone);
    if (Object.keys(facts).length > 0) await tx.updateTable("venue").set(facts).where("slug", "=", keep).execute();
    for (const { table, column } of await referringColumns(tx)) {
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${keep} where ${sql.ref(column)} = ${other}`.execute(tx);
    }
    await moveDrafts(tx, keep, other);
    await tx.deleteFrom("venue").where("slug", "=", other).execute();
    await tx.insertInto("former_venue").values({ slug: gone.slug, name: gone.name, venue: keep })
      .onConflict((conflict) => conflict.column("slug").doUpdateSet({ name: gone.name, venue: keep })).execute();
    return true;
  });
}
