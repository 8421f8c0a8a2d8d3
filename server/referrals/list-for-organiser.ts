import { sql } from "kysely";
import type { ReferralState } from "../contract/referral.ts";
import type { Referrals } from "./referral.ts";

/** A referral in a list: it names nobody, so that lists may be shown without a line in the audit. */
export interface ListedReferral {
  reference: string;
  event: string;
  state: ReferralState;
  isSeen: boolean;
  companion: boolean;
  byProfessional: boolean;
  /** Times in milliseconds since 1970. */
  madeAt: number;
  changedAt: number;
}

export interface ListAsked {
  organisation: string;
  states: readonly ReferralState[];
  /** Those of one event; left out: of all that are not over. */
  event?: string;
  onlyUnseen?: boolean;
  limit: number;
  offset?: number;
}

/** By event, the soonest first, and those that nobody has opened before the others. Throws `ReferralsUnavailableError`. */
export async function listForOrganiser({ db, now }: Referrals, asked: ListAsked): Promise<ListedReferral[]> {
  const { organisation, states, event, onlyUnseen = false, limit, offset = 0 } = asked;
  return db.transaction({ organisation }, async (tx) => {
    let rows = tx.selectFrom("referral").innerJoin("event", "event.id", "referral.event_id")
      .select(["reference", "event_id", "state", "seen_at", "party_size", "booked_by", "created_at", "state_at"])
      .where("referral.organisation", "=", organisation).where("state", "in", states);
    rows = event === undefined ? rows.where("event.ends_at", ">", new Date(now())) : rows.where("event_id", "=", event);
    if (onlyUnseen) rows = rows.where("seen_at", "is", null);
    const found = await rows.orderBy("event.starts_at").orderBy("event.id").orderBy(sql`seen_at is not null`).orderBy("created_at").orderBy("referral.id")
      .limit(limit).offset(offset).execute();
    return found.map((row) => ({
      reference: row.reference, event: row.event_id, state: row.state, isSeen: row.seen_at !== null, companion: row.party_size > 1,
      byProfessional: row.booked_by === "professional", madeAt: row.created_at.getTime(), changedAt: row.state_at.getTime(),
    }));
  });
}

export interface EventCounts {
  /** Those that hold a place or wait for one. */
  live: number;
  /** Those of them that nobody has opened yet. */
  unseen: number;
}

/** How many referrals stand for each of these events. */
export async function countByEvent({ db }: Referrals, organisation: string, events: readonly string[]): Promise<Map<string, EventCounts>> {
  if (events.length === 0) return new Map();
  const rows = await db.transaction({ organisation }, (tx) => tx.selectFrom("referral")
    .select(["event_id", ({ fn }) => fn.countAll<string>().as("live"), ({ fn }) => fn.countAll<string>().filterWhere("seen_at", "is", null).as("unseen")])
    .where("event_id", "in", events).where("state", "in", ["received", "waiting", "confirmed"]).groupBy("event_id").execute());
  return new Map(rows.map(({ event_id, live, unseen }) => [event_id, { live: Number(live), unseen: Number(unseen) }]));
}
