import type { Transaction } from "kysely";
import type { Database, MessageTable } from "../../db/schema.ts";
import type { SuggestionAction } from "./transition.ts";
import type { SuggestionRow } from "./suggestion.ts";

type Tx = Transaction<Database>;

interface NewLetter {
  suggestion: string;
  kind: MessageTable["kind"];
  /** Undefined: to who told us. */
  organisation?: string | undefined;
  /** The same letter of the same occasion is sent once. */
  occasion?: string;
}

/** Puts a message into the queue, in the transaction that gives the reason for it. */
export async function queueLetter(tx: Tx, { suggestion, kind, organisation, occasion = "" }: NewLetter): Promise<void> {
  await tx.insertInto("message").values({
    suggestion_id: suggestion, kind, occasion, recipient: organisation === undefined ? "suggester" : "organiser", organisation: organisation ?? null,
    event_id: null, referral_id: null, sent_at: null, failed_at: null, failure: null,
  }).onConflict((conflict) => conflict.doNothing()).execute();
}

function letterToPublic(action: SuggestionAction): MessageTable["kind"] | undefined {
  if (action.kind === "ask") return "suggestion-question";
  if (action.kind === "answer") return "suggestion-answer";
  if (action.kind === "refuse" && action.reason === "spam") return undefined;
  return action.kind === "publish" || action.kind === "merge" || action.kind === "refuse" ? "suggestion-closed" : undefined;
}

/** Tells those whom an action concerns: who told us, where an e-mail can reach them, and the organiser that is to see to it. */
export async function tellOf(tx: Tx, { id, has_email }: SuggestionRow, action: SuggestionAction, now: number): Promise<void> {
  const occasion = String(now);
  const kind = letterToPublic(action);
  if (kind !== undefined && has_email) await queueLetter(tx, { suggestion: id, kind, occasion });
  if (action.kind === "publish") await queueLetter(tx, { suggestion: id, kind: "suggested-event", organisation: action.organisation, occasion });
  if (action.kind === "pass") await queueLetter(tx, { suggestion: id, kind: "passed-question", organisation: action.organisation, occasion });
}
