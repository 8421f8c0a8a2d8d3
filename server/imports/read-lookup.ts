import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import { Names, type Lookup } from "./names.ts";

/** Everything in the directory that a row of a file may refer to, by slug or name. */
export async function readLookup(db: Kysely<Database>): Promise<Lookup> {
  const organisations = await db.selectFrom("organisation").select(["slug", "name", "short_name"]).execute();
  const venues = await db.selectFrom("venue").select(["slug", "name"]).execute();
  const former = Map.groupBy(await db.selectFrom("former_venue").selectAll().execute(), ({ venue }) => venue);
  const languages = await db.selectFrom("language").selectAll().execute();
  const series = await db.selectFrom("series").selectAll().execute();
  const terms = async (table: "topic" | "tumour_group" | "stage") => {
    const rows = await db.selectFrom(table).select(["slug", "label"]).execute();
    return new Names(rows.map(({ slug, label }) => ({ slug, names: [label] })));
  };
  return {
    organisations: new Names(organisations.map(({ slug, name, short_name }) => ({ slug, names: [name, short_name] }))),
    venues: new Names(venues.map(({ slug, name }) => ({ slug, names: [name, ...(former.get(slug) ?? []).flatMap((venue) => [venue.name, venue.slug])] }))),
    topics: await terms("topic"),
    tumourGroups: await terms("tumour_group"),
    stages: await terms("stage"),
    languages: new Names(languages.map(({ code, label }) => ({ slug: code, names: [label] }))),
    series: new Map(Array.from(Map.groupBy(series, ({ organisation }) => organisation), ([organisation, own]) => [
      organisation, new Names(own.map(({ slug, title }) => ({ slug, names: [title] }))),
    ])),
  };
}
