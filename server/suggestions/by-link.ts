import type { Referrals } from "../referrals/referral.ts";
import { openSuggestion } from "./sealed-suggestion.ts";
import { readSuggestionToken } from "./suggestion-link.ts";
import type { SuggestionDetails, SuggestionRow } from "./suggestion.ts";
import { changeLocked, lockSuggestion } from "./transition.ts";

export interface OpenSuggestion {
  row: SuggestionRow;
  details: SuggestionDetails;
}

/** What a link leads to. Undefined when it is not one of ours, or all was erased. Throws `ReferralsUnavailableError`. */
export async function findByLink({ db, ring }: Referrals, token: string): Promise<OpenSuggestion | undefined> {
  const id = readSuggestionToken(ring, token);
  if (id === undefined) return undefined;
  const row = await db.transaction({}, (tx) => tx.selectFrom("suggestion").selectAll().where("id", "=", id).executeTakeFirst());
  const details = row && openSuggestion(ring, row);
  return details && { row, details };
}

/**
 * The holder of a link shows that the address is theirs, and answers the question that was asked, if there is text. False when it was
 * answered before or needs no answer any more. Throws `ReferralsUnavailableError`.
 */
export async function answerByLink({ db, ring, now }: Referrals, id: string, text: string | undefined): Promise<boolean> {
  return db.transaction({}, async (tx) => {
    const row = await lockSuggestion(tx, id);
    if (!row) return false;
    if (row.confirmed_at === null) await tx.updateTable("suggestion").set({ confirmed_at: new Date(now()) }).where("id", "=", id).execute();
    return text === undefined || changeLocked(tx, { ring, now }, row, { kind: "reply", text });
  });
}
