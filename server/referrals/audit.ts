import { sql, type Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";

export const AUDIT_ACTIONS = [
  "create", "view", "list", "export", "change", "cancel", "confirm", "decline", "promote", "move", "attended", "did-not-attend", "confirm-address",
  "prove-address", "lapse", "erase", "send-link",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did it: a form, the holder of a link, a key of the API, somebody at the desk, the service by itself, or a command. */
export type Actor = "form" | `link:${"attendee" | "referrer" | "confirm-address" | "prove-address"}` | `api:${string}` | `staff:${string}` | "service" | "command";

export interface AuditEntry {
  organisation: string;
  actor: Actor;
  action: AuditAction;
  referral: string;
}

/**
 * Adds lines to an organisation's audit. Whoever adds the next line of the same organisation waits until the transaction ends:
 * let this be the last thing that it does.
 */
export async function appendAudit(tx: Transaction<Database>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const column = (name: keyof AuditEntry) => entries.map((entry) => entry[name]);
  await sql`select append_audit(organisation, actor, action, referral)
    from unnest(${column("organisation")}::text[], ${column("actor")}::text[], ${column("action")}::text[], ${column("referral")}::uuid[])
      as entry (organisation, actor, action, referral)`.execute(tx);
}
