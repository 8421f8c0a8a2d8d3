import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import type { Database, OrganisationTable, ReferralSettingsTable } from "../../../../db/schema.ts";
import { slugWords } from "../../../imports/slug.ts";
import type { Reading } from "../../../pages/fields/filled.ts";
import { writeUnique } from "../write-unique.ts";

export type StoredOrganisation = Selectable<OrganisationTable> & Omit<Selectable<ReferralSettingsTable>, "organisation">;

/** `alliance` undefined: of all alliances, and of none. */
function organisations(db: Kysely<Database>, alliance: string | undefined) {
  return db.selectFrom("organisation").leftJoin("referral_settings", "referral_settings.organisation", "organisation.slug")
    .selectAll("organisation").select(["team_email"])
    .select([sql<number>`coalesce(unseen_after_working_days, 2)`.as("unseen_after_working_days"), sql<number>`coalesce(keep_days, 90)`.as("keep_days")])
    .$if(alliance !== undefined, (query) => query.where("organisation.alliance", "=", alliance!));
}

export function listOrganisations(db: Kysely<Database>, alliance: string | undefined, now: number) {
  return organisations(db, alliance)
    .select((row) => row.selectFrom("event").select((event) => event.fn.countAll<number>().as("count"))
      .whereRef("event.organisation", "=", "organisation.slug").where("event.ends_at", ">", new Date(now))
      .where("event.status", "in", ["published", "postponed"]).as("events"))
    .orderBy("name").execute();
}

/** Undefined when there is none, or it is another alliance's. */
export function findOrganisation(db: Kysely<Database>, alliance: string | undefined, slug: string): Promise<StoredOrganisation | undefined> {
  return organisations(db, alliance).where("organisation.slug", "=", slug).executeTakeFirst();
}

/** Those of today. */
export function listAlliances(db: Kysely<Database>) {
  return db.selectFrom("alliance").select(["slug as value", "name as label"]).where("valid_to", "is", null).orderBy("name").execute();
}

type Values = Omit<StoredOrganisation, "slug">;

function splitSettings({ team_email, unseen_after_working_days, keep_days, ...organisation }: Values) {
  return { organisation, settings: { team_email, unseen_after_working_days, keep_days } };
}

type Settings = ReturnType<typeof splitSettings>["settings"];

async function writeSettings(tx: Transaction<Database>, organisation: string, settings: Settings): Promise<void> {
  await tx.insertInto("referral_settings").values({ organisation, ...settings })
    .onConflict((conflict) => conflict.column("organisation").doUpdateSet(settings)).execute();
}

const TAKEN = {
  organisation_pkey: { field: "name", message: "There is an organisation with this name already" },
  organisation_ods_code_key: { field: "ods-code", message: "Another organisation has this ODS code" },
};

/** Adds an organisation, whose slug comes of its name. */
export function addOrganisation(db: Kysely<Database>, values: Values): Promise<Reading<string>> {
  const { organisation, settings } = splitSettings(values);
  const slug = slugWords(organisation.name) || "organisation";
  return writeUnique(() => db.transaction().execute(async (tx) => {
    await tx.insertInto("organisation").values({ slug, ...organisation }).execute();
    await writeSettings(tx, slug, settings);
    return slug;
  }), TAKEN);
}

export function changeOrganisation(db: Kysely<Database>, slug: string, values: Values): Promise<Reading<string>> {
  const { organisation, settings } = splitSettings(values);
  return writeUnique(() => db.transaction().execute(async (tx) => {
    await tx.updateTable("organisation").set(organisation).where("slug", "=", slug).execute();
    await writeSettings(tx, slug, settings);
    return slug;
  }), TAKEN);
}
