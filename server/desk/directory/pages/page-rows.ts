import { sql, type Kysely } from "kysely";
import type { Database, SignpostTable } from "../../../../db/schema.ts";
import { PAGE_SECTIONS, type PageSection, type Signpost } from "../../../events/page-texts.ts";
import { slugWords } from "../../../imports/slug.ts";
import type { Reading } from "../../../pages/fields/filled.ts";
import { writeUnique } from "../write-unique.ts";

export async function findSection(db: Kysely<Database>, name: string): Promise<PageSection | undefined> {
  const slug = PAGE_SECTIONS.find((one) => one === name);
  const row = slug && (await db.selectFrom("page_section").select(["title", "body"]).where("slug", "=", slug).executeTakeFirst());
  return row && { slug, ...row };
}

export async function listSections(db: Kysely<Database>): Promise<{ slug: string; title: string }[]> {
  const rows = await db.selectFrom("page_section").select(["slug", "title"]).execute();
  return PAGE_SECTIONS.flatMap((name) => rows.find(({ slug }) => slug === name) ?? []);
}

export async function changeSection(db: Kysely<Database>, { slug, title, body }: PageSection): Promise<void> {
  await db.updateTable("page_section").set({ title, body }).where("slug", "=", slug).execute();
}

export type StoredSignpost = Signpost & Pick<SignpostTable, "position"> & { shown: boolean };

/** In the order of the page. */
export function listSignposts(db: Kysely<Database>): Promise<StoredSignpost[]> {
  return db.selectFrom("signpost").selectAll().orderBy("position").orderBy("slug").execute();
}

export function findSignpost(db: Kysely<Database>, slug: string): Promise<StoredSignpost | undefined> {
  return db.selectFrom("signpost").selectAll().where("slug", "=", slug).executeTakeFirst();
}

export type SignpostValues = Omit<Signpost, "slug">;

/** Adds a signpost at the end. */
export function addSignpost(db: Kysely<Database>, values: SignpostValues): Promise<Reading<string>> {
  const slug = slugWords(values.title) || "support";
  return writeUnique(async () => {
    const last = sql<number>`(select coalesce(max(position), 0) + 1 from signpost)`;
    await db.insertInto("signpost").values({ slug, position: last, ...values }).execute();
    return slug;
  }, { signpost_pkey: { field: "title", message: "There is an entry with this name already. It may be off the page" } });
}

export async function changeSignpost(db: Kysely<Database>, slug: string, values: SignpostValues): Promise<void> {
  await db.updateTable("signpost").set(values).where("slug", "=", slug).execute();
}

export async function showSignpost(db: Kysely<Database>, slug: string, shown: boolean): Promise<void> {
  await db.updateTable("signpost").set({ shown }).where("slug", "=", slug).execute();
}

/** Moves a signpost one place up. Two who move at once wait for each other. */
export function raiseSignpost(db: Kysely<Database>, slug: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table signpost in share row exclusive mode`.execute(tx);
    const order = (await listSignposts(tx)).map((signpost) => signpost.slug);
    const at = order.indexOf(slug);
    if (at > 0) order.splice(at - 1, 2, slug, order[at - 1]!);
    await sql`update signpost set position = place.number from unnest(${order}::text[]) with ordinality as place (slug, number)
      where signpost.slug = place.slug and signpost.position <> place.number`.execute(tx);
  });
}
