import { Migrator } from "kysely/migration";
import type { Kysely } from "kysely";
import { runCommand } from "../server/command.ts";
import { migrations } from "./migrations/index.ts";
import { withDatabase } from "./open.ts";
import type { Database } from "./schema.ts";

/** Brings the tables up to date. Gives the names of the migrations that ran. Of two at once the second waits for the first. */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}

if (import.meta.main) {
  await runCommand(async (config, log) => {
    const ran = await withDatabase(config, log, migrateToLatest);
    log(ran.length > 0 ? `Ran ${ran.join(", ")}.` : "The tables are up to date.");
  });
}
