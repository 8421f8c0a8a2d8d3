import { sql, type Kysely, type Selectable, type Transaction } from "kysely";
import type { Database, EventTable } from "../../../db/schema.ts";
import { eventColumns } from "../../imports/event-columns.ts";
import { writeParts } from "../../imports/event-parts.ts";
import type { ImportedEvent } from "../../imports/imported-event.ts";
import { pointOfPostcode } from "../../imports/postcode-point.ts";
import { eventSlugs, shortHash, slugWords } from "../../imports/slug.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { londonDate } from "../../wording/london-time.ts";
import type { EventContent, EventTimes, NewVenue } from "./form/event-content.ts";

/** What was asked for cannot be, as the directory stands. Nothing was written. */
export class EventNotWrittenError extends Error {
  override name = "EventNotWrittenError";
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    super("The event was not written");
    this.errors = errors;
  }
}

type Columns = ReturnType<typeof columnsOf>;

interface Written {
  organisation: string;
  content: EventContent;
  times: EventTimes;
  /** Milliseconds since 1970: the organiser says now that all this is right. */
  now: number;
}

function importedOf({ organisation, content, times, now }: Written): ImportedEvent {
  return { ...content, ...times, organiser: organisation, reference: "", series: null, status: null, statusNote: null, previousStartsAt: null, lastConfirmed: londonDate(now) };
}

/** The columns of the form. Those that belong to the state of an event, its series and its source are left as they are. */
function columnsOf(written: Written) {
  const { import_key: _key, series: _series, status: _status, status_note: _note, previous_starts_at: _previous, ...columns } = eventColumns(importedOf(written));
  return { ...columns, booking_approval: written.content.approval };
}

/** Adds a place to the directory, at its postcode. Throws `EventNotWrittenError` for a postcode that nobody knows. */
export async function addVenue(tx: Transaction<Database>, { name, address, postcode }: NewVenue): Promise<string> {
  const point = await pointOfPostcode(tx, postcode);
  if (!point) throw new EventNotWrittenError([{ field: "venue-postcode", message: "Check the postcode: we do not know it" }]);
  const plain = slugWords(name) || "venue";
  const own = `${plain}-${shortHash(name, postcode)}`;
  const known = await tx.selectFrom("venue").select(["slug", "postcode"]).where("slug", "in", [plain, own]).execute();
  const same = known.find((venue) => venue.postcode === postcode);
  if (same) return same.slug;
  const slug = known.some((venue) => venue.slug === plain) ? own : plain;
  const outward = postcode.split(" ")[0]!;
  await sql`insert into venue (slug, name, address, postcode, latitude, longitude, borough_gss)
    values (${slug}, ${name}, ${address}, ${postcode}, ${point.latitude}, ${point.longitude},
      (select borough_gss from venue where split_part(postcode, ' ', 1) = ${outward} and borough_gss is not null group by 1 order by count(*) desc limit 1))`.execute(tx);
  return slug;
}

async function freeSlug(tx: Transaction<Database>, { organisation, content, times }: Written, id: string): Promise<string> {
  const [plain, own] = eventSlugs({ title: content.title, date: londonDate(times.startsAt), organiser: organisation, reference: id });
  const taken = await tx.selectFrom("event").select("slug").where("slug", "=", plain).executeTakeFirst();
  return taken ? own : plain;
}

export interface NewEvent extends Written {
  series: string | null;
  status: "published" | "awaiting-moderation";
  id: string;
}

/** Adds an event. Gives its slug. Call it under the lock that `withSlugs` takes. */
export async function addEvent(tx: Transaction<Database>, event: NewEvent): Promise<string> {
  const { id, series, status } = event;
  const slug = await freeSlug(tx, event, id);
  await tx.insertInto("event").values({ ...columnsOf(event), id, slug, series, status, import_key: null, status_note: null, previous_starts_at: null }).execute();
  await writeParts(tx, [{ id, event: importedOf(event) }]);
  return slug;
}

/** Two who publish at once would choose the same slugs. */
export async function lockSlugs(tx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('import of events'))`.execute(tx);
}

function checkBooked(stored: Selectable<EventTable>, columns: Columns): FieldError[] {
  const errors: FieldError[] = [];
  const { capacity, waiting_list: waitingList } = columns;
  if (typeof capacity === "number" && capacity < stored.places_taken) errors.push({ field: "capacity", message: `Enter ${stored.places_taken} or more: so many places are taken` });
  if (!waitingList && stored.waiting_count > 0) errors.push({ field: "waiting-list", message: "Keep the waiting list: people are waiting" });
  return errors;
}

/**
 * Changes an event that is locked. Who has a place keeps it, and is told of another time or place. Throws `EventNotWrittenError` where
 * more is booked than would be left.
 */
export async function changeEvent(tx: Transaction<Database>, stored: Selectable<EventTable>, written: Written): Promise<void> {
  const columns = columnsOf(written);
  const errors = checkBooked(stored, columns);
  if (errors.length > 0) throw new EventNotWrittenError(errors);
  await tx.updateTable("event").set(columns).where("id", "=", stored.id).execute();
  await writeParts(tx, [{ id: stored.id, event: importedOf(written) }]);
}

/** Runs `write` and gives what it gives, or what is wrong; nothing is written then. */
export async function writeOrRefuse<Result>(db: Kysely<Database>, write: (tx: Transaction<Database>) => Promise<Result>): Promise<{ value: Result } | { errors: readonly FieldError[] }> {
  try {
    return { value: await db.transaction().execute(write) };
  } catch (error) {
    if (error instanceof EventNotWrittenError) return { errors: error.errors };
    throw error;
  }
}
