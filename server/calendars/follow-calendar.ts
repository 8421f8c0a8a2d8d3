import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { Lookup, Names } from "../imports/names.ts";
import { readLookup } from "../imports/read-lookup.ts";
import { applyCalendar } from "./apply-calendar.ts";
import type { ReadCalendar } from "./calendar-event.ts";
import type { CalendarResult } from "./calendar-result.ts";
import { lockCalendar, type Calendar } from "./calendar-rows.ts";
import { fetchCalendar, type FetchCalendar, type Fetched } from "./fetch-calendar.ts";
import type { Places } from "./find-place.ts";
import { mapCalendar, type MappedCalendar } from "./map-events.ts";
import type { Mapping } from "./mapping.ts";
import { UnreadableCalendarError } from "./read-calendar.ts";
import { readGuarded } from "./read-guarded.ts";

/** What following calendars needs. */
export interface Follower {
  db: Kysely<Database>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Undefined: from the public internet alone. */
  fetch?: FetchCalendar | undefined;
}

async function readPlaces(db: Kysely<Database>): Promise<Places["atPostcode"]> {
  const venues = await db.selectFrom("venue").select(["slug", "postcode"]).execute();
  return new Map(Array.from(Map.groupBy(venues, ({ postcode }) => postcode), ([postcode, here]) => [postcode, here.map(({ slug }) => slug)]));
}

/** The mapping with what the directory still has: venues are merged, and words go. */
function withKnown(mapping: Mapping, { venues, topics, tumourGroups }: Lookup): Mapping {
  const known = (slugs: readonly string[], names: Names) => slugs.flatMap((slug) => names.find(slug).slice(0, 1));
  const [venue = null] = mapping.venue === null ? [] : venues.find(mapping.venue);
  return { ...mapping, venue, topics: known(mapping.topics, topics), tumourGroups: known(mapping.tumourGroups, tumourGroups) };
}

/** What a calendar would bring with a mapping. */
export async function mapWith(db: Kysely<Database>, read: ReadCalendar, { id, organisation }: Calendar, mapping: Mapping): Promise<MappedCalendar> {
  const lookup = await readLookup(db);
  return mapCalendar(read, { calendar: id, organisation, mapping: withKnown(mapping, lookup), lookup, places: { venues: lookup.venues, atPostcode: await readPlaces(db) } });
}

/** A body that can be read, or why there is none. */
type Arrived = { read: ReadCalendar; bytes: Buffer } | { failure: string };

async function readArrived(bytes: Buffer, now: number): Promise<Arrived> {
  try {
    const read = await readGuarded(bytes, now);
    if (read.events.length + read.problems.length + read.uids.length === 0) return { failure: "The calendar is empty" };
    return { read, bytes };
  } catch (error) {
    if (error instanceof UnreadableCalendarError) return { failure: error.message };
    throw error;
  }
}

async function noteFailure({ db, now }: Follower, id: string, failure: string): Promise<void> {
  await db.updateTable("calendar").set({ failure, fetched_at: new Date(now()) }).where("id", "=", id).execute();
}

/** Keeps what arrived and, where the calendar is followed, brings its events to that. */
async function settle({ db, now }: Follower, id: string, { read, bytes }: { read: ReadCalendar; bytes: Buffer }, fetched: Fetched): Promise<CalendarResult | undefined> {
  return db.transaction().execute(async (tx) => {
    const calendar = await lockCalendar(tx, id);
    if (!calendar) return undefined;
    const { etag, lastModified } = fetched.kind === "body" ? fetched.validators : calendar.validators;
    await tx.updateTable("calendar").set({ body: bytes, etag, last_modified: lastModified, failure: null, fetched_at: new Date(now()) }).where("id", "=", id).execute();
    if (!calendar.isFollowed || !calendar.mapping) return undefined;
    const mapped = await mapWith(tx, read, calendar, calendar.mapping);
    const result = await applyCalendar(tx, { calendar: id, organisation: calendar.organisation, read, mapped, now: now() });
    await tx.updateTable("calendar").set({ result: JSON.stringify({ ...result, problems: result.problems.slice(0, 200) }) }).where("id", "=", id).execute();
    return result;
  });
}

/**
 * Fetches a calendar and, where it is followed, brings its events to what it says. What goes wrong is noted with the calendar; what
 * is published then stays. Gives whether it went well.
 */
export async function updateCalendar(follower: Follower, { id, address, validators, body }: Calendar): Promise<boolean> {
  const { fetch = fetchCalendar, now } = follower;
  const fetched = await fetch(new URL(address), body ? validators : { etag: null, lastModified: null });
  const arrived = await arrivedOf(fetched, body, now());
  if ("failure" in arrived) {
    await noteFailure(follower, id, arrived.failure);
    return false;
  }
  await settle(follower, id, arrived, fetched);
  return true;
}

async function arrivedOf(fetched: Fetched, body: Buffer | null, now: number): Promise<Arrived> {
  if (fetched.kind === "failed") return { failure: fetched.reason };
  const bytes = fetched.kind === "body" ? fetched.bytes : body;
  return bytes ? readArrived(bytes, now) : { failure: "The calendar is empty" };
}

/** What is to come in the calendar as it arrived last. Null when nothing has, or it cannot be read any more. */
export async function readKept({ body }: Calendar, now: number): Promise<ReadCalendar | null> {
  if (!body) return null;
  const arrived = await readArrived(body, now);
  return "read" in arrived ? arrived.read : null;
}

