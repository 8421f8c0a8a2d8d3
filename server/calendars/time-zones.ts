import ICAL from "ical.js";
import { londonInstant } from "../wording/london-time.ts";

/** Turns what a clock shows, `2026-12-03T14:00:00`, into milliseconds since 1970. */
export type Zone = (wall: string) => number;

const DAY_MS = 86_400_000;

/** Names of Windows for zones that calendars here use (Unicode CLDR, windowsZones). Others come with a definition of their own. */
const WINDOWS: Readonly<Record<string, string>> = {
  "gmt standard time": "Europe/London", "greenwich standard time": "Atlantic/Reykjavik", "w. europe standard time": "Europe/Berlin",
  "romance standard time": "Europe/Paris", "central europe standard time": "Europe/Budapest", "central european standard time": "Europe/Warsaw",
  "e. europe standard time": "Europe/Chisinau", "gtb standard time": "Europe/Bucharest", "fle standard time": "Europe/Kyiv", "turkey standard time": "Europe/Istanbul",
  "russian standard time": "Europe/Moscow", "israel standard time": "Asia/Jerusalem", "south africa standard time": "Africa/Johannesburg",
  "w. central africa standard time": "Africa/Lagos", "e. africa standard time": "Africa/Nairobi", "arabian standard time": "Asia/Dubai",
  "india standard time": "Asia/Kolkata", "pakistan standard time": "Asia/Karachi", "bangladesh standard time": "Asia/Dhaka", "china standard time": "Asia/Shanghai",
  "singapore standard time": "Asia/Singapore", "tokyo standard time": "Asia/Tokyo", "aus eastern standard time": "Australia/Sydney",
  "new zealand standard time": "Pacific/Auckland", "eastern standard time": "America/New_York", "central standard time": "America/Chicago",
  "mountain standard time": "America/Denver", "pacific standard time": "America/Los_Angeles", "atlantic standard time": "America/Halifax",
  "utc": "UTC", "coordinated universal time": "UTC", "greenwich mean time": "Europe/London", "british summer time": "Europe/London",
};

export const UTC: Zone = (wall) => Date.parse(`${wall}Z`);
export const LONDON: Zone = (wall) => londonInstant(wall.slice(0, 10), Number(wall.slice(11, 13)), Number(wall.slice(14, 16))) + Number(wall.slice(17, 19)) * 1_000;

function formatterOf(name: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone: name, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
    });
  } catch {
    return undefined;
  }
}

function shownBy(format: Intl.DateTimeFormat, instant: number): number {
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part["year"] ?? 0, (part["month"] ?? 1) - 1, part["day"] ?? 1, part["hour"] ?? 0, part["minute"] ?? 0, part["second"] ?? 0);
}

/** Of a time that occurs twice the first is meant; one that is left out is as much later. */
function zoneNamed(name: string): Zone | undefined {
  if (/^(Europe\/London|GB|Europe\/Belfast)$/i.test(name)) return LONDON;
  const format = formatterOf(name);
  return format && ((wall) => {
    const shown = UTC(wall);
    const offset = (instant: number) => shownBy(format, instant) - instant;
    const [before, after] = [offset(shown - DAY_MS), offset(shown + DAY_MS)];
    const first = shown - before;
    return offset(first) === before || offset(shown - after) !== after ? first : shown - after;
  });
}

/** A zone as the calendar itself defines it. */
function zoneDefined(lines: readonly string[]): Zone | undefined {
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse.component(lines.join("\r\n"))));
    return (wall) => UTC(wall) - zone.utcOffset(ICAL.Time.fromDateTimeString(wall)) * 1_000;
  } catch {
    return undefined;
  }
}

function plainZone(text: string): string {
  return text.replace(/^"|"$/g, "").replace(/^\/[^/]+\/(?:[^/]+\/)??(?=[A-Z][A-Za-z]+\/|UTC|GMT)/, "").trim();
}

/** Finds zones by the names that calendars give them: of IANA, also with a maker before them, of Windows, or of their own definitions. */
export class Zones {
  readonly #definitions: readonly string[][];
  readonly #found = new Map<string, Zone | undefined>();

  constructor(definitions: readonly string[][]) {
    this.#definitions = definitions;
  }

  /** Undefined for a zone that nobody knows. */
  find(name: string): Zone | undefined {
    if (!this.#found.has(name)) this.#found.set(name, this.#search(plainZone(name)));
    return this.#found.get(name);
  }

  #search(name: string): Zone | undefined {
    const known = WINDOWS[name.toLowerCase()] ?? (/^[+-]/.test(name) ? "" : name);
    const zone = known === "" ? undefined : zoneNamed(known);
    if (zone) return zone;
    if (/\blondon\b/i.test(name)) return LONDON;
    const lines = this.#definitions.find((definition) => definition.some((line) => /^TZID/i.test(line) && plainZone(line.slice(line.indexOf(":") + 1)) === name));
    return lines && zoneDefined(lines);
  }
}
