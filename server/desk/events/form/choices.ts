import { sql, type Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";

interface Option {
  value: string;
  label: string;
}

/** What the form lets one choose from, as the directory has it now. */
export interface EventChoices {
  /** Those that the organisation used before come first. */
  venues: readonly Option[];
  topics: readonly Option[];
  tumourGroups: readonly Option[];
  stages: readonly Option[];
  languages: readonly Option[];
  organisations: readonly Option[];
}

export async function readEventChoices(db: Kysely<Database>, organisation: string): Promise<EventChoices> {
  const used = sql<boolean>`exists (select from event where event.venue = venue.slug and event.organisation = ${organisation})`;
  const venues = await db.selectFrom("venue").select(["slug as value", "name", "postcode"]).orderBy(used, "desc").orderBy("name").execute();
  const terms = (table: "topic" | "tumour_group" | "stage") => db.selectFrom(table).select(["slug as value", "label"]).orderBy("position").execute();
  return {
    venues: venues.map(({ value, name, postcode }) => ({ value, label: `${name}, ${postcode}` })),
    topics: await terms("topic"),
    tumourGroups: await terms("tumour_group"),
    stages: await terms("stage"),
    languages: await db.selectFrom("language").select(["code as value", "label"]).orderBy("label").execute(),
    organisations: await db.selectFrom("organisation").select(["slug as value", "name as label"]).where("slug", "<>", organisation).orderBy("name").execute(),
  };
}

export const valuesOf = (options: readonly Option[]): string[] => options.map(({ value }) => value);
