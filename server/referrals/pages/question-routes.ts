import type { Hono } from "hono";
import { BOOK_TITLE, bookingPath, prospectOf } from "../../pages/booking-words.ts";
import type { BookingVisits, Step } from "./booking-visit.ts";
import { sendPage } from "./private-page.ts";
import { questionPage } from "./question-page.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { Asked, Question } from "./questions/question.ts";
import { firstOpen, questionsFor } from "./questions/questions.ts";
import { startPage } from "./start-page.ts";

/** The address of the first question without an answer, or of the answers to check. */
export function nextPath(asked: Asked): string {
  return bookingPath(asked.event, firstOpen(asked)?.slug ?? "check");
}

/** The question of an address, unless one before it has to be answered first. */
function questionOf({ c, asked }: Step): Question | undefined {
  const all = questionsFor(asked);
  const open = firstOpen(asked);
  const reachable = open ? all.slice(0, all.indexOf(open) + 1) : all;
  return reachable.find(({ slug }) => slug === c.req.param("question"));
}

function backFrom(question: Question, asked: Asked): { href: string; text: string } {
  const all = questionsFor(asked);
  const before = firstOpen(asked) ? (all[all.indexOf(question) - 1]?.slug ?? "") : "check";
  return { href: bookingPath(asked.event, before), text: "Back" };
}

/** `GET /events/{slug}/book`, then one address a question. */
export function registerQuestions(app: Hono, visits: BookingVisits): void {
  async function show({ c, asked }: Step, question: Question, filled: Filled): Promise<Response> {
    const hasErrors = filled.errors.length > 0;
    const options = { title: question.title(asked), hasErrors, back: backFrom(question, asked), sample: asked.event.sample };
    return sendPage(c, options, questionPage({ question, asked, filled, token: visits.token(c) }), hasErrors ? 422 : 200);
  }

  app.get("/events/:slug/book", visits.handle(async (visit) => {
    const { c, event } = visit;
    if (visit.stop) return visits.stopped(visit);
    const { mustConfirm } = visits.begin(c, event);
    const first = questionsFor({ event, answers: {}, mustConfirm })[0];
    const back = { href: `/events/${event.slug}`, text: "Back to the event" };
    const options = { title: BOOK_TITLE[prospectOf(event)], back, sample: event.sample };
    return sendPage(c, options, startPage(event, bookingPath(event, first?.slug)));
  }));

  app.get("/events/:slug/book/:question", visits.step(async (step) => {
    const question = questionOf(step);
    if (!question) return step.c.redirect(nextPath(step.asked), 303);
    return show(step, question, { form: toForm(question.fill(step.asked.answers)), errors: [] });
  }));

  app.post("/events/:slug/book/:question", visits.submitted(async (step, form) => {
    const question = questionOf(step);
    if (!question) return step.c.redirect(nextPath(step.asked), 303);
    const read = question.read(form, step.asked);
    if ("errors" in read) return show(step, question, { form, errors: read.errors });
    visits.save(step, read.value);
    return step.c.redirect(nextPath({ ...step.asked, answers: read.value }), 303);
  }));
}
