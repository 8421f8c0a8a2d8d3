import type { PostcodePoint } from "./read-postcode.ts";

/** Rounded to about 10 cm, so that the last bit of a sum, which the order of the rows decides, does not count as a move. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** The mean point of the postcodes of each outward code. */
export class OutwardMeans {
  readonly #sums = new Map<string, { latitude: number; longitude: number; count: number }>();

  add({ code, latitude, longitude }: PostcodePoint): void {
    const space = code.indexOf(" ");
    if (space < 0) return;
    const outward = code.slice(0, space);
    const sum = this.#sums.get(outward);
    if (!sum) {
      this.#sums.set(outward, { latitude, longitude, count: 1 });
      return;
    }
    sum.latitude += latitude;
    sum.longitude += longitude;
    sum.count += 1;
  }

  points(): PostcodePoint[] {
    return Array.from(this.#sums, ([code, { latitude, longitude, count }]) => ({
      code, latitude: rounded(latitude / count), longitude: rounded(longitude / count),
    }));
  }
}
