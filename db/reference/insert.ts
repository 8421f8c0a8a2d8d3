import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";
import { readReferenceFile } from "./read.ts";

/** Tables in an order in which each refers only to those before it, with the file that fills it. */
const FILES = [
  ["alliance", "alliances"],
  ["alliance_succession", "alliance-succession"],
  ["borough", "boroughs"],
  ["alliance_membership", "alliance-membership"],
  ["organisation", "organisations"],
  ["venue", "venues"],
  ["topic", "topics"],
  ["tumour_group", "tumour-groups"],
  ["stage", "stages"],
  ["language", "languages"],
] as const;

/** The words of the public pages, which no event refers to. */
const PAGE_FILES = [["page_section", "page-sections"], ["signpost", "signposts"]] as const;

async function insertFiles(db: Kysely<Database>, files: readonly (readonly [keyof Database, string])[]): Promise<void> {
  for (const [table, file] of files) {
    await db
      .insertInto(table)
      // Types cannot know the columns of a file: the database checks them.
      .values(readReferenceFile(file) as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Puts in the facts that events refer to, and leaves what is there already as it is. */
export async function insertReference(db: Kysely<Database>): Promise<void> {
  await insertFiles(db, [...FILES, ...PAGE_FILES]);
}

/** Puts in the words of the public pages that are missing. Those that were edited, or taken off their page, are there and stay so. */
export async function insertPageTexts(db: Kysely<Database>): Promise<void> {
  await insertFiles(db, PAGE_FILES);
}
