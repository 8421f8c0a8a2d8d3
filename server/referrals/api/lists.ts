import { londonIso } from "../../wording/london-time.ts";
import type { ReferralStatus } from "../../contract/referral.ts";
import type { ReferralList, ReferralListQuery, UndeliveredMessage } from "../../contract/referral-api.ts";
import { toStatus } from "./api-answers.ts";
import type { Referrals } from "../referral.ts";
import { findReferral, viewOf } from "../repository.ts";

const PAGE = 50;

/** An organisation's referrals, without anything about the people. Undefined when `before` is none of theirs. */
export async function listReferrals({ db }: Referrals, organisation: string, query: ReferralListQuery): Promise<ReferralList | undefined> {
  const { event, state, before } = query;
  return db.transaction({ organisation }, async (tx) => {
    let rows = tx.selectFrom("referral").selectAll().where("organisation", "=", organisation);
    if (event !== undefined) rows = rows.where("event_id", "=", event);
    if (state !== undefined) rows = rows.where("state", "=", state);
    if (before !== undefined) {
      const last = await findReferral(tx, { reference: before });
      if (!last) return undefined;
      rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple("created_at", "id"), "<", tuple(last.created_at, last.id)));
    }
    const found = await rows.orderBy("created_at", "desc").orderBy("id", "desc").limit(PAGE + 1).execute();
    const referrals: ReferralStatus[] = [];
    for (const row of found.slice(0, PAGE)) referrals.push(toStatus(await viewOf(tx, row)));
    return { referrals, next: found.length > PAGE ? (referrals.at(-1)?.reference ?? null) : null };
  });
}

/** The newest messages that reached nobody, so that the organiser can ring. */
export async function listUndelivered({ db }: Referrals, organisation: string): Promise<UndeliveredMessage[]> {
  return db.transaction({ organisation }, async (tx) => {
    const rows = await tx
      .selectFrom("message")
      .leftJoin("referral", "referral.id", "message.referral_id")
      .select(["referral.reference", "message.event_id", "message.kind", "message.recipient", "message.failure", "message.failed_at"])
      .where("message.organisation", "=", organisation)
      .where("message.suggestion_id", "is", null)
      .where("message.failed_at", "is not", null)
      .where("message.failure", "is distinct from", "not-needed")
      .orderBy("message.failed_at", "desc")
      .limit(PAGE)
      .$narrowType<{ event_id: string; recipient: UndeliveredMessage["recipient"] }>()
      .execute();
    return rows.map(({ reference, event_id, kind, recipient, failure, failed_at }) => ({
      reference, event: event_id, kind, recipient, why: failure ?? "unknown", since: londonIso(failed_at!.getTime()),
    }));
  });
}
