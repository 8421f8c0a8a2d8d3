import { sql, type Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { ReferralDetails, ReferralState } from "../contract/referral.ts";
import { appendAudit, type Actor, type AuditAction } from "./audit.ts";
import { openRow } from "./open-row.ts";
import type { Referrals, ReferralView } from "./referral.ts";
import { toView } from "./repository.ts";

/** Somebody on the register of an event. */
export interface RegisterEntry {
  view: ReferralView;
  /** Undefined when they are erased. */
  details: ReferralDetails | undefined;
  /** The organiser has said yes. */
  isApproved: boolean;
  /** An e-mail to the person did not arrive, or they have no address: somebody has to ring. */
  isToRing: boolean;
}

export interface RegisterAsked {
  organisation: string;
  event: string;
  states: readonly ReferralState[];
  actor: Actor;
  action: Extract<AuditAction, "list" | "export">;
  /** Only those whom no e-mail reaches. */
  onlyToRing?: boolean;
  /** Left out: all of them. */
  limit?: number;
  offset?: number;
}

/** What failed to reach the person. What was no longer needed when its turn came was no failure. */
const UNDELIVERED = sql<boolean>`exists (select from message where message.referral_id = referral.id and message.recipient = 'attendee'
  and message.failed_at is not null and message.failure is distinct from 'not-needed')`;

function selectEntries(tx: Transaction<Database>, { event, states, onlyToRing = false, limit, offset = 0 }: RegisterAsked) {
  let rows = tx.selectFrom("referral").selectAll()
    .select([sql<string | null>`case when state = 'waiting' then row_number() over (partition by state order by queue_number) end`.as("position"), UNDELIVERED.as("undelivered")])
    .where("event_id", "=", event).where("state", "in", states)
    .orderBy(sql`array_position(${[...states]}::text[], state)`).orderBy("queue_number").orderBy("created_at").orderBy("id").offset(offset);
  if (onlyToRing) rows = rows.where((eb) => eb.or([eb("contact_kind", "<>", "email"), UNDELIVERED]));
  return (limit === undefined ? rows : rows.limit(limit)).execute();
}

/**
 * Who comes to an event and who waits, with their names: in the order of the states that are asked for, those who wait as they stand in line.
 * Each one who is shown stands in the audit. Empty when the event is another organisation's. Throws `ReferralsUnavailableError`.
 */
export async function readRegister(referrals: Referrals, asked: RegisterAsked): Promise<RegisterEntry[]> {
  const { organisation, actor, action } = asked;
  return referrals.db.transaction({ organisation }, async (tx) => {
    const rows = await selectEntries(tx, asked);
    const entries = rows.map((row): RegisterEntry => ({
      view: toView(row, row.position === null ? null : Number(row.position)),
      details: openRow(referrals, row),
      isApproved: row.approved_at !== null,
      isToRing: row.contact_kind !== "email" || row.undelivered,
    }));
    await appendAudit(tx, rows.filter(({ sealed }) => sealed !== null).map(({ id }) => ({ organisation, actor, action, referral: id })));
    return entries;
  });
}

export interface Undelivered {
  recipient: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** E-mails about one referral that reached nobody, the newest first. */
export async function undeliveredOf({ db }: Referrals, organisation: string, referral: string): Promise<Undelivered[]> {
  const rows = await db.transaction({ organisation }, (tx) => tx.selectFrom("message").select(["recipient", "failed_at"])
    .where("organisation", "=", organisation).where("referral_id", "=", referral)
    .where("failed_at", "is not", null).where("failure", "is distinct from", "not-needed").orderBy("failed_at", "desc").limit(20).execute());
  return rows.flatMap(({ recipient, failed_at }) => (failed_at === null ? [] : [{ recipient, at: failed_at.getTime() }]));
}
