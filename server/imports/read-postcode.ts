import { UnreadableFileError } from "./unreadable-file.ts";

/** A postcode (`SW17 0QT`) or outward code (`SW17`) with its point in degrees (WGS 84). */
export interface PostcodePoint {
  code: string;
  latitude: number;
  longitude: number;
}

/** Greater London and some kilometres around it. */
export const LONDON_BOX = { south: 51.2, north: 51.8, west: -0.65, east: 0.45 };

/** `pcds`, `lat` and `long` are the names in the ONS files NSPL and ONSPD. */
const NAMES = {
  code: ["pcds", "postcode", "outcode"],
  latitude: ["lat", "latitude"],
  longitude: ["long", "longitude"],
} as const;

const CODE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})?$/;

export type ReadPostcode = (cells: readonly string[]) => PostcodePoint | undefined;

/**
 * A reader of the rows under a heading row, whose names are read without regard to case. It gives undefined for a row with
 * no postcode or no point of the world. Throws `UnreadableFileError` when a column is missing.
 */
export function postcodeReader(headings: readonly string[]): ReadPostcode {
  const lower = headings.map((heading) => heading.trim().toLowerCase());
  const placeOf = (names: readonly string[]): number => {
    const name = names.find((candidate) => lower.includes(candidate));
    if (name === undefined) throw new UnreadableFileError(`The first row of the file must name its columns. It lacks one of: ${names.join(", ")}.`);
    return lower.indexOf(name);
  };
  const [codeAt, latitudeAt, longitudeAt] = [placeOf(NAMES.code), placeOf(NAMES.latitude), placeOf(NAMES.longitude)];
  return (cells) => {
    const [, outward, inward] = CODE.exec((cells[codeAt] ?? "").toUpperCase().replace(/\s+/g, "")) ?? [];
    const [latitude, longitude] = [degrees(cells[latitudeAt]), degrees(cells[longitudeAt])];
    if (outward === undefined || latitude === undefined || longitude === undefined) return undefined;
    return { code: inward === undefined ? outward : `${outward} ${inward}`, latitude, longitude };
  };
}

function degrees(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,3}(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

/** Whether a point lies in the box. Postcodes with no known place have 99.999999 north in the ONS files, so they do not. */
export function inLondonBox({ latitude, longitude }: PostcodePoint): boolean {
  const { south, north, west, east } = LONDON_BOX;
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
