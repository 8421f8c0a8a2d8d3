import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Database } from "../../../db/schema.ts";
import type { Staff } from "../../accounts/staff.ts";
import { organisationsOf } from "../visit.ts";

/** Whose events are counted. `key` stands in addresses. */
export interface Scope {
  kind: "organisation" | "alliance" | "london";
  key: string;
  slug: string;
  name: string;
  /** Referrals are told apart by organisation, or, for who may not see that, by alliance. */
  tellsOrganisations: boolean;
}

type Named = Pick<Scope, "slug" | "name">;

function toScope(kind: "organisation" | "alliance", { slug, name }: Named): Scope {
  return { kind, key: `${kind}.${slug}`, slug, name, tellsOrganisations: true };
}

const london = (tellsOrganisations: boolean): Scope => ({ kind: "london", key: "london", slug: "", name: "London as a whole", tellsOrganisations });

function alliancesToday(db: Kysely<Database>) {
  return db.selectFrom("alliance").select(["slug", "name"]).where("valid_to", "is", null).orderBy("name");
}

async function everyScope(db: Kysely<Database>): Promise<Scope[]> {
  const organisations = await db.selectFrom("organisation").select(["slug", "name"])
    .where(({ exists, selectFrom }) => exists(selectFrom("event").select("id").whereRef("event.organisation", "=", "organisation.slug"))).orderBy("name").execute();
  const alliances = await alliancesToday(db).execute();
  return [london(true), ...alliances.map((one) => toScope("alliance", one)), ...organisations.map((one) => toScope("organisation", one))];
}

/** What somebody may see, their own first. Nothing for who has no role. */
export async function scopesOf(db: Kysely<Database>, staff: Staff): Promise<Scope[]> {
  if (staff.roles.length === 0) return [];
  if (staff.roles.some(({ role }) => role === "administrator")) return everyScope(db);
  const theirAlliances = staff.roles.flatMap((role) => ("alliance" in role ? [role.alliance] : []));
  const organisations = await db.selectFrom("organisation").select(["slug", "name"]).where(sql`slug`, "=", sql`any(${organisationsOf(staff)}::text[])`).orderBy("name").execute();
  const alliances = await alliancesToday(db).where(sql`slug`, "=", sql`any(${theirAlliances}::text[])`).execute();
  return [...organisations.map((one) => toScope("organisation", one)), ...alliances.map((one) => toScope("alliance", one)), london(false)];
}

/** An alliance's events are those of its organisations, and those that anybody holds in its boroughs. */
export function inScope({ kind, slug }: Scope): RawBuilder<boolean> {
  if (kind === "london") return sql`true`;
  if (kind === "organisation") return sql`event.organisation = ${slug}`;
  return sql`(event.organisation in (select slug from organisation where alliance = ${slug}) or event.venue in (
    select venue.slug from venue join alliance_membership as member using (borough_gss) where member.alliance = ${slug} and member.valid_to is null))`;
}

/** Events that people could go to: what is a draft, waits for a look, or was cancelled does not count. */
export const IS_OFFERED = sql<boolean>`event.status in ('published', 'postponed')`;
