import { sql, type Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { lockEvent } from "./event-row.ts";
import type { Referrals } from "./referral.ts";
import { LIVE_STATES } from "./repository.ts";

type Tx = Transaction<Database>;

/** What an organiser has written to everyone on an event. */
export interface Notice {
  body: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface NewNotice {
  /** Made with the form, so that sending the form twice writes once. */
  id: string;
  organisation: string;
  event: string;
  /** The id of who writes. */
  staff: string;
  body: string;
}

export const NOTICES_A_DAY = 5;
const DAY_MS = 86_400_000;

/** An address that nobody has confirmed gets none. The mail says only that there is something to read behind the link. */
async function tellEveryone(tx: Tx, { id, organisation, event }: NewNotice): Promise<number> {
  const told = await tx.insertInto("message").columns(["organisation", "event_id", "referral_id", "kind", "recipient", "occasion"])
    .expression((eb) => eb.selectFrom("referral")
      .select(["organisation", "event_id", "id", sql.lit("organiser-wrote").as("kind"), sql.lit("attendee").as("recipient"), sql.val(id).as("occasion")])
      .where("organisation", "=", organisation).where("event_id", "=", event).where("state", "in", LIVE_STATES)
      .where("contact_kind", "=", "email").where("confirm_by", "is", null).where("erased_at", "is", null))
    .returning("id").execute();
  return told.length;
}

async function countToday(tx: Tx, event: string, now: number): Promise<number> {
  const { count } = await tx.selectFrom("event_notice").select(({ fn }) => fn.countAll<string>().as("count"))
    .where("event_id", "=", event).where("at", ">", new Date(now - DAY_MS)).executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Writes to everyone who has a place at an event or waits for one. `sent` counts the e-mails; undefined when this was sent before. Undefined
 * altogether when the organisation has no such event. Throws `ReferralsUnavailableError`.
 */
export async function writeNotice({ db, now: clock }: Referrals, notice: NewNotice): Promise<{ sent: number | undefined } | "too-many" | "over" | undefined> {
  const { id, organisation, event: eventId, staff, body } = notice;
  return db.transaction({}, async (tx) => {
    const event = await lockEvent(tx, eventId);
    if (event?.organisation !== organisation) return undefined;
    const now = clock();
    if (await tx.selectFrom("event_notice").select("id").where("id", "=", id).executeTakeFirst()) return { sent: undefined };
    if (event.ends_at.getTime() <= now) return "over";
    if ((await countToday(tx, eventId, now)) >= NOTICES_A_DAY) return "too-many";
    await tx.insertInto("event_notice").values({ id, event_id: eventId, staff, body, at: new Date(now) }).execute();
    return { sent: await tellEveryone(tx, notice) };
  });
}

/** The newest first. For those who have a place at the event or wait for one, and for the organiser. */
export async function readNotices({ db }: Referrals, event: string): Promise<Notice[]> {
  const rows = await db.transaction({}, (tx) => tx.selectFrom("event_notice").select(["body", "at"]).where("event_id", "=", event).orderBy("at", "desc").limit(20).execute());
  return rows.map(({ body, at }) => ({ body, at: at.getTime() }));
}
