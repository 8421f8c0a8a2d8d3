import { isDeepStrictEqual } from "node:util";
import { sql, type Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { ImportedEvent } from "../imports/imported-event.ts";
import { newStatusOf } from "../imports/new-status.ts";
import { readStoredEvents, type StoredEvent } from "../imports/stored-events.ts";
import { writeEventsIn } from "../imports/write-events.ts";
import type { ReadCalendar } from "./calendar-event.ts";
import type { CalendarResult, MissingEvent } from "./calendar-result.ts";
import { referenceStart, type MappedCalendar } from "./map-events.ts";
import { mergeEvent } from "./merge-events.ts";

type Tx = Transaction<Database>;

/** A calendar, and what it says. */
export interface Applied {
  calendar: string;
  organisation: string;
  read: ReadCalendar;
  mapped: MappedCalendar;
  /** Milliseconds since 1970. */
  now: number;
}

interface Known {
  said: ImportedEvent;
  missing: number;
}

const FETCHES_UNTIL_GONE = 2;

async function readKnown(tx: Tx, calendar: string): Promise<Map<string, Known>> {
  const rows = await tx.selectFrom("calendar_event").selectAll().where("calendar", "=", calendar).execute();
  return new Map(rows.map(({ reference, said, missing_fetches: missing }) => [reference, { said: said as ImportedEvent, missing }]));
}

/** What is to be written of an event; undefined: nothing. One that was deleted by hand does not come back, nor is one added that is off. */
function rowFor(tells: ImportedEvent, stored: StoredEvent | undefined, known: Known | undefined, now: number): ImportedEvent | undefined {
  if (!stored) return known || tells.status === "cancelled" ? undefined : { ...tells, lastConfirmed: new Date(now).toISOString().slice(0, 10) };
  const merged = mergeEvent({ current: stored.event, said: known?.said ?? stored.event, tells, now });
  return isDeepStrictEqual(merged, stored.event) ? undefined : merged;
}

async function remember(tx: Tx, calendar: string, events: readonly ImportedEvent[]): Promise<void> {
  await sql`insert into calendar_event (calendar, reference, said)
    select ${calendar}::uuid, said->>'reference', said from jsonb_array_elements(${JSON.stringify(events)}::jsonb) as said
    on conflict (calendar, reference) do update set said = excluded.said, missing_fetches = 0`.execute(tx);
}

/** Cancelled, or taken back where nobody but its alliance knows of it yet. */
async function callOff(tx: Tx, calendar: string, { row, event }: StoredEvent): Promise<void> {
  const status = event.status === null ? "draft" : "cancelled";
  await tx.updateTable("event").set({ status, ...(status === "cancelled" && { previous_starts_at: null }) }).where("id", "=", row.id).execute();
  await sql`update calendar_event set said = said || '{"status": "cancelled"}' where calendar = ${calendar} and reference = ${event.reference}`.execute(tx);
}

function isExpected({ row, event }: StoredEvent, now: number): boolean {
  return row.starts_at.getTime() > now && event.status !== "cancelled" && row.status !== "draft";
}

/**
 * Events that are no longer in a good calendar: those that nobody has booked are called off when it happens the second time; the
 * others are for their organiser to decide.
 */
async function settleMissing(tx: Tx, { calendar, now }: Applied, missing: readonly { stored: StoredEvent; known: Known }[]): Promise<{ cancelled: number; missing: MissingEvent[] }> {
  const left: MissingEvent[] = [];
  let cancelled = 0;
  for (const { stored, known } of missing) {
    if (!isExpected(stored, now)) continue;
    const { row } = stored;
    await tx.updateTable("calendar_event").set({ missing_fetches: known.missing + 1 }).where("calendar", "=", calendar).where("reference", "=", stored.event.reference).execute();
    if (known.missing + 1 >= FETCHES_UNTIL_GONE && row.places_taken === 0 && row.waiting_count === 0) {
      await callOff(tx, calendar, stored);
      cancelled += 1;
    } else left.push({ id: row.id, title: row.title, startsAt: row.starts_at.getTime() });
  }
  return { cancelled, missing: left };
}

/** A source that breaks off, or that has nothing to come, says nothing of what it lacks. */
const isGood = ({ read }: Applied) => read.isWhole && read.events.some(({ isCancelled }) => !isCancelled);

/** Brings the events of an organisation to what its calendar says. Run it with the calendar locked. */
export async function applyCalendar(tx: Tx, applied: Applied): Promise<CalendarResult> {
  const { calendar, organisation, mapped, now } = applied;
  const known = await readKnown(tx, calendar);
  const tells = new Map(mapped.events.map(({ event }) => [event.reference, event]));
  const stored = await readStoredEvents(tx, { organisation, references: [...new Set([...tells.keys(), ...known.keys()])], lock: true });
  const rows = [...tells.values()].flatMap((event, index) => {
    const row = rowFor(event, stored.get(event.reference), known.get(event.reference), now);
    return row ? [{ line: index, event: row }] : [];
  });
  const written = await writeEventsIn(tx, rows, await newStatusOf(tx, organisation));
  await remember(tx, calendar, [...tells.values()].filter((event) => stored.has(event.reference) || event.status !== "cancelled"));
  // What is there but cannot be taken is not gone.
  const unreadable = new Set(mapped.problems.flatMap(({ uid }) => uid ?? []).map((uid) => referenceStart(calendar, uid)));
  const isUnreadable = (reference: string) => unreadable.has(reference.slice(0, reference.lastIndexOf(":") + 1));
  const gone = [...known].flatMap(([reference, one]) => {
    const event = stored.get(reference);
    return event && !tells.has(reference) && !isUnreadable(reference) ? [{ stored: event, known: one }] : [];
  });
  const settled = isGood(applied) ? await settleMissing(tx, applied, gone) : { cancelled: 0, missing: [] };
  return { added: written.added, changed: written.changed, unchanged: tells.size - written.added - written.changed, problems: mapped.problems, ...settled };
}
