import { londonIso } from "../wording/london-time.ts";
import type { ReferralState, ReferralStatus } from "../contract/referral.ts";
import { toStatus } from "./api-answers.ts";
import type { Referrals } from "./referral.ts";
import { findReferral, viewOf } from "./repository.ts";

const PAGE = 50;

export interface ReferralFilter {
  event?: string | undefined;
  state?: ReferralState | undefined;
  /** The reference of the last one of the page before. */
  before?: string | undefined;
}

/** An organisation's referrals, newest first, without anything about the people. */
export async function listReferrals({ db }: Referrals, organisation: string, { event, state, before }: ReferralFilter): Promise<ReferralStatus[]> {
  return db.transaction({ organisation }, async (tx) => {
    let rows = tx.selectFrom("referral").selectAll().where("organisation", "=", organisation);
    if (event !== undefined) rows = rows.where("event_id", "=", event);
    if (state !== undefined) rows = rows.where("state", "=", state);
    const last = before === undefined ? undefined : await findReferral(tx, { reference: before });
    if (last) rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple("created_at", "id"), "<", tuple(last.created_at, last.id)));
    const page = await rows.orderBy("created_at", "desc").orderBy("id", "desc").limit(PAGE).execute();
    const statuses: ReferralStatus[] = [];
    for (const row of page) statuses.push(toStatus(await viewOf(tx, row)));
    return statuses;
  });
}

export interface UndeliveredMessage {
  reference: string | null;
  event: string;
  kind: string;
  recipient: string;
  /** A code: an SMTP status, or `no-address` where the person is to be rung or texted. */
  why: string;
  since: string;
}

/** Messages that reached nobody, newest first, so that the organiser can ring. */
export async function listUndelivered({ db }: Referrals, organisation: string): Promise<UndeliveredMessage[]> {
  return db.transaction({ organisation }, async (tx) => {
    const rows = await tx
      .selectFrom("message")
      .leftJoin("referral", "referral.id", "message.referral_id")
      .select(["referral.reference", "message.event_id", "message.kind", "message.recipient", "message.failure", "message.failed_at"])
      .where("message.organisation", "=", organisation)
      .where("message.failed_at", "is not", null)
      .where("message.failure", "<>", "not-needed")
      .orderBy("message.failed_at", "desc")
      .limit(PAGE)
      .execute();
    return rows.map(({ reference, event_id, kind, recipient, failure, failed_at }) => ({
      reference, event: event_id, kind, recipient, why: failure ?? "unknown", since: londonIso(failed_at!.getTime()),
    }));
  });
}
