import type { Selectable } from "kysely";
import { z } from "zod";
import type { SuggestionTable } from "../../db/schema.ts";

export type SuggestionRow = Selectable<SuggestionTable>;

/** `event`: an event that we do not list. The others are questions and feedback. */
export const SUGGESTION_KINDS = ["event", "question", "wrong", "praise", "other"] as const satisfies readonly SuggestionRow["kind"][];
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** Why an event is not listed. Nobody is told of `spam`. */
export const REFUSAL_REASONS = ["not-for-us", "over", "not-found-out", "not-in-london", "spam"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Something written after the first form. `to` an organiser alone, or between the desk and who told us. Times are in milliseconds. */
const Note = z.object({ from: z.enum(["desk", "public"]), to: z.enum(["desk", "public", "organiser"]), text: z.string(), at: z.number() });
export type Note = z.infer<typeof Note>;

/** All that somebody wrote, as it is sealed. `what` is an event's name, or the question itself. */
export const SuggestionDetails = z.object({
  what: z.string(),
  when: z.string().optional(),
  where: z.string().optional(),
  organiser: z.string().optional(),
  link: z.string().optional(),
  more: z.string().optional(),
  email: z.string().optional(),
  notes: z.array(Note),
});
export type SuggestionDetails = z.infer<typeof SuggestionDetails>;

/** What the public forms ask for. */
export interface NewSuggestion {
  kind: SuggestionKind;
  /** The slug of a borough of London, where it is known. */
  borough?: string | undefined;
  /** The slug of the event that it is about. */
  event?: string | undefined;
  details: Omit<SuggestionDetails, "notes">;
}
