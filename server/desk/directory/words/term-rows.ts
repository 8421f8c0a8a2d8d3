import { sql, type Kysely } from "kysely";
import type { Database } from "../../../../db/schema.ts";
import { slugWords } from "../../../imports/slug.ts";
import type { Reading } from "../../../pages/fields/filled.ts";
import { writeUnique } from "../write-unique.ts";

export type Vocabulary = "topic" | "tumour_group" | "stage";
export const THEMES = ["body", "mind", "people", "practical"] as const;
export type Theme = (typeof THEMES)[number];

/** What people may call a term. `theme` is of topics alone. */
export interface TermValues {
  label: string;
  definition: string | null;
  synonyms: string[];
  misspellings: string[];
}

export type TopicValues = TermValues & { theme: Theme };

export type StoredTerm = TermValues & { slug: string };

const COLUMNS = ["slug", "label", "definition", "synonyms", "misspellings"] as const;

export function listTerms(db: Kysely<Database>, vocabulary: Vocabulary): Promise<StoredTerm[]> {
  return db.selectFrom(vocabulary).select(COLUMNS).orderBy("position").execute();
}

export function findTerm(db: Kysely<Database>, vocabulary: Exclude<Vocabulary, "topic">, slug: string): Promise<StoredTerm | undefined> {
  return db.selectFrom(vocabulary).select(COLUMNS).where("slug", "=", slug).executeTakeFirst();
}

export function findTopic(db: Kysely<Database>, slug: string): Promise<(StoredTerm & { theme: Theme; events: number }) | undefined> {
  return db.selectFrom("topic").select([...COLUMNS, "theme"])
    .select(sql<number>`(select count(*) from event_topic where event_topic.topic = topic.slug)`.as("events")).where("slug", "=", slug).executeTakeFirst();
}

const TAKEN = { field: "label", message: "There is an entry with this name already" };

/** Adds a topic at the end of the list. Its slug comes of its name. */
export function addTopic(db: Kysely<Database>, values: TopicValues): Promise<Reading<string>> {
  const slug = slugWords(values.label) || "topic";
  return writeUnique(() => db.transaction().execute(async (tx) => {
    // Two who add at once would choose the same place in the list.
    await sql`lock table topic in share row exclusive mode`.execute(tx);
    const { last } = await tx.selectFrom("topic").select((topic) => topic.fn.max("position").as("last")).executeTakeFirstOrThrow();
    await tx.insertInto("topic").values({ slug, position: (last ?? 0) + 1, ...values }).execute();
    return slug;
  }), { topic_pkey: TAKEN, topic_label_key: TAKEN });
}

export function changeTopic(db: Kysely<Database>, slug: string, values: TopicValues): Promise<Reading<string>> {
  return writeUnique(async () => {
    await db.updateTable("topic").set(values).where("slug", "=", slug).execute();
    return slug;
  }, { topic_label_key: TAKEN });
}

export function changeTerm(db: Kysely<Database>, vocabulary: Exclude<Vocabulary, "topic">, slug: string, values: TermValues): Promise<Reading<string>> {
  return writeUnique(async () => {
    await db.updateTable(vocabulary).set(values).where("slug", "=", slug).execute();
    return slug;
  }, { tumour_group_label_key: TAKEN, stage_label_key: TAKEN });
}

/** Removes a topic that no event has, past or to come. */
export function deleteTopic(db: Kysely<Database>, slug: string): Promise<Reading<string>> {
  return writeUnique(async () => {
    await db.deleteFrom("topic").where("slug", "=", slug).execute();
    return slug;
  }, { event_topic_topic_fkey: { field: "label", message: "Events have this topic: it cannot be deleted" } });
}
