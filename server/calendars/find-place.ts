import type { Lookup } from "../imports/names.ts";
import type { CalendarEvent } from "./calendar-event.ts";
import type { Mapping } from "./mapping.ts";

/** The places of the directory, by name and by postcode. */
export interface Places {
  venues: Lookup["venues"];
  /** The venues at a postcode, `SE1 9RT`. */
  atPostcode: ReadonlyMap<string, readonly string[]>;
}

/** How and where an event is. `unknown` is what the calendar says of a place that we do not know. */
export interface FoundPlace {
  format: Mapping["format"];
  venue: string | null;
  joinUrl: string | null;
  unknown: string | null;
}

const ONLINE = /^https:\/\/\S+$|\b(?:online|zoom|teams|webex|google meet|virtual|webinar)\b/i;
const PHONE = /\b(?:by phone|telephone|phone call)\b/i;
const POSTCODE = /\b([A-Z]{1,2}[0-9][A-Z0-9]?)\s?([0-9][A-Z]{2})\b/i;

function findVenue(location: string, { venues, atPostcode }: Places): string | undefined {
  const parts = [location, ...location.split(/[,\n(]/)].map((part) => part.trim()).filter((part) => part !== "");
  const [, outward, inward] = POSTCODE.exec(location)?.map((part) => part.toUpperCase()) ?? [];
  const here = outward === undefined ? [] : (atPostcode.get(`${outward} ${inward}`) ?? []);
  for (const part of parts) {
    const found = venues.find(part);
    const [venue] = found.length > 1 ? found.filter((slug) => here.includes(slug)) : found;
    if (venue !== undefined) return venue;
  }
  return here.length === 1 ? here[0] : undefined;
}

/** Where an event is: at a venue that its location names, online where it says so, or else as all events of the calendar. */
export function findPlace({ location }: CalendarEvent, { format, venue }: Mapping, places: Places): FoundPlace {
  const none = { joinUrl: null, unknown: null };
  if (location === null) return { ...none, format, venue: format === "in-person" || format === "hybrid" ? venue : null };
  const known = findVenue(location, places);
  if (known !== undefined) return { ...none, format: format === "hybrid" ? "hybrid" : "in-person", venue: known };
  if (PHONE.test(location)) return { ...none, format: "phone", venue: null };
  if (ONLINE.test(location)) return { ...none, format: "online", venue: null, joinUrl: /https:\/\/\S{1,1990}/.exec(location)?.[0] ?? null };
  if (format === "online" || format === "phone") return { ...none, format, venue: null };
  return { format, venue, joinUrl: null, unknown: location };
}
