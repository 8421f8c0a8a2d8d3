import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { Event } from "../contract/event.ts";
import { Organisation } from "../contract/organisation.ts";
import { Venue } from "../contract/venue.ts";
import { Vocabularies } from "../contract/vocabulary.ts";
import { DocumentReader } from "../search/search-document.ts";
import { searchVocabulary } from "../search/search-vocabulary.ts";
import { CodePoints } from "./code-points.ts";
import type { DirectoryParts } from "./directory.ts";
import { PageTexts } from "./page-texts.ts";
import { PublishedEvent } from "./published-event.ts";

const Copy = z.object({
  savedAt: z.number(),
  changeNumber: z.number(),
  changedAt: z.number(),
  vocabularies: Vocabularies,
  organisations: z.array(Organisation.omit({ upcomingEvents: true })),
  venues: z.array(Venue),
  codes: z.array(z.object({ code: z.string(), latitude: z.number(), longitude: z.number() })),
  /** Copies that were made by the service as it was before have none. */
  pages: PageTexts.default({ sections: [], signposts: [] }),
  events: z.array(Event),
});

function* copyText({ events, changeNumber, changedAt, vocabularies, organisations, venues, codes, pages }: DirectoryParts, savedAt: number) {
  const head = JSON.stringify({ savedAt, changeNumber, changedAt, vocabularies, organisations, venues, codes: codes.outward, pages });
  yield `${head.slice(0, -1)},"events":[`;
  for (const [index, { json }] of events.entries()) yield `${index ? "," : ""}\n${json.toString()}`;
  yield "\n]}\n";
}

/** Writes the published directory beside its last copy, then puts it in that one's place, so that a crash leaves one whole. */
export async function saveCopy(file: string, parts: DirectoryParts, savedAt: number): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Several services may share the folder.
  const aside = `${file}.${process.pid}.new`;
  await writeFile(aside, copyText(parts, savedAt));
  await rename(aside, file);
}

/** Reads the copy; undefined when there is none. Throws when it cannot be understood. */
export async function readCopy(file: string): Promise<{ parts: DirectoryParts; savedAt: number } | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const { savedAt, events, ...parts } = Copy.parse(JSON.parse(text));
  const reader = new DocumentReader(searchVocabulary(parts.vocabularies));
  return { parts: { ...parts, codes: new CodePoints(parts.codes), reader, events: events.map((event) => new PublishedEvent(event, reader)) }, savedAt };
}
