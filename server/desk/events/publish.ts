import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../../db/schema.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { shortHash, slugWords } from "../../imports/slug.ts";
import type { EventForm } from "./form/event-content.ts";
import { movedDate, timesOn } from "./form/recurrence.ts";
import { lockEvents, type OwnEvent } from "./event-rows.ts";
import { addEvent, addVenue, changeEvent, EventNotWrittenError, lockSlugs, writeOrRefuse } from "./write-event.ts";

export interface Published {
  /** Of the first. */
  id: string;
  slug: string;
  count: number;
  /** False: an alliance looks at it first. */
  isPublic: boolean;
}

interface Publishing {
  organisation: string;
  form: EventForm;
  /** Made with the form: who sends it twice publishes once. */
  id: string;
  /** Milliseconds since 1970. */
  now: number;
}

async function withVenue(tx: Transaction<Database>, { content, newVenue }: EventForm): Promise<EventForm["content"]> {
  return newVenue ? { ...content, venue: await addVenue(tx, newVenue) } : content;
}

async function addSeries(tx: Transaction<Database>, organisation: string, title: string, id: string): Promise<string> {
  const slug = `${slugWords(title) || "series"}-${shortHash(organisation, id)}`;
  await tx.insertInto("series").values({ slug, title, organisation }).execute();
  return slug;
}

async function isTrusted(tx: Transaction<Database>, organisation: string): Promise<boolean> {
  const { trusted } = await tx.selectFrom("organisation").select("trusted").where("slug", "=", organisation).executeTakeFirstOrThrow();
  return trusted;
}

async function findPublished(tx: Transaction<Database>, { organisation, form, id }: Publishing): Promise<Published | undefined> {
  const row = await tx.selectFrom("event").select(["slug", "status", "organisation"]).where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  if (row.organisation !== organisation) throw new EventNotWrittenError([{ field: "title", message: "Open the form again, and fill it in anew" }]);
  return { id, slug: row.slug, count: form.dates.length + 1, isPublic: row.status !== "awaiting-moderation" };
}

/** Publishes an event, or one for each of its days as a series, in the transaction. */
export async function publishIn(tx: Transaction<Database>, publishing: Publishing): Promise<Published> {
  const { organisation, form, id, now } = publishing;
  await lockSlugs(tx);
  const published = await findPublished(tx, publishing);
  if (published) return published;
  const content = await withVenue(tx, form);
  const isPublic = await isTrusted(tx, organisation);
  const series = form.dates.length > 0 ? await addSeries(tx, organisation, content.title, id) : null;
  const event = { organisation, content, now, series, status: isPublic ? "published" : "awaiting-moderation" } as const;
  const slug = await addEvent(tx, { ...event, id, times: form.times });
  for (const date of form.dates) await addEvent(tx, { ...event, id: randomUUID(), times: timesOn(form.times, date) });
  return { id, slug, count: form.dates.length + 1, isPublic };
}

export function publish(db: Kysely<Database>, publishing: Publishing): Promise<{ value: Published } | { errors: readonly FieldError[] }> {
  return writeOrRefuse(db, (tx) => publishIn(tx, publishing));
}

/** An event that was sent back, or made from a suggestion, is published once its organiser has seen to it. */
async function putForward(tx: Transaction<Database>, organisation: string, id: string): Promise<void> {
  const status = (await isTrusted(tx, organisation)) ? "published" : "awaiting-moderation";
  await tx.updateTable("event").set({ status }).where("id", "=", id).execute();
}

export const SCOPES = ["one", "later", "all"] as const;
export type SeriesScope = (typeof SCOPES)[number];

interface Changing extends Omit<Publishing, "id"> {
  before: OwnEvent;
  scope: SeriesScope;
  /** The revision that the form was made from. */
  revision: number;
}

function lockTargets(tx: Transaction<Database>, { before: { row }, scope, now }: Changing) {
  return lockEvents(tx, { id: row.id, organisation: row.organisation, series: scope === "one" ? null : row.series, from: scope === "later" ? row.starts_at : new Date(now) });
}

/** Changes one event, or this and later ones of its series, or all that are to come. Each keeps its own places and people. */
export function change(db: Kysely<Database>, changing: Changing): Promise<{ value: number } | { errors: readonly FieldError[] }> {
  const { organisation, form, before, now, revision } = changing;
  return writeOrRefuse(db, async (tx) => {
    const targets = await lockTargets(tx, changing);
    const current = targets.find(({ id }) => id === before.row.id);
    if (current?.revision !== revision) throw new EventNotWrittenError([{ field: "title", message: "Somebody else has changed this event: open it again to see how it is now" }]);
    const content = await withVenue(tx, form);
    if (current.status === "draft") await putForward(tx, organisation, current.id);
    for (const target of targets) {
      const date = movedDate(target.starts_at.getTime(), before.times.startsAt, form.times.startsAt);
      await changeEvent(tx, target, { organisation, content, now, times: target.id === before.row.id ? form.times : timesOn(form.times, date) });
    }
    return targets.length;
  });
}
