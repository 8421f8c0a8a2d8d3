import type { Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";
import { DocumentReader } from "../search/search-document.ts";
import { searchVocabulary } from "../search/search-vocabulary.ts";
import { readCodePoints } from "./code-points.ts";
import { Directory, type DirectoryParts } from "./directory.ts";
import { toEvent, toOrganisations, toVenues } from "./mapper.ts";
import { readPageTexts } from "./page-texts.ts";
import { PublishedEvent } from "./published-event.ts";
import { readReference, type Reference } from "./reference.ts";
import { readChangeNumber, readChangesAfter, readPublicEvents, readPublicEventsById } from "./repository.ts";
import { toVocabularies } from "./vocabularies.ts";

/** A directory with what is needed to bring it up to date. */
export interface ReadDirectory {
  directory: Directory;
  parts: DirectoryParts;
  reference: Reference;
}

interface Source {
  db: Kysely<Database>;
  baseUrl: string;
  now: number;
}

/** All reads see the database as it was at one change number. */
function atOneMoment<Result>(db: Kysely<Database>, read: (db: Kysely<Database>) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}

export function readDirectory({ db, baseUrl, now }: Source): Promise<ReadDirectory> {
  return atOneMoment(db, async (transaction) => {
    const { number, at } = await readChangeNumber(transaction);
    const reference = await readReference(transaction);
    const vocabularies = toVocabularies(reference);
    const reader = new DocumentReader(searchVocabulary(vocabularies));
    const events: PublishedEvent[] = [];
    for await (const rows of readPublicEvents(transaction)) {
      for (const row of rows) events.push(new PublishedEvent(toEvent(row, reference, baseUrl), reader));
    }
    const parts: DirectoryParts = {
      changeNumber: number,
      changedAt: at?.getTime() ?? 0,
      events,
      reader,
      vocabularies,
      organisations: toOrganisations(reference),
      venues: toVenues(reference),
      codes: await readCodePoints(transaction),
      pages: await readPageTexts(transaction),
    };
    return { directory: new Directory(parts, now), parts, reference };
  });
}

/** The directory with every change since; the same object when there was none. */
export async function followDirectory(last: ReadDirectory, source: Source): Promise<ReadDirectory> {
  const { number } = await readChangeNumber(source.db);
  if (number === last.parts.changeNumber) return last;
  const followed = number > last.parts.changeNumber ? await applyChanges(last, source) : undefined;
  return followed ?? readDirectory(source);
}

/** Undefined when the changes touch more than events, so that all must be read again. */
function applyChanges({ parts, reference }: ReadDirectory, { db, baseUrl, now }: Source): Promise<ReadDirectory | undefined> {
  return atOneMoment(db, async (transaction) => {
    const changes = await readChangesAfter(transaction, parts.changeNumber);
    const last = changes.at(-1);
    if (!last || changes.some(({ kind }) => kind === "reference")) return undefined;
    const ids = [...new Set(changes.flatMap(({ event_id }) => event_id ?? []))];
    const events = new Map(parts.events.map((event) => [event.id, event]));
    for (const id of ids) events.delete(id);
    for (const row of await readPublicEventsById(transaction, ids)) {
      events.set(row.id, new PublishedEvent(toEvent(row, reference, baseUrl), parts.reader));
    }
    const changed = { ...parts, changeNumber: last.number, changedAt: last.at.getTime(), events: [...events.values()] };
    return { directory: new Directory(changed, now), parts: changed, reference };
  });
}
