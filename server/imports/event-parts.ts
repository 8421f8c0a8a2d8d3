import { sql, type Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { ImportedEvent } from "./imported-event.ts";

/** An event of the database, and what a row says of it. */
export interface Target {
  id: string;
  event: ImportedEvent;
}

const LINKS = [
  { table: "event_partner", column: "organisation", of: (event: ImportedEvent) => event.partners },
  { table: "event_topic", column: "topic", of: (event: ImportedEvent) => event.topics },
  { table: "event_tumour_group", column: "tumour_group", of: (event: ImportedEvent) => event.tumourGroups },
  { table: "event_stage", column: "stage", of: (event: ImportedEvent) => event.stages },
  { table: "event_language", column: "language", of: (event: ImportedEvent) => event.languages },
] as const;

interface Pair {
  event_id: string;
  value: string;
}

const key = ({ event_id, value }: Pair) => `${event_id} ${value}`;
const columns = (pairs: readonly Pair[]) => sql`unnest(${pairs.map(({ event_id }) => event_id)}::uuid[], ${pairs.map(({ value }) => value)}::text[])`;

/** No statement runs where nothing differs: each would count as a change. Gives the ids of the events that it changed. */
async function writeLinks(db: Kysely<Database>, targets: readonly Target[], { table, column, of }: (typeof LINKS)[number]): Promise<string[]> {
  const ids = targets.map(({ id }) => id);
  const [into, name] = [sql.table(table), sql.ref(column)];
  const { rows: before } = await sql<Pair>`select event_id, ${name} as value from ${into} where event_id = any(${ids}::uuid[])`.execute(db);
  const after = targets.flatMap(({ id, event }) => of(event).map((value) => ({ event_id: id, value })));
  const [had, wanted] = [new Set(before.map(key)), new Set(after.map(key))];
  const removed = before.filter((pair) => !wanted.has(key(pair)));
  const added = after.filter((pair) => !had.has(key(pair)));
  if (removed.length > 0) await sql`delete from ${into} where (event_id, ${name}) in (select * from ${columns(removed)})`.execute(db);
  if (added.length > 0) await sql`insert into ${into} (event_id, ${name}) select * from ${columns(added)}`.execute(db);
  return [...removed, ...added].map(({ event_id }) => event_id);
}

/** Sessions are told apart by their position, so that an edited one keeps its id. */
async function writeSessions(db: Kysely<Database>, { id, event }: Target, stored: readonly StoredSession[]): Promise<boolean> {
  let changed = false;
  for (const [index, { title, startsAt, endsAt, alone }] of event.sessions.entries()) {
    const position = index + 1;
    const values = { title, starts_at: new Date(startsAt), ends_at: new Date(endsAt), alone };
    const before = stored.find((session) => session.position === position);
    if (!before) await db.insertInto("session").values({ event_id: id, position, ...values }).execute();
    else if (before.title === title && +before.starts_at === startsAt && +before.ends_at === endsAt && before.alone === alone) continue;
    else await db.updateTable("session").set(values).where("id", "=", before.id).execute();
    changed = true;
  }
  const surplus = stored.filter(({ position }) => position > event.sessions.length).map((session) => session.id);
  if (surplus.length > 0) await db.deleteFrom("session").where("id", "in", surplus).execute();
  return changed || surplus.length > 0;
}

interface StoredSession {
  id: string;
  event_id: string;
  position: number;
  title: string;
  starts_at: Date;
  ends_at: Date;
  alone: boolean;
}

/** Brings sessions, partners, topics, cancer types, stages and languages to what the rows say. Gives the ids of the events that it changed. */
export async function writeParts(db: Kysely<Database>, targets: readonly Target[]): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const link of LINKS) for (const id of await writeLinks(db, targets, link)) changed.add(id);
  const stored = await db.selectFrom("session").selectAll()
    .where("event_id", "=", sql<string>`any(${targets.map(({ id }) => id)}::uuid[])`).execute();
  const ofEvent = Map.groupBy(stored, ({ event_id }) => event_id);
  for (const target of targets) {
    if (await writeSessions(db, target, ofEvent.get(target.id) ?? [])) changed.add(target.id);
  }
  return changed;
}
