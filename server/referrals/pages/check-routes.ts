import { html } from "hono/html";
import type { Hono } from "hono";
import type { Event } from "../../contract/event.ts";
import { bookingPath } from "../../pages/booking-words.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { readKeepDays } from "../keep-days.ts";
import { linkToken } from "../link-token.ts";
import type { PlaceOutcome, PlaceRequest, Refusal } from "../referral.ts";
import { takePlace } from "../take-place.ts";
import { judge, mayWriteTo } from "../visitors/visitor.ts";
import type { BookingVisits, Step } from "./booking-visit.ts";
import { checkPage } from "./check-page.ts";
import { donePage, doneTitle } from "./done-page.ts";
import { sendPage } from "./private-page.ts";
import { bookersOf } from "./questions/for-whom.ts";
import { firstOpen, questionsFor } from "./questions/questions.ts";
import { nextPath } from "./question-routes.ts";
import { refusalTitle, stopContent } from "./stops.ts";
import { tooManyPage } from "./unavailable-pages.ts";
import { organiserLine } from "./ways-on.ts";

/** Throws when an answer is missing. */
function requestOf({ event, draft, asked: { answers } }: Step, mustConfirm: boolean): PlaceRequest {
  const { name, contact, needs, email, companion = false, sessions = null } = answers;
  const bookedBy = answers.bookedBy ?? bookersOf(event)[0];
  if (name === undefined || !contact || !needs || !bookedBy) throw new Error("A booking is not complete");
  const confirms = mustConfirm && contact.kind !== "email" && email !== undefined;
  return {
    event: event.id,
    bookedBy,
    companion,
    sessions,
    details: { name, contact, needs, ...(confirms && { email }) },
    mustConfirm,
    request: { scope: "form", key: draft.submission },
  };
}

/** What may still be done about a refusal. */
function firstWay(refusal: Refusal, { event, asked }: Step): OptionalHtml {
  if (refusal === "wrong-sessions") return html`<p><a href="${bookingPath(event, "sessions")}">Choose the parts again</a></p>`;
  if (refusal !== "full" || !asked.answers.companion) return undefined;
  return html`<p>There may be one place left. <a href="${bookingPath(event, "companion")}">Try without another person</a></p>`;
}

function alreadyBooked(event: Event): Html {
  return html`<h1 class="nhsuk-heading-l">You have already booked</h1>
<p>We have your booking, with the answers that you gave before.</p>
<p>To change it, use the link in your email. Or <a href="/referrals">ask us to send the link again</a>.</p>
${organiserLine(event)}`;
}

/** The answers to check, the booking itself, and what became of it. */
export function registerCheck(app: Hono, visits: BookingVisits): void {
  const { referrals, baseUrl } = visits.pages;

  app.get("/events/:slug/book/check", visits.step(async ({ c, event, asked }) => {
    if (firstOpen(asked)) return c.redirect(nextPath(asked), 303);
    const keepDays = await readKeepDays(referrals, event.organiser.slug);
    const back = { href: bookingPath(event, questionsFor(asked).at(-1)?.slug), text: "Back" };
    const options = { title: "Check your answers", back, sample: event.sample, asksForWork: true };
    return sendPage(c, options, checkPage({ asked, keepDays, token: visits.token(c) }));
  }, { evenIfFull: true }));

  app.post("/events/:slug/book/check", visits.submitted(async (step, form) => {
    const { c, event, draft, asked } = step;
    if (firstOpen(asked)) return c.redirect(nextPath(asked), 303);
    const verdict = await judge(referrals, c, form, { purpose: [draft.submission, JSON.stringify(asked.answers)] });
    if (verdict === "too-many") return tooManyPage(c, { event, again: bookingPath(event, "check") });
    const mustConfirm = verdict === "unproved";
    if (mustConfirm) {
      visits.saveUnproved(step);
      if (firstOpen({ ...asked, mustConfirm })) return c.redirect(nextPath({ ...asked, mustConfirm }), 303);
    }
    const request = requestOf(step, mustConfirm);
    if (!(await mayWriteTo(referrals, request.details))) return tooManyPage(c, { event, again: bookingPath(event, "check") });
    return answer(step, await takePlace(referrals, request), mustConfirm);
  }, { evenIfFull: true }));

  async function answer(step: Step, outcome: PlaceOutcome, mustConfirm: boolean): Promise<Response> {
    const { c, event, asked: { answers } } = step;
    switch (outcome.kind) {
      case "taken": {
        const { receipt, referral } = outcome;
        visits.finish(step, { event: event.id, receipt, referral, mustConfirm, byEmail: answers.contact?.kind === "email" });
        return c.redirect(bookingPath(event, "done"), 303);
      }
      case "refused":
        return refused(step, outcome.refusal);
      case "key-reused":
        return sendPage(c, { title: "You have already booked", sample: event.sample }, alreadyBooked(event), 409);
    }
  }

  async function refused(step: Step, refusal: Refusal): Promise<Response> {
    const { c, event, otherDates } = step;
    const content = stopContent(refusal, { event, otherDates, first: firstWay(refusal, step) });
    return sendPage(c, { title: refusalTitle(refusal), sample: event.sample }, content, 409);
  }

  app.get("/events/:slug/book/done", visits.handle(async ({ c, event }) => {
    const booked = visits.bookedOf(c, event);
    if (!booked) return c.redirect("/referrals", 303);
    const link = `${baseUrl}/referrals/${linkToken(referrals.ring, { purpose: "attendee", referral: booked.referral })}`;
    return sendPage(c, { title: doneTitle(booked), sample: event.sample }, donePage(booked, event, link));
  }));
}
