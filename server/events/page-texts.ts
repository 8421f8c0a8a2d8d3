import type { Kysely } from "kysely";
import { z } from "zod";
import type { Database } from "../../db/schema.ts";

/** The parts of the page about these events, in their order. Other pages link to them by these names. */
export const PAGE_SECTIONS = ["what", "ask-to-go", "carers", "what-to-expect", "support", "run-events", "tell-us"] as const;
export type PageSectionName = (typeof PAGE_SECTIONS)[number];

export const PageSection = z.object({ slug: z.enum(PAGE_SECTIONS), title: z.string(), body: z.string() });
export type PageSection = z.infer<typeof PageSection>;

/** Where else people can turn. `phone` as people read it. */
export const Signpost = z.object({ slug: z.string(), title: z.string(), body: z.string(), phone: z.string().nullable(), website: z.string().nullable() });
export type Signpost = z.infer<typeof Signpost>;

/** The words of the public pages that alliances keep, in the order of the page. `body` is plain text as `prose` reads it. */
export const PageTexts = z.object({ sections: z.array(PageSection), signposts: z.array(Signpost) });
export type PageTexts = z.infer<typeof PageTexts>;

const isSection = (row: { slug: string; title: string; body: string }): row is PageSection => PAGE_SECTIONS.some((name) => name === row.slug);

export async function readPageTexts(db: Kysely<Database>): Promise<PageTexts> {
  const rows = (await db.selectFrom("page_section").selectAll().execute()).filter(isSection);
  return {
    sections: PAGE_SECTIONS.flatMap((name) => rows.find(({ slug }) => slug === name) ?? []),
    signposts: await db.selectFrom("signpost").select(["slug", "title", "body", "phone", "website"]).where("shown", "=", true)
      .orderBy("position").orderBy("slug").execute(),
  };
}
