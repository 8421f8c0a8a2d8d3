import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { Point } from "../search/distance.ts";

/** A postcode or outward code and its point. */
export interface CodePoint extends Point {
  code: string;
}

const BATCH = 20_000;
const NO_SPACE = / /g;

/** Codes of at most seven letters and digits fit a number, which takes a fifth of the memory of a string. */
function numberOf(code: string): number {
  return Number.parseInt(code.replace(NO_SPACE, ""), 36);
}

/** Where codes are. There can be a million, so they stand in a few flat arrays, sorted by number. */
export class CodePoints {
  readonly #numbers: Float64Array;
  readonly #coordinates: Float32Array;
  /** Those of the outward codes, which are few. */
  readonly outward: readonly CodePoint[];

  constructor(points: readonly CodePoint[]) {
    const sorted = points.toSorted((a, b) => numberOf(a.code) - numberOf(b.code));
    this.#numbers = Float64Array.from(sorted, ({ code }) => numberOf(code));
    this.#coordinates = Float32Array.from(sorted.flatMap(({ latitude, longitude }) => [latitude, longitude]));
    this.outward = sorted.filter(({ code }) => !code.includes(" "));
  }

  /** The point of a code, written with or without its space; undefined when it is not known. */
  get(code: string): Point | undefined {
    const number = numberOf(code);
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    if (this.#numbers[low] !== number) return undefined;
    return { latitude: this.#coordinates[2 * low]!, longitude: this.#coordinates[2 * low + 1]! };
  }
}

/** Every code that was imported, read some at a time. */
export async function readCodePoints(db: Kysely<Database>): Promise<CodePoints> {
  const points: CodePoint[] = [];
  for (let last = ""; ; ) {
    const rows = await db.selectFrom("postcode_area").selectAll().where("code", ">", last).orderBy("code").limit(BATCH).execute();
    for (const row of rows) points.push(row);
    if (rows.length < BATCH) return new CodePoints(points);
    last = rows.at(-1)!.code;
  }
}
