import type pg from "pg";

/** A database on which a referral could be lost, or be seen by the wrong people. */
export class UnfitDatabaseError extends Error {
  override name = "UnfitDatabaseError";
}

interface Facts {
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  secured: boolean;
  owns: boolean;
}

const FACTS = `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
  current_setting('synchronous_commit') as synchronous_commit, row_security_active('referral') as secured,
  pg_has_role(current_user, (select relowner from pg_class where oid = 'referral'::regclass), 'USAGE') as owns`;

/** Why no referrals may be kept through this connection; undefined when they may. It says what to change. */
export async function readUnfitness(client: Pick<pg.ClientBase, "query">): Promise<string | undefined> {
  const { rows } = await client.query<Facts>(FACTS);
  const facts = rows[0]!;
  if (facts.fsync !== "on") return "the database does not write through to disk. Set fsync = on.";
  if (facts.full_page_writes !== "on") return "the database could lose pages in a crash. Set full_page_writes = on.";
  if (facts.synchronous_commit === "off") return "the database answers before it has written. Set synchronous_commit = on.";
  if (facts.owns) return "the user of REFERRALS_DATABASE_URL owns the tables. Use one that is only a member of hwbe_referrals.";
  if (!facts.secured) return "the user of REFERRALS_DATABASE_URL bypasses row security. Use one that is only a member of hwbe_referrals.";
  return undefined;
}
