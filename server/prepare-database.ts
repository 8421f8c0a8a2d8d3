import { connect } from "../db/connect.ts";
import { migrateToLatest } from "../db/migrate.ts";
import { insertPageTexts } from "../db/reference/insert.ts";
import { seedIfEmpty } from "../db/seed.ts";

const RETRY_MS = 5_000;

/** Brings the tables up to date, with the words of the public pages, and fills an empty directory with the sample. */
export async function prepareDatabase(url: string, log: (line: string) => void): Promise<void> {
  const db = connect(url);
  try {
    await migrateToLatest(db);
    await insertPageTexts(db);
    const seeded = await seedIfEmpty(db, new Date());
    if (seeded) log(`The directory was empty: it now holds a sample of ${seeded.events} made-up events.`);
  } finally {
    await db.destroy();
  }
}

/** Does so as soon as a database that is away comes back. */
export function prepareWhenBack(url: string, log: (line: string) => void): { stop(): void } {
  let timer: NodeJS.Timeout;
  function later(): void {
    timer = setTimeout(() => void prepareDatabase(url, log).catch(later), RETRY_MS);
  }
  later();
  return { stop: () => clearTimeout(timer) };
}
