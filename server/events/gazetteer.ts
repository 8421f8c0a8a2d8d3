import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { Venue } from "../contract/venue.ts";
import type { Vocabularies } from "../contract/vocabulary.ts";
import type { Point } from "../search/distance.ts";

/** A postcode or outward code and its point. */
export interface CodePoint extends Point {
  code: string;
}

const OUTWARD = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;
const POSTCODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;
const MAX_SUGGESTIONS = 5;
const BATCH = 20_000;

/** Postcodes and outward codes that were imported. Millions of rows are possible, so they come a batch at a time. */
export async function readCodePoints(db: Kysely<Database>): Promise<CodePoint[]> {
  const points: CodePoint[] = [];
  for (let last = ""; ; ) {
    const rows = await db.selectFrom("postcode_area").selectAll().where("code", ">", last).orderBy("code").limit(BATCH).execute();
    points.push(...rows);
    if (rows.length < BATCH) return points;
    last = rows.at(-1)!.code;
  }
}

/** The outward codes of venues, each at the mean of the venues there: enough to be near something that is listed. */
function outwardCodesOf(venues: Iterable<Venue>): Map<string, Point> {
  const sums = new Map<string, Point & { count: number }>();
  for (const { postcode, latitude, longitude } of venues) {
    const code = postcode.split(" ")[0]!;
    const sum = sums.get(code) ?? { latitude: 0, longitude: 0, count: 0 };
    sums.set(code, { latitude: sum.latitude + latitude, longitude: sum.longitude + longitude, count: sum.count + 1 });
  }
  return new Map(Array.from(sums, ([code, { latitude, longitude, count }]) => [
    code, { latitude: latitude / count, longitude: longitude / count },
  ]));
}

export type Located = { point: Point; byPostcode: boolean } | { suggestions: string[] };

const plain = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, " ").trim();

/** Finds what people type for a place: a postcode, the first half of one, or a borough. */
export class Gazetteer {
  readonly #boroughs: Vocabularies["boroughs"];
  readonly #venues: readonly Venue[];
  readonly #outward: Map<string, Point>;
  readonly #codes: readonly CodePoint[];

  /** `codes` are sorted by code. */
  constructor(boroughs: Vocabularies["boroughs"], venues: readonly Venue[], codes: readonly CodePoint[]) {
    this.#boroughs = boroughs;
    this.#venues = venues;
    this.#outward = outwardCodesOf(venues);
    this.#codes = codes;
  }

  locate(near: string): Located {
    const name = plain(near);
    const borough = this.#boroughs.find(({ slug, label }) => plain(label) === name || plain(slug) === name);
    if (borough) return { point: borough, byPostcode: false };
    const code = near.toUpperCase().replace(/[^A-Z0-9]/g, "");
    const point = this.#pointOf(code);
    return point ? { point, byPostcode: true } : { suggestions: this.#suggest(code, name) };
  }

  #pointOf(code: string): Point | undefined {
    if (OUTWARD.test(code)) return this.#imported(code) ?? this.#outward.get(code);
    const parts = POSTCODE.exec(code);
    return parts ? this.#imported(`${parts[1]} ${parts[2]}`) ?? this.#pointOf(parts[1]!) : undefined;
  }

  #imported(code: string): Point | undefined {
    let low = 0;
    let high = this.#codes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#codes[middle]!.code < code) low = middle + 1;
      else high = middle;
    }
    const found = this.#codes[low];
    return found?.code === code ? { latitude: found.latitude, longitude: found.longitude } : undefined;
  }

  /** Boroughs whose name begins alike, or with venues in the same postcode area; else those with the most venues. */
  #suggest(code: string, name: string): string[] {
    const alike = this.#boroughs.filter(({ label }) => name.length >= 2 && plain(label).startsWith(name.slice(0, 3)));
    if (alike.length > 0) return alike.map(({ label }) => label).slice(0, MAX_SUGGESTIONS);
    const area = /^[A-Z]{1,2}(?=[0-9])/.exec(code)?.[0];
    const inArea = this.#boroughsByVenues(this.#venues.filter(({ postcode }) => /^[A-Z]+/.exec(postcode)?.[0] === area));
    return (inArea.length > 0 ? inArea : this.#boroughsByVenues(this.#venues)).slice(0, MAX_SUGGESTIONS);
  }

  #boroughsByVenues(venues: readonly Venue[]): string[] {
    const counts = new Map<string, number>();
    for (const { borough } of venues) if (borough) counts.set(borough.label, (counts.get(borough.label) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([label]) => label);
  }
}
