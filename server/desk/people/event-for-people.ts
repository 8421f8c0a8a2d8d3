import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { dateTimeRange } from "../../wording/dates.ts";
import type { DeskDependencies } from "../routes.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function selectEvents(db: Kysely<Database>, organisation: string) {
  return db.selectFrom("event")
    .select(["id", "slug", "title", "starts_at", "ends_at", "status", "capacity", "places_taken", "waiting_count", "waiting_list", "booking_closed"])
    .where("organisation", "=", organisation).where("booking_route", "=", "here");
}

/** An event whose places are given here, as those need it who look after the people. */
export type PeopleEvent = Awaited<ReturnType<ReturnType<typeof selectEvents>["executeTakeFirstOrThrow"]>>;

/** Undefined when the organisation has none with this id. */
export async function findPeopleEvent(db: Kysely<Database>, organisation: string, id: string): Promise<PeopleEvent | undefined> {
  return UUID.test(id) ? selectEvents(db, organisation).where("id", "=", id).executeTakeFirst() : undefined;
}

export async function findPeopleEvents(db: Kysely<Database>, organisation: string, ids: readonly string[]): Promise<PeopleEvent[]> {
  return ids.length === 0 ? [] : selectEvents(db, organisation).where("id", "in", ids).execute();
}

const MOST_TARGETS = 200;

export interface TargetsAsked {
  organisation: string;
  /** The event that they are at now. */
  from: string;
  partySize: number;
}

/** Events to come that have room for a party, the soonest first. */
export async function listTargets({ db, now }: DeskDependencies, { organisation, from, partySize }: TargetsAsked): Promise<PeopleEvent[]> {
  return selectEvents(db, organisation).where("id", "<>", from).where("ends_at", ">", new Date(now())).where("status", "in", ["published", "postponed"])
    .where((eb) => eb.or([eb("capacity", "is", null), eb("capacity", ">=", eb("places_taken", "+", partySize))]))
    .orderBy("starts_at").orderBy("id").limit(MOST_TARGETS).execute();
}

/** The titles of an event's parts by their ids. */
export async function readPartTitles(db: Kysely<Database>, event: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom("session").select(["id", "title"]).where("event_id", "=", event).orderBy("position").execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export const whenOf = ({ starts_at, ends_at }: Pick<PeopleEvent, "starts_at" | "ends_at">) => dateTimeRange(starts_at.getTime(), ends_at.getTime());
export const hasStarted = ({ starts_at }: PeopleEvent, now: number) => starts_at.getTime() <= now;
export const hasEnded = ({ ends_at }: PeopleEvent, now: number) => ends_at.getTime() <= now;

/** `12 of 20 places taken, 3 waiting`. */
export function placesLine({ capacity, places_taken, waiting_count }: PeopleEvent): string {
  const taken = capacity === null ? `${places_taken} places taken, no limit` : `${places_taken} of ${capacity} places taken`;
  return waiting_count > 0 ? `${taken}, ${waiting_count} waiting` : taken;
}
