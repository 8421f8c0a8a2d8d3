import { sql, type Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import { ReferralReceipt } from "../contract/referral.ts";
import { isSame, type KeyRing } from "../sealing/key-ring.ts";
import type { PlaceRequest } from "./referral.ts";

export interface Answer {
  receipt: ReferralReceipt;
  referral: string;
}

interface RequestRow {
  scope: string;
  key: Buffer;
}

export type Claim = { kind: "new"; row: RequestRow } | { kind: "answered"; answer: Answer } | { kind: "key-reused" };

/** JSON with the names in order, so that the order in which a client writes them does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
}

function readAnswer(json: unknown): Answer {
  const { receipt, referral } = json as { receipt: unknown; referral: string };
  return { receipt: ReferralReceipt.parse(receipt), referral };
}

/**
 * Claims an idempotency key (draft-ietf-httpapi-idempotency-key-header). Of several requests with one key the first goes on, and
 * the others wait for it to end; then they get its answer, or go on in its place when it gave none. Key and body are kept as keyed hashes.
 */
export async function claimRequest({ ring }: { ring: KeyRing }, tx: Transaction<Database>, { request, mustConfirm: _, ...body }: PlaceRequest): Promise<Claim> {
  const row = { scope: request.scope, key: ring.mac("request", "key", request.scope, request.key) };
  const fingerprint = ring.mac("request", "body", canonical(body));
  const claimed = await tx
    .insertInto("referral_request")
    .values({ ...row, fingerprint, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("scope")
    .executeTakeFirst();
  if (claimed) return { kind: "new", row };
  const first = await tx.selectFrom("referral_request").select(["fingerprint", "answer"]).where("scope", "=", row.scope).where("key", "=", row.key).executeTakeFirstOrThrow();
  return isSame(first.fingerprint, fingerprint) ? { kind: "answered", answer: readAnswer(first.answer) } : { kind: "key-reused" };
}

/** What was asked for is forgotten with the details. The key stays used: whoever sends it again makes no new referral. */
export async function forgetRequest(tx: Transaction<Database>, referral: string): Promise<void> {
  await tx.updateTable("referral_request").set({ fingerprint: Buffer.alloc(0) }).where(sql`answer ->> 'referral'`, "=", referral).execute();
}

export async function keepAnswer(tx: Transaction<Database>, { scope, key }: RequestRow, answer: Answer): Promise<void> {
  await tx.updateTable("referral_request").set({ answer: JSON.stringify(answer) }).where("scope", "=", scope).where("key", "=", key).execute();
}
