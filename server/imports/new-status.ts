import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { NewStatus } from "./event-columns.ts";

/** What new events of an organisation become: those of one that is not trusted yet wait for its alliance. */
export async function newStatusOf(db: Kysely<Database>, organisation: string): Promise<NewStatus> {
  const { trusted } = await db.selectFrom("organisation").select("trusted").where("slug", "=", organisation).executeTakeFirstOrThrow();
  return trusted ? "published" : "awaiting-moderation";
}
