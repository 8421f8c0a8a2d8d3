import type { Transaction } from "kysely";
import type { Database } from "../../db/schema.ts";
import type { KeyRing } from "../sealing/key-ring.ts";
import { openSuggestion, sealSuggestion } from "./sealed-suggestion.ts";
import type { RefusalReason, SuggestionDetails, SuggestionRow } from "./suggestion.ts";

type Tx = Transaction<Database>;

/** What can be done with what somebody told us. `reply` is theirs, all else is the desk's. */
export type SuggestionAction =
  | { kind: "publish"; organisation: string; draft: string; note: string | null }
  | { kind: "merge"; event: string }
  | { kind: "refuse"; reason: RefusalReason }
  | { kind: "ask" | "answer"; text: string }
  | { kind: "pass"; organisation: string; note: string | null }
  | { kind: "note" }
  | { kind: "reply"; text: string };

type State = SuggestionRow["state"];

const BY_DESK: readonly State[] = ["open", "asked", "passed"];
/** From which states an action leads on. In any other it was done before, or is too late. */
const FROM: Record<SuggestionAction["kind"], readonly State[]> = {
  publish: ["open", "asked"],
  merge: ["open", "asked"],
  refuse: BY_DESK,
  ask: ["open"],
  answer: BY_DESK,
  pass: ["open", "asked"],
  note: BY_DESK,
  reply: ["asked"],
};

const ABOUT_EVENTS = new Set<SuggestionAction["kind"]>(["publish", "merge"]);
const ABOUT_QUESTIONS = new Set<SuggestionAction["kind"]>(["answer", "pass", "note"]);
const WRITES_BACK = new Set<SuggestionAction["kind"]>(["ask", "answer"]);

/** Whether the action is one for what this row is, in whatever state. An address is needed to write to. */
export function isActionFor(action: SuggestionAction["kind"], { kind, has_email }: Pick<SuggestionRow, "kind" | "has_email">): boolean {
  if (WRITES_BACK.has(action) && !has_email) return false;
  return kind === "event" ? !ABOUT_QUESTIONS.has(action) : !ABOUT_EVENTS.has(action);
}

export const mayFollow = (action: SuggestionAction["kind"], state: State): boolean => FROM[action].includes(state);

function nextOf(action: SuggestionAction): Partial<SuggestionRow> {
  switch (action.kind) {
    case "publish": return { state: "closed", outcome: "published", organisation: action.organisation, draft: action.draft };
    case "merge": return { state: "closed", outcome: "merged", event_id: action.event };
    case "refuse": return { state: "closed", outcome: "refused", reason: action.reason };
    case "answer": return { state: "closed", outcome: "answered" };
    case "note": return { state: "closed", outcome: "noted" };
    case "ask": return { state: "asked" };
    case "pass": return { state: "passed", organisation: action.organisation };
    case "reply": return { state: "open" };
  }
}

function noteOf(action: SuggestionAction, at: number): SuggestionDetails["notes"] {
  if (action.kind === "reply") return [{ from: "public", to: "desk", text: action.text, at }];
  if (action.kind === "ask" || action.kind === "answer") return [{ from: "desk", to: "public", text: action.text, at }];
  const hasNote = (action.kind === "publish" || action.kind === "pass") && action.note !== null;
  return hasNote ? [{ from: "desk", to: "organiser", text: action.note!, at }] : [];
}

/** Locks a row until the transaction ends. Undefined when there is none, or it is erased. */
export async function lockSuggestion(tx: Tx, id: string): Promise<SuggestionRow | undefined> {
  return tx.selectFrom("suggestion").selectAll().where("id", "=", id).where("erased_at", "is", null).forUpdate().executeTakeFirst();
}

/** Changes a locked row. False when it stands where the action does not lead on from: somebody was faster. */
export async function changeLocked(tx: Tx, { ring, now }: { ring: KeyRing; now: () => number }, row: SuggestionRow, action: SuggestionAction): Promise<boolean> {
  const details = openSuggestion(ring, row);
  if (!details || !isActionFor(action.kind, row) || !mayFollow(action.kind, row.state)) return false;
  const at = now();
  const sealed = sealSuggestion(ring, row.id, { ...details, notes: [...details.notes, ...noteOf(action, at)] });
  await tx.updateTable("suggestion").set({ ...nextOf(action), ...sealed, state_at: new Date(at) }).where("id", "=", row.id).execute();
  return true;
}
