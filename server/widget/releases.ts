import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";

/** A version of the finder as one file. */
export interface Release {
  version: string;
  script: Buffer;
  /** For the attribute `integrity` of a script (Subresource Integrity, section 3.5). */
  integrity: string;
}

export interface Releases {
  /** What this service itself would publish, in the bytes that were published first under its version. */
  current: Release;
  find(version: string): Promise<Release | undefined>;
}

function releaseOf({ version, script }: { version: string; script: Buffer }): Release {
  return { version, script, integrity: `sha384-${createHash("sha384").update(script).digest("base64")}` };
}

/**
 * The versions of the finder that were ever published from this database. What is built now is added under its version; where that
 * version has other bytes already, those stay, and the log says that the version must be raised.
 */
export async function openReleases(db: Kysely<Database>, built: { version: string; script: Buffer }, log: (line: string) => void): Promise<Releases> {
  const find = async (version: string) => {
    const row = await db.selectFrom("widget_release").select(["version", "script"]).where("version", "=", version).executeTakeFirst();
    return row && releaseOf(row);
  };
  await db.insertInto("widget_release").values(built).onConflict((conflict) => conflict.doNothing()).execute();
  const current = (await find(built.version)) ?? releaseOf(built);
  if (!current.script.equals(built.script)) log(`Version ${built.version} of the finder was published with other bytes, which stay: raise the version in package.json.`);
  const kept = new Map([[current.version, current]]);
  return {
    current,
    async find(version) {
      const release = kept.get(version) ?? (await find(version));
      if (release) kept.set(version, release);
      return release;
    },
  };
}
