import { sql, type Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { openSuggestion } from "../../suggestions/sealed-suggestion.ts";
import type { SuggestionRow } from "../../suggestions/suggestion.ts";
import type { KeyRing } from "../../sealing/key-ring.ts";
import type { CoordinatorVisit } from "../visit.ts";

/** The parts of the queue: what waits for the alliance, by what it is, and what waits for others. */
export const QUEUE_PARTS = ["all", "suggestions", "questions", "events", "others"] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];

/** One thing that waits. `dates`: of how many dates an event is. Times are in milliseconds. */
export interface QueueEntry {
  href: string;
  part: Exclude<QueuePart, "all" | "others">;
  kind: SuggestionRow["kind"] | "awaiting";
  state: SuggestionRow["state"];
  title: string;
  since: number;
  isUnconfirmed: boolean;
  dates: number;
}

const MOST = 500;
const TITLE_LENGTH = 80;

type Alliance = Pick<CoordinatorVisit, "alliance">;

/** What an alliance looks after: its own, and what is of no alliance that is known. An administrator looks after all. */
export const isOfAlliance = (column: "suggestion.alliance" | "organisation.alliance", { alliance }: Alliance) =>
  alliance === undefined ? sql<boolean>`true` : sql<boolean>`(${sql.ref(column)} = ${alliance} or ${sql.ref(column)} is null)`;

function short(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, " "));
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join("").trimEnd()}…` : letters.join("");
}

async function readSuggestions(db: Kysely<Database>, ring: KeyRing, visit: Alliance): Promise<QueueEntry[]> {
  const rows = await db.selectFrom("suggestion").selectAll().where("state", "<>", "closed").where(isOfAlliance("suggestion.alliance", visit))
    .orderBy("created_at").orderBy("id").limit(MOST).execute();
  return rows.map((row) => ({
    href: `/desk/queue/${row.id}`,
    part: row.kind === "event" ? "suggestions" : "questions",
    kind: row.kind,
    state: row.state,
    title: short(openSuggestion(ring, row)?.what ?? row.reference),
    since: row.created_at.getTime(),
    isUnconfirmed: row.has_email && row.confirmed_at === null,
    dates: 1,
  }));
}

/** Events that wait for approval; those of a series are one entry. */
async function readAwaiting(db: Kysely<Database>, visit: Alliance): Promise<QueueEntry[]> {
  const rows = await db.selectFrom("event").innerJoin("organisation", "organisation.slug", "event.organisation")
    .select(({ fn }) => [
      sql<string>`(array_agg(event.id order by event.starts_at, event.id))[1]`.as("id"),
      fn.min("event.title").as("title"), fn.min("event.revised_at").as("since"), fn.countAll<number>().as("dates"),
    ])
    .where("event.status", "=", "awaiting-moderation").where(isOfAlliance("organisation.alliance", visit))
    .groupBy(sql`coalesce(event.series, event.id::text)`).orderBy("since").limit(MOST).execute();
  return rows.map(({ id, title, since, dates }) => ({
    href: `/desk/queue/events/${id}`, part: "events", kind: "awaiting", state: "open", title: short(title), since: since.getTime(), isUnconfirmed: false, dates: Number(dates),
  }));
}

/** All that waits, oldest first. */
export async function readQueue(db: Kysely<Database>, ring: KeyRing, visit: Alliance): Promise<QueueEntry[]> {
  const entries = [...(await readSuggestions(db, ring, visit)), ...(await readAwaiting(db, visit))];
  return entries.sort((a, b) => a.since - b.since);
}

export function isInPart({ part, state }: QueueEntry, shown: QueuePart): boolean {
  if (shown === "others") return state !== "open";
  return state === "open" && (shown === "all" || part === shown);
}
