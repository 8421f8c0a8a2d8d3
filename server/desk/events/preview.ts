import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../../db/schema.ts";
import type { Event } from "../../contract/event.ts";
import { toEvent } from "../../events/mapper.ts";
import { readReference } from "../../events/reference.ts";
import { readPublicEventsById } from "../../events/repository.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import type { EventForm } from "./form/event-content.ts";
import { publishIn } from "./publish.ts";
import { EventNotWrittenError } from "./write-event.ts";

class Undo extends Error {
  readonly event: Event;

  constructor(event: Event) {
    super("A preview is not kept");
    this.event = event;
  }
}

async function undone(db: Kysely<Database>, baseUrl: string, write: (tx: Transaction<Database>) => Promise<string>): Promise<Event> {
  try {
    return await db.transaction().execute(async (tx) => {
      const id = await write(tx);
      await tx.updateTable("event").set({ status: "published" }).where("id", "=", id).execute();
      const [row] = await readPublicEventsById(tx, [id]);
      throw new Undo(toEvent(row!, await readReference(tx), baseUrl));
    });
  } catch (error) {
    if (error instanceof Undo) return error.event;
    throw error;
  }
}

/** The event as the feed would carry it: it is published, read as all others are, and undone. */
export async function previewEvent(db: Kysely<Database>, { organisation, form, baseUrl, now }: { organisation: string; form: EventForm; baseUrl: string; now: number }): Promise<{ value: Event } | { errors: readonly FieldError[] }> {
  try {
    return { value: await undone(db, baseUrl, async (tx) => (await publishIn(tx, { organisation, form: { ...form, dates: [] }, id: randomUUID(), now })).id) };
  } catch (error) {
    if (error instanceof EventNotWrittenError) return { errors: error.errors };
    throw error;
  }
}

/** An event that is not public yet, as the feed would carry it. */
export const previewStored = (db: Kysely<Database>, id: string, baseUrl: string): Promise<Event> => undone(db, baseUrl, () => Promise.resolve(id));
