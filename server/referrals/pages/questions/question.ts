import type { Event } from "../../../contract/event.ts";
import type { AccessNeeds, BookedBy, ReferralContact } from "../../../contract/referral.ts";
import type { Html } from "../../../pages/markup.ts";
import type { Filled, Reading } from "../../../pages/fields/filled.ts";

export type SelfBookedBy = Exclude<BookedBy, "professional">;

/** What somebody has answered so far. `sessions` null means all of them. */
export interface Answers {
  bookedBy?: SelfBookedBy | undefined;
  companion?: boolean | undefined;
  sessions?: readonly string[] | null | undefined;
  name?: string | undefined;
  contact?: ReferralContact | undefined;
  needs?: AccessNeeds | undefined;
  /** An address that only confirms the booking, for who is reached in another way. */
  email?: string | undefined;
}

export interface Asked {
  event: Event;
  answers: Answers;
  /** Who books has to confirm it by e-mail. */
  mustConfirm: boolean;
}

/** A row of the answers to check: its name, and what was answered. */
export type AnswerRow = readonly [name: string, value: Html | string];

/** One question, on a page of its own. */
export interface Question {
  /** The end of its address. */
  slug: string;
  key: keyof Answers;
  /** Whether it is asked, after the answers so far. */
  isAsked(asked: Asked): boolean;
  /** The main heading. It names nobody. */
  title(asked: Asked): string;
  fields(asked: Asked, filled: Filled): Html;
  /** The answers with this one in them. */
  read(form: URLSearchParams, asked: Asked): Reading<Answers>;
  /** The answer as the form has it. */
  fill(answers: Answers): Record<string, string | readonly string[]>;
  row(asked: Asked): AnswerRow;
}

/** Whether somebody books for another person. */
export function isForAnother({ bookedBy }: Answers): boolean {
  return bookedBy === "carer-for-patient";
}
