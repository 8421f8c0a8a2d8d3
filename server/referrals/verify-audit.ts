import { sql, type Kysely } from "kysely";
import type { Database } from "../../db/schema.ts";

/** One organisation's audit: its length, its last hash, and where it is broken first. */
export interface AuditReport {
  organisation: string;
  lines: number;
  /** Hexadecimal. Kept elsewhere, it shows later that nothing up to here was changed or cut off. */
  head: string;
  /** The number of the first line that is not as it was written, or missing. */
  brokenAt: number | null;
}

/** Computes every hash again. Runs as the owner of the tables: the role that takes referrals cannot read the audit. */
export async function verifyAudit(db: Kysely<Database>): Promise<AuditReport[]> {
  const { rows } = await sql<AuditReport>`
    with chained as (
      select audit.organisation, audit.number, audit.hash,
        audit.number = row_number() over line and audit.hash = audit_hash(coalesce(lag(audit.hash) over line, sha256('')), audit) as whole
      from audit window line as (partition by audit.organisation order by audit.number)
    ), counted as (
      select organisation, count(*)::int as lines, min(number) filter (where not whole) as broken,
        (array_agg(hash order by number desc))[1] as last
      from chained group by organisation
    )
    select head.organisation, coalesce(lines, 0) as lines, encode(head.hash, 'hex') as head,
      case when broken is not null then broken when coalesce(lines, 0) <> head.number or last is distinct from head.hash and head.number > 0
        then coalesce(lines, 0) + 1 end as "brokenAt"
    from audit_head as head left join counted on counted.organisation = head.organisation
    union all
    select counted.organisation, lines, encode(last, 'hex'), 1 from counted
    where not exists (select from audit_head as head where head.organisation = counted.organisation)
    order by 1`.execute(db);
  return rows;
}
