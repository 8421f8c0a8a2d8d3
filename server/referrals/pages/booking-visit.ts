import type { Context, Handler } from "hono";
import { readForm } from "../../http/body.ts";
import { formToken, hasFormToken } from "../../http/form-token.ts";
import { SealedCookie } from "../../http/sealed-cookie.ts";
import type { Event } from "../../contract/event.ts";
import { bookingPath } from "../../pages/booking-words.ts";
import { ASK_TITLE, askYourNursePage } from "./ask-your-nurse.ts";
import { Booked } from "./done-page.ts";
import { answersOf, Draft, newDraft, withAnswers } from "./draft.ts";
import { sendPage } from "./private-page.ts";
import type { Answers, Asked } from "./questions/question.ts";
import { forEvent, type ReferralPages, type Visit, type VisitHandler } from "./referral-pages.ts";
import { startAgainPage } from "./start-page.ts";
import { refusalTitle, stopContent } from "./stops.ts";
import { cannotSavePage } from "./unavailable-pages.ts";

const DRAFT_SECONDS = 2 * 60 * 60;
const BOOKED_SECONDS = 10 * 60;

/** A step of a booking. */
export interface Step extends Visit {
  draft: Draft;
  asked: Asked;
}

/** A booking from page to page. All that it knows between them stands in sealed cookies. */
export class BookingVisits {
  readonly pages: ReferralPages;
  readonly #drafts: SealedCookie<Draft>;
  readonly #booked: SealedCookie<Booked>;
  readonly #formKey: Buffer;

  constructor(pages: ReferralPages) {
    const key = pages.referrals.ring.keyFor("draft");
    this.pages = pages;
    this.#drafts = new SealedCookie({ name: "__Host-booking", key, maxAgeSeconds: DRAFT_SECONDS, read: Draft });
    this.#booked = new SealedCookie({ name: "__Host-booked", key, maxAgeSeconds: BOOKED_SECONDS, read: Booked });
    this.#formKey = pages.referrals.ring.keyFor("form");
  }

  handle(handle: VisitHandler): Handler {
    const unavailable = (c: Context, event: Event) => cannotSavePage(c, { event, again: bookingPath(event, "check") });
    return forEvent(this.pages, { who: "self", unavailable }, handle);
  }

  /** A page of a booking that has begun. `evenIfFull`: who has just taken the last place may ask for it again. */
  step(handle: (step: Step) => Promise<Response>, { evenIfFull = false } = {}): Handler {
    return this.handle(async (visit) => {
      const { c, event } = visit;
      const draft = this.draftOf(c, event);
      if (!draft && this.bookedOf(c, event)) return c.redirect(bookingPath(event, "done"), 303);
      if (visit.stop && !(draft && evenIfFull && visit.stop === "full")) return this.stopped(visit);
      if (!draft) return this.startAgain(c, event, 400);
      return handle({ ...visit, draft, asked: { event, answers: answersOf(draft, event), mustConfirm: draft.mustConfirm } });
    });
  }

  /** A form of a booking that has begun. */
  submitted(handle: (step: Step, form: URLSearchParams) => Promise<Response>, options?: { evenIfFull: boolean }): Handler {
    return this.step(async (step) => {
      const form = await readForm(step.c);
      return hasFormToken(step.c, this.#formKey, form) ? handle(step, form) : this.startAgain(step.c, step.event, 403);
    }, options);
  }

  token(c: Context): string {
    return formToken(c, this.#formKey);
  }

  draftOf(c: Context, event: Event): Draft | undefined {
    const draft = this.#drafts.get(c);
    return draft?.event === event.id ? draft : undefined;
  }

  /** Begins a booking, or goes on with the one of this event. */
  begin(c: Context, event: Event): Draft {
    const draft = this.draftOf(c, event) ?? newDraft(event);
    this.#drafts.set(c, draft);
    return draft;
  }

  save({ c, draft }: Step, answers: Answers): void {
    this.#drafts.set(c, withAnswers(draft, answers));
  }

  /** From here on it has to be confirmed by e-mail. */
  saveUnproved({ c, draft }: Step): void {
    this.#drafts.set(c, { ...draft, mustConfirm: true });
  }

  bookedOf(c: Context, event: Event): Booked | undefined {
    const booked = this.#booked.get(c);
    return booked?.event === event.id ? booked : undefined;
  }

  /** What was answered is forgotten: only what became of it is kept, for a while. */
  finish({ c }: Step, booked: Booked): void {
    this.#drafts.clear(c);
    this.#booked.set(c, booked);
  }

  startAgain(c: Context, event: Event, status: 400 | 403): Promise<Response> {
    return sendPage(c, { title: "Please start again" }, startAgainPage(event, bookingPath(event)), status);
  }

  async stopped({ c, event, otherDates, stop = "no-event" }: Visit): Promise<Response> {
    if (stop === "not-here") return c.redirect(`/events/${event.slug}#get-a-place`, 303);
    const options = { back: { href: `/events/${event.slug}`, text: "Back to the event" }, sample: event.sample };
    if (stop === "not-for-self") return sendPage(c, { title: ASK_TITLE, ...options }, askYourNursePage(event, this.pages.baseUrl));
    return sendPage(c, { title: refusalTitle(stop), ...options }, stopContent(stop, { event, otherDates }));
  }
}
