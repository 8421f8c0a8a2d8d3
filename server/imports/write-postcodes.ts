import { sql, type Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { PostcodePoint } from "./read-postcode.ts";

const BATCH = 10_000;

export interface WrittenPostcodes {
  /** Codes that were added or moved. */
  changed: number;
  /** Codes that the table has from this file now, changed or not. */
  kept: number;
}

/** Collects points in a temporary table, a batch at a time. Of a code that comes twice the first counts. */
export class PostcodeWriter {
  readonly #db: Kysely<Database>;
  #batch: PostcodePoint[] = [];

  private constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** `transaction` must be one: the temporary table goes as it ends. */
  static async open(transaction: Kysely<Database>): Promise<PostcodeWriter> {
    await sql`create temporary table incoming_postcode (
      code text primary key, latitude double precision not null, longitude double precision not null) on commit drop`.execute(transaction);
    return new PostcodeWriter(transaction);
  }

  async add(point: PostcodePoint): Promise<void> {
    if (this.#batch.push(point) >= BATCH) await this.#flush();
  }

  async #flush(): Promise<void> {
    const points = this.#batch;
    this.#batch = [];
    await sql`insert into incoming_postcode select * from unnest(
      ${points.map(({ code }) => code)}::text[], ${points.map(({ latitude }) => latitude)}::double precision[],
      ${points.map(({ longitude }) => longitude)}::double precision[]) on conflict do nothing`.execute(this.#db);
  }

  /** Brings the table to the points that were added. No statement touches it where nothing differs: it would count as a change. */
  async finish(): Promise<WrittenPostcodes> {
    await this.#flush();
    const all = await sql<{ kept: number }>`select count(*) as kept from incoming_postcode`.execute(this.#db);
    await sql`delete from incoming_postcode i using postcode_area p
      where p.code = i.code and (p.latitude, p.longitude) = (i.latitude, i.longitude)`.execute(this.#db);
    const rest = await sql<{ changed: number }>`select count(*) as changed from incoming_postcode`.execute(this.#db);
    const [kept, changed] = [all.rows[0]?.kept ?? 0, rest.rows[0]?.changed ?? 0];
    if (changed > 0) {
      await sql`insert into postcode_area (code, latitude, longitude) select code, latitude, longitude from incoming_postcode
        on conflict (code) do update set latitude = excluded.latitude, longitude = excluded.longitude`.execute(this.#db);
    }
    return { kept, changed };
  }
}
