import type { Kysely, Selectable } from "kysely";
import type {
  AllianceTable, BoroughTable, Database, LanguageTable, OrganisationTable, SeriesTable, StageTable, TopicTable, TumourGroupTable, VenueTable,
} from "../../db/schema.ts";

/** The rows that events refer to, and that change rarely. Terms stand in display order. */
export interface Reference {
  alliances: Selectable<AllianceTable>[];
  successions: { predecessor: string; successor: string }[];
  /** Which alliance each borough belongs to today, or belonged to when that alliance ended. */
  memberships: { borough_gss: string; alliance: string; valid_to: string | null }[];
  boroughs: Selectable<BoroughTable>[];
  organisations: Map<string, Selectable<OrganisationTable>>;
  venues: Map<string, Selectable<VenueTable>>;
  topics: Selectable<TopicTable>[];
  tumourGroups: Selectable<TumourGroupTable>[];
  stages: Selectable<StageTable>[];
  languages: Selectable<LanguageTable>[];
  series: Map<string, Selectable<SeriesTable>>;
}

const bySlug = <Row extends { slug: string }>(rows: Row[]) => new Map(rows.map((row) => [row.slug, row]));

export async function readReference(db: Kysely<Database>): Promise<Reference> {
  return {
    alliances: await db.selectFrom("alliance").selectAll().orderBy("valid_from", "desc").orderBy("name").execute(),
    successions: await db.selectFrom("alliance_succession").selectAll().orderBy("predecessor").execute(),
    memberships: await db
      .selectFrom("alliance_membership")
      .select(["borough_gss", "alliance", "valid_to"])
      .orderBy("borough_gss")
      .orderBy("valid_from")
      .execute(),
    boroughs: await db.selectFrom("borough").selectAll().orderBy("name").execute(),
    organisations: bySlug(await db.selectFrom("organisation").selectAll().orderBy("name").execute()),
    venues: bySlug(await db.selectFrom("venue").selectAll().execute()),
    topics: await db.selectFrom("topic").selectAll().orderBy("position").execute(),
    tumourGroups: await db.selectFrom("tumour_group").selectAll().orderBy("position").execute(),
    stages: await db.selectFrom("stage").selectAll().orderBy("position").execute(),
    languages: await db.selectFrom("language").selectAll().orderBy("label").execute(),
    series: bySlug(await db.selectFrom("series").selectAll().execute()),
  };
}
