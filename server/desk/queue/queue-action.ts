import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema.ts";
import type { Reading } from "../../pages/fields/filled.ts";
import { REFUSAL_REASONS, type RefusalReason, type SuggestionRow } from "../../suggestions/suggestion.ts";
import { isActionFor, mayFollow, type SuggestionAction } from "../../suggestions/transition.ts";
import { FormReader } from "../../pages/fields/form-reader.ts";

export const DESK_ACTIONS = ["publish", "merge", "answer", "pass", "ask", "note", "refuse"] as const satisfies readonly SuggestionAction["kind"][];
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** What the desk decides. The draft of a publication, and the id of an event, are found when it is done. */
export type Decision =
  | { kind: "publish"; organisation: string; note: string | null }
  | { kind: "pass"; organisation: string; note: string | null }
  | { kind: "merge"; event: string }
  | { kind: "ask" | "answer"; text: string }
  | { kind: "refuse"; reason: RefusalReason }
  | { kind: "note" };

/** What can be done with what it is, in one state or another. */
const allActionsFor = (row: SuggestionRow) => DESK_ACTIONS.filter((action) => isActionFor(action, row));

/** What can be done with it as it stands now. */
export const actionsFor = (row: SuggestionRow): DeskAction[] => allActionsFor(row).filter((action) => mayFollow(action, row.state));

/** Questions are answered or noted: only what is no question at all is refused. */
export const reasonsFor = ({ kind }: SuggestionRow): readonly RefusalReason[] => (kind === "event" ? REFUSAL_REASONS : ["spam"]);

const LONG = 4_000;

/** The slug in the address of an event's page, or a slug by itself. */
function readEventSlug(typed: string): string | undefined {
  const path = URL.canParse(typed) ? new URL(typed).pathname : typed;
  return /^(?:\/?events\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/.exec(path)?.[1];
}

async function readEvent(db: Kysely<Database>, reader: FormReader): Promise<string | undefined> {
  const typed = reader.required("merge-event", reader.line("merge-event", "the address", 2_000), "Enter the address of the event’s page");
  if (typed === undefined) return undefined;
  const slug = readEventSlug(typed) ?? "";
  const event = await db.selectFrom("event").select("id").where("slug", "=", slug).where("status", "in", ["published", "postponed", "cancelled"]).executeTakeFirst();
  return event?.id ?? reader.refuse("merge-event", "We do not list an event at this address. Copy it from the event’s page");
}

function readOrganiser(reader: FormReader, kind: "publish" | "pass", organisations: readonly string[]): Decision | undefined {
  const organisation = reader.required(`${kind}-organisation`, reader.one(`${kind}-organisation`, organisations), "Choose an organisation");
  const note = reader.text(`${kind}-note`, "the note", LONG);
  return organisation !== undefined && note !== undefined ? { kind, organisation, note } : undefined;
}

function readText(reader: FormReader, kind: "ask" | "answer"): Decision | undefined {
  const text = reader.required(`${kind}-text`, reader.text(`${kind}-text`, "the text", LONG), kind === "ask" ? "Enter your question" : "Enter your answer");
  return text === undefined ? undefined : { kind, text };
}

async function readKind(db: Kysely<Database>, reader: FormReader, row: SuggestionRow, organisations: readonly string[]): Promise<Decision | undefined> {
  const kind = reader.required("action", reader.one("action", allActionsFor(row)), "Choose what to do");
  if (kind === undefined || kind === "note") return kind && { kind };
  if (kind === "publish" || kind === "pass") return readOrganiser(reader, kind, organisations);
  if (kind === "ask" || kind === "answer") return readText(reader, kind);
  if (kind === "merge") {
    const event = await readEvent(db, reader);
    return event === undefined ? undefined : { kind, event };
  }
  const reason = reader.required("reason", reader.one("reason", reasonsFor(row)), "Choose why");
  return reason === undefined ? undefined : { kind, reason };
}

/** Reads what a coordinator decides on, whether or not somebody was faster. `organisations` are the slugs to choose from. */
export async function readDecision(
  db: Kysely<Database>, form: URLSearchParams, { row, organisations }: { row: SuggestionRow; organisations: readonly string[] },
): Promise<Reading<Decision>> {
  const reader = new FormReader(form);
  const value = await readKind(db, reader, row, organisations);
  return value && reader.errors.length === 0 ? { value } : { errors: reader.errors };
}
