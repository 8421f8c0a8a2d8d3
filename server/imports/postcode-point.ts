import { sql, type Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";

interface Point {
  latitude: number;
  longitude: number;
}

const POSTCODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;

/** A full postcode as it is written, `SE1 9RT`; undefined for anything else. */
export function readPostcode(text: string): string | undefined {
  const [, outward, inward] = POSTCODE.exec(text.toUpperCase().replace(/\s+/g, "")) ?? [];
  return outward === undefined ? undefined : `${outward} ${inward}`;
}

/**
 * Where a full postcode is, in degrees: by the imported postcodes, else by venues that have it; with neither in the middle of what is known of its
 * first half. Undefined when nothing near is known.
 */
export async function pointOfPostcode(db: Kysely<Database>, postcode: string): Promise<Point | undefined> {
  const outward = postcode.split(" ")[0]!;
  const { rows } = await sql<Point>`
    select latitude, longitude from (
      select latitude, longitude, case code when ${postcode} then 1 else 3 end as rank from postcode_area where code in (${postcode}, ${outward})
      union all select avg(latitude), avg(longitude), 2 from venue where postcode = ${postcode} having count(*) > 0
      union all select avg(latitude), avg(longitude), 4 from venue where split_part(postcode, ' ', 1) = ${outward} having count(*) > 0
    ) as known order by rank limit 1`.execute(db);
  return rows[0];
}
