import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Event } from "../../contract/event.ts";
import { AccessNeeds, BOOKED_BY, EmailAddress, PersonName, ReferralContact } from "../../contract/referral.ts";
import type { Answers } from "./questions/question.ts";

/** So much of a session's id as tells it from the others of an event: a cookie has room for no more. */
const SHORT_ID = 8;

/** A booking that is being made, as its cookie has it. `submission` is its idempotency key. */
export const Draft = z.object({
  event: z.uuid(),
  submission: z.uuid(),
  mustConfirm: z.boolean(),
  answers: z.object({
    bookedBy: z.enum(BOOKED_BY).exclude(["professional"]).optional(),
    companion: z.boolean().optional(),
    sessions: z.array(z.string().length(SHORT_ID)).nullable().optional(),
    name: PersonName.optional(),
    contact: ReferralContact.optional(),
    needs: AccessNeeds.optional(),
    email: EmailAddress.optional(),
  }),
});
export type Draft = z.infer<typeof Draft>;

export function newDraft({ id }: Event): Draft {
  return { event: id, submission: randomUUID(), mustConfirm: false, answers: {} };
}

/** The answers of a draft. Parts that the event no longer has are asked for again. */
export function answersOf({ answers }: Draft, event: Event): Answers {
  const { sessions } = answers;
  if (!sessions) return answers;
  const ids = sessions.map((short) => event.sessions.find(({ id, alone }) => alone && id.startsWith(short))?.id);
  const known = ids.filter((id) => id !== undefined);
  return { ...answers, sessions: known.length === ids.length ? known : undefined };
}

export function withAnswers(draft: Draft, { sessions, ...answers }: Answers): Draft {
  return { ...draft, answers: { ...answers, sessions: sessions && sessions.map((id) => id.slice(0, SHORT_ID)) } };
}
