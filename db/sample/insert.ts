import type { Insertable, Kysely } from "kysely";
import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import type { Database, ReferralTable } from "../schema.ts";
import type { SampleEvent } from "./expand.ts";

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const ROWS_AT_ONCE = 500;

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.slice(start, start + ROWS_AT_ONCE);
}

function links<Column extends string>(events: readonly SampleEvent[], column: Column, slugs: (event: SampleEvent) => readonly string[]) {
  return events.flatMap((sample) => slugs(sample).map((slug) => ({ event_id: sample.event.id, [column]: slug }) as { event_id: string } & Record<Column, string>));
}

const known = (text: string) => (text === "" ? null : text === "yes");
const words = (text: string) => (text === "" ? null : text);

/** Facts about access for illustration, each where the directory knows none. */
async function illustrateAccess(db: Kysely<Database>): Promise<void> {
  const text = readFileSync(new URL("./venue-access.csv", import.meta.url), "utf8");
  for (const row of parse<Record<string, string>>(text, { columns: true })) {
    await db
      .updateTable("venue")
      .set(({ fn, val }) => ({
        step_free: fn.coalesce("step_free", val(known(row["step_free"]!))),
        hearing_loop: fn.coalesce("hearing_loop", val(known(row["hearing_loop"]!))),
        accessible_toilet: fn.coalesce("accessible_toilet", val(known(row["accessible_toilet"]!))),
        station_step_free: fn.coalesce("station_step_free", val(known(row["station_step_free"]!))),
        blue_badge: fn.coalesce("blue_badge", val(words(row["blue_badge"]!))),
        parking_cost: fn.coalesce("parking_cost", val(words(row["parking_cost"]!))),
      }))
      .where("slug", "=", row["slug"]!)
      .execute();
  }
}

/** Made-up addresses for the teams and alliances that would hear of referrals. Those that are set already stay. */
async function inventTeams(db: Kysely<Database>, events: readonly SampleEvent[]): Promise<void> {
  const organisations = [...new Set(events.map(({ event }) => event.organisation))];
  const teams = organisations.map((organisation) => ({ organisation, team_email: `${organisation}@teams.sample.example` }));
  for (const rows of chunks(teams)) await db.insertInto("referral_settings").values(rows).onConflict((conflict) => conflict.doNothing()).execute();
  const alliances = await db.selectFrom("alliance").select("slug").execute();
  const contacts = alliances.map(({ slug }) => ({ alliance: slug, email: `${slug}@alliances.sample.example` }));
  for (const rows of chunks(contacts)) await db.insertInto("alliance_contact").values(rows).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Puts sample events in with all that belongs to them, and referrals to them. Runs in the transaction of its caller. */
export async function insertSample(db: Kysely<Database>, events: readonly SampleEvent[], referrals: readonly Insertable<ReferralTable>[]): Promise<void> {
  await illustrateAccess(db);
  await inventTeams(db, events);
  const series = [...new Map(events.flatMap((sample) => (sample.series ? [[sample.series.slug, sample.series] as const] : []))).values()];
  for (const rows of chunks(series)) await db.insertInto("series").values(rows).onConflict((conflict) => conflict.doNothing()).execute();
  for (const rows of chunks(events)) await db.insertInto("event").values(rows.map(({ event }) => event)).execute();
  for (const rows of chunks(events.flatMap(({ sessions }) => sessions))) await db.insertInto("session").values(rows).execute();
  for (const rows of chunks(links(events, "organisation", ({ partners }) => partners))) await db.insertInto("event_partner").values(rows).execute();
  for (const rows of chunks(links(events, "topic", ({ topics }) => topics))) await db.insertInto("event_topic").values(rows).execute();
  for (const rows of chunks(links(events, "tumour_group", ({ tumourGroups }) => tumourGroups))) await db.insertInto("event_tumour_group").values(rows).execute();
  for (const rows of chunks(links(events, "stage", ({ stages }) => stages))) await db.insertInto("event_stage").values(rows).execute();
  for (const rows of chunks(links(events, "language", ({ languages }) => languages))) await db.insertInto("event_language").values(rows).execute();
  for (const rows of chunks(referrals)) await db.insertInto("referral").values(rows).execute();
}
