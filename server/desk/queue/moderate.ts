import { sql, type Kysely, type Transaction } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { londonDate } from "../../wording/london-time.ts";
import type { CoordinatorVisit } from "../visit.ts";
import { isOfAlliance } from "./read-queue.ts";

/** An event that waits, or waited, for an alliance. */
export interface ModeratedEvent {
  id: string;
  organisation: string;
  organiser: string;
  series: string | null;
  isWaiting: boolean;
}

/** Undefined when there is none, or it is another alliance's. */
export async function findModerated(db: Kysely<Database>, id: string, visit: CoordinatorVisit): Promise<ModeratedEvent | undefined> {
  const row = await db.selectFrom("event").innerJoin("organisation", "organisation.slug", "event.organisation")
    .select(["event.id", "event.organisation", "organisation.name as organiser", "event.series", "event.status"])
    .where("event.id", "=", id).where(isOfAlliance("organisation.alliance", visit)).executeTakeFirst();
  return row && { ...row, isWaiting: row.status === "awaiting-moderation" };
}

/** Those of its series that wait with it, in one order, locked; with none, somebody was faster. */
async function lockWaiting(tx: Transaction<Database>, { id, organisation, series }: ModeratedEvent): Promise<string[]> {
  const rows = await tx.selectFrom("event").select("id").where("status", "=", "awaiting-moderation").where("organisation", "=", organisation)
    .where(({ eb, or }) => or([eb("id", "=", id), ...(series === null ? [] : [eb("series", "=", series)])])).orderBy("id").forUpdate().execute();
  return rows.map((row) => row.id);
}

export type Moderation = { kind: "approve" } | { kind: "send-back"; note: string };

/**
 * Publishes an event, with those of its series that wait too, or sends it back to its organiser, who is told by e-mail. Gives how many, 0 when it
 * was done before.
 */
export function moderate(db: Kysely<Database>, event: ModeratedEvent, what: Moderation, now: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const ids = await lockWaiting(tx, event);
    if (ids.length === 0) return 0;
    const set = what.kind === "approve"
      ? { status: "published" as const, moderation_note: null, last_confirmed: londonDate(now) }
      : { status: "draft" as const, moderation_note: what.note };
    await tx.updateTable("event").set(set).where("id", "=", sql<string>`any(${ids}::uuid[])`).execute();
    await tx.insertInto("message").values({
      organisation: event.organisation, event_id: event.id, kind: what.kind === "approve" ? "event-approved" : "event-sent-back", recipient: "organiser",
      occasion: String(now), referral_id: null, sent_at: null, failed_at: null, failure: null,
    }).onConflict((conflict) => conflict.doNothing()).execute();
    return ids.length;
  });
}
