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
] as const satisfies readonly (readonly [keyof Database, string])[];

/** Puts in the facts that events refer to, and leaves what is there already as it is. */
export async function insertReference(db: Kysely<Database>): Promise<void> {
  for (const [table, file] of FILES) {
    await db
      .insertInto(table)
      // Types cannot know the columns of a file: the database checks them.
      .values(readReferenceFile(file) as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
