import { html } from "hono/html";
import type { Event } from "../../contract/event.ts";
import { BOOK_BUTTON, BOOK_NEXT, bookingPath, prospectOf } from "../../pages/booking-words.ts";
import { whenWords } from "../../pages/event-when.ts";
import type { Html } from "../../pages/markup.ts";
import { formGuards } from "../../pages/fields/form-guards.ts";
import type { Asked, Question } from "./questions/question.ts";
import { questionsFor } from "./questions/questions.ts";
import { unseen } from "./unseen.ts";
import { eventCaption, organiserLine } from "./ways-on.ts";

function row(question: Question, asked: Asked): Html {
  const [name, value] = question.row(asked);
  const href = bookingPath(asked.event, question.slug);
  return html`
<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">${name}</dt>
<dd class="nhsuk-summary-list__value hwbe-text">${value}</dd>
<dd class="nhsuk-summary-list__actions"><a href="${href}">Change${unseen(` ${name.toLowerCase()}`)}</a></dd>
</div>`;
}

/** Who sees what somebody tells us, and for how long. */
export function whoSeesIt({ organiser }: Pick<Event, "organiser">, keepDays: number): Html {
  return html`<section><h2 class="nhsuk-heading-s">Who sees these answers</h2>
<p class="hwbe-text">The team at ${organiser.label} that runs this event. They use the answers to get ready.</p>
<p>We delete the answers ${keepDays} days after the event. You can ask us to delete them sooner.</p></section>`;
}

export interface CheckView {
  asked: Asked;
  keepDays: number;
  token: string;
}

/** All answers, before they are sent. */
export function checkPage({ asked, keepDays, token }: CheckView): Html {
  const { event } = asked;
  const prospect = prospectOf(event);
  return html`<h1 class="nhsuk-heading-l">Check your answers</h1>
${eventCaption(event, whenWords(event))}
<dl class="nhsuk-summary-list">${questionsFor(asked).map((question) => row(question, asked))}
</dl>
${whoSeesIt(event, keepDays)}
<form method="post" data-proof-of-work>
${formGuards(token)}
<p>${BOOK_NEXT[prospect]}</p>
<button class="nhsuk-button" type="submit">${BOOK_BUTTON[prospect]}</button>
</form>
${organiserLine(event)}`;
}
