import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import { resealKey } from "../sealing/envelope.ts";
import type { KeyRing } from "../sealing/key-ring.ts";

const BATCH = 200;
/** The tables with sealed rows. A row's envelope is named after its table and its id. */
const SEALED_TABLES = ["referral", "suggestion"] as const;
type SealedTable = (typeof SEALED_TABLES)[number];

async function resealBatch(db: Kysely<Database>, ring: KeyRing, table: SealedTable): Promise<number> {
  const rows = await db
    .selectFrom(table)
    .select(["id", "sealed_key", "key_id"])
    .where("key_id", "<>", ring.current().id)
    .limit(BATCH)
    .execute();
  for (const { id, sealed_key, key_id } of rows) {
    if (!sealed_key || key_id === null) continue;
    // Who erases or reseals the row at the same time has the last word.
    await db.updateTable(table).set(resealKey(ring, `${table} ${id}`, { sealed_key, key_id })).where("id", "=", id).where("sealed_key", "=", sealed_key).execute();
  }
  return rows.length;
}

/**
 * Seals the keys of all rows under the current key, a few at a time, while the service goes on. Gives how many there were. Runs as
 * the owner of the tables. Throws `SealBrokenError` and `MissingKeyError`.
 */
export async function resealAll(db: Kysely<Database>, ring: KeyRing): Promise<number> {
  let total = 0;
  for (const table of SEALED_TABLES) {
    for (let count = await resealBatch(db, ring, table); count > 0; count = await resealBatch(db, ring, table)) total += count;
  }
  return total;
}
