import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../../db/schema.ts";
import { tellOf } from "../../suggestions/messages.ts";
import { openSuggestion } from "../../suggestions/sealed-suggestion.ts";
import type { SuggestionDetails } from "../../suggestions/suggestion.ts";
import { changeLocked, lockSuggestion, mayFollow, type SuggestionAction } from "../../suggestions/transition.ts";
import { addDraft } from "../events/event-drafts.ts";
import { findLastEvent } from "../events/event-rows.ts";
import type { DeskDependencies } from "../routes.ts";
import { draftForm } from "./draft-of-suggestion.ts";
import type { Decision } from "./queue-action.ts";

async function addDraftOf(tx: Transaction<Database>, organisation: string, details: SuggestionDetails): Promise<string> {
  const last = await findLastEvent(tx, organisation);
  return addDraft(tx, organisation, draftForm(details, last?.content));
}

async function toAction(tx: Transaction<Database>, decision: Decision, details: SuggestionDetails): Promise<SuggestionAction> {
  return decision.kind === "publish" ? { ...decision, draft: await addDraftOf(tx, decision.organisation, details) } : decision;
}

interface Deciding {
  db: Kysely<Database>;
  referrals: DeskDependencies["referrals"];
}

/**
 * Does what was decided on, and puts the e-mails about it into the queue, in one transaction under a lock on the row. False when somebody was
 * faster: then nothing is changed. `organisation`: only while it is with that organiser.
 */
export async function decide(desk: Deciding, id: string, decision: Decision, organisation?: string): Promise<boolean> {
  const { db, referrals: { ring, now } } = desk;
  return db.transaction().execute(async (tx) => {
    const row = await lockSuggestion(tx, id);
    const details = row && openSuggestion(ring, row);
    if (!details || !mayFollow(decision.kind, row.state)) return false;
    if (organisation !== undefined && (row.state !== "passed" || row.organisation !== organisation)) return false;
    const action = await toAction(tx, decision, details);
    const isDone = await changeLocked(tx, { ring, now }, row, action);
    if (isDone) await tellOf(tx, row, action, now());
    return isDone;
  });
}
