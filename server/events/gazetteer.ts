import type { Venue } from "../contract/venue.ts";
import type { Vocabularies } from "../contract/vocabulary.ts";
import type { Point } from "../search/distance.ts";
import type { CodePoints } from "./code-points.ts";

const OUTWARD = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;
const POSTCODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)[0-9][A-Z]{2}$/;
const COORDINATES = /^\s*(-?\d{1,2}(?:\.\d{1,9})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,9})?)\s*$/;
const MAX_SUGGESTIONS = 5;

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

/** Latitude and longitude (WGS 84), to two decimals: about a kilometre, so that nobody's home is told from its neighbours'. */
function coordinates(near: string): Point | undefined {
  const [, latitude, longitude] = COORDINATES.exec(near) ?? [];
  const point = { latitude: Math.round(Number(latitude) * 100) / 100, longitude: Math.round(Number(longitude) * 100) / 100 };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : undefined;
}

export type Located = { point: Point; byPostcode: boolean } | { suggestions: string[] };

const plain = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, " ").trim();

/** Finds a place: a postcode, the first half of one, or a borough, as people type them; or the coordinates that a device tells. */
export class Gazetteer {
  readonly #boroughs: Vocabularies["boroughs"];
  readonly #venues: readonly Venue[];
  readonly #outward: Map<string, Point>;
  readonly #codes: CodePoints;

  constructor(boroughs: Vocabularies["boroughs"], venues: readonly Venue[], codes: CodePoints) {
    this.#boroughs = boroughs;
    this.#venues = venues;
    this.#outward = outwardCodesOf(venues);
    this.#codes = codes;
  }

  locate(near: string): Located {
    const here = coordinates(near);
    if (here) return { point: here, byPostcode: false };
    const name = plain(near);
    const borough = this.#boroughs.find(({ slug, label }) => plain(label) === name || plain(slug) === name);
    if (borough) return { point: borough, byPostcode: false };
    const code = near.toUpperCase().replace(/[^A-Z0-9]/g, "");
    const point = this.#pointOf(code);
    return point ? { point, byPostcode: true } : { suggestions: this.#suggest(code, name) };
  }

  #pointOf(code: string): Point | undefined {
    if (OUTWARD.test(code)) return this.#codes.get(code) ?? this.#outward.get(code);
    const outward = POSTCODE.exec(code)?.[1];
    return outward ? this.#codes.get(code) ?? this.#pointOf(outward) : undefined;
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
