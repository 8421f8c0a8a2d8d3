import { companion } from "./companion.ts";
import { confirmEmail } from "./confirm-email.ts";
import { contact } from "./contact.ts";
import { forWhom } from "./for-whom.ts";
import { name } from "./name.ts";
import { needs } from "./needs.ts";
import type { Asked, Question } from "./question.ts";
import { sessions } from "./sessions.ts";

const QUESTIONS: readonly Question[] = [forWhom, companion, sessions, name, contact, needs, confirmEmail];

/** Those that are asked, in order. */
export function questionsFor(asked: Asked): Question[] {
  return QUESTIONS.filter((question) => question.isAsked(asked));
}

export function isAnswered({ answers }: Asked, { key }: Question): boolean {
  return answers[key] !== undefined;
}

/** The first that has no answer yet; undefined when all have. */
export function firstOpen(asked: Asked): Question | undefined {
  return questionsFor(asked).find((question) => !isAnswered(asked, question));
}
