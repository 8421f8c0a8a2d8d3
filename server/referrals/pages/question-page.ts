import { html } from "hono/html";
import { whenWords } from "../../pages/event-when.ts";
import type { Html } from "../../pages/markup.ts";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import type { Asked, Question } from "./questions/question.ts";
import { questionsFor } from "./questions/questions.ts";
import { eventCaption } from "./ways-on.ts";

export interface QuestionView {
  question: Question;
  asked: Asked;
  filled: Filled;
  token: string;
}

/** One question. What was typed stays when it has to be put right. */
export function questionPage({ question, asked, filled, token }: QuestionView): Html {
  const all = questionsFor(asked);
  const number = all.indexOf(question) + 1;
  return html`${errorSummary(filled.errors)}
${eventCaption(asked.event, whenWords(asked.event))}
<form method="post" novalidate>
<input type="hidden" name="token" value="${token}">
${question.fields(asked, filled)}
<button class="nhsuk-button" type="submit">Continue</button>
<p class="hwbe-small">Question ${number} of ${all.length}</p>
</form>`;
}
