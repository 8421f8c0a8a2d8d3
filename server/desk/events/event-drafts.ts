import type { Kysely, Selectable } from "kysely";
import type { Database, EventDraftTable } from "../../../db/schema.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What belongs to the visit and not to the event. */
const OF_THE_VISIT = ["token", "then", "id"];

export type EventDraft = Selectable<EventDraftTable>;

function kept(form: URLSearchParams): { title: string; form: string } {
  const fields = new URLSearchParams(form);
  for (const name of OF_THE_VISIT) fields.delete(name);
  const title = Array.from(form.get("title")?.replace(/\p{Cc}/gu, " ").trim() ?? "").slice(0, 200).join("");
  return { title: title === "" ? "No name yet" : title, form: fields.toString() };
}

/** Keeps a form as it stands. Gives the draft's id. */
export async function addDraft(db: Kysely<Database>, organisation: string, form: URLSearchParams): Promise<string> {
  const { id } = await db.insertInto("event_draft").values({ organisation, ...kept(form) }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** False when the organisation has no such draft any more. */
export async function saveDraft(db: Kysely<Database>, organisation: string, id: string, form: URLSearchParams): Promise<boolean> {
  const saved = await db.updateTable("event_draft").set({ ...kept(form), updated_at: new Date() })
    .where("id", "=", id).where("organisation", "=", organisation).executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

export async function findDraft(db: Kysely<Database>, organisation: string, id: string): Promise<EventDraft | undefined> {
  if (!UUID.test(id)) return undefined;
  return db.selectFrom("event_draft").selectAll().where("id", "=", id).where("organisation", "=", organisation).executeTakeFirst();
}

/** Newest first. */
export function listDrafts(db: Kysely<Database>, organisation: string): Promise<EventDraft[]> {
  return db.selectFrom("event_draft").selectAll().where("organisation", "=", organisation).orderBy("updated_at", "desc").limit(50).execute();
}

export async function removeDraft(db: Kysely<Database>, organisation: string, id: string): Promise<void> {
  if (!UUID.test(id)) return;
  await db.deleteFrom("event_draft").where("id", "=", id).where("organisation", "=", organisation).execute();
}
