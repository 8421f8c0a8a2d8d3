import type { Context, Hono } from "hono";
import { readForm } from "../../../http/body.ts";
import { linkToken } from "../../link-token.ts";
import { judge, mayWriteTo } from "../../visitors/visitor.ts";
import { sendPage } from "../private-page.ts";
import { forEvent, unlessAway, type ReferralPages, type Visit } from "../referral-pages.ts";
import { refusalTitle, stopContent } from "../stops.ts";
import { cannotSavePage } from "../unavailable-pages.ts";
import { chooseEventsPage, formExpiredPage, noResultsPage } from "./other-pages.ts";
import { makeReferrals, type Made } from "./make-referrals.ts";
import { readReferral, type ReferralForm } from "./read-referral.ts";
import type { Referable } from "./refer-page.ts";
import { ReferVisits, submissionOf } from "./refer-visit.ts";
import { withoutReferrer } from "./referrer-fields.ts";
import { resultsPage, resultsTitle, type ShownResult } from "./results-page.ts";
import type { ReferralResult, ReferralResults } from "./results.ts";

const MOST_EVENTS = 10;
const DONE = "/refer/done";

interface Sent {
  c: Context;
  form: URLSearchParams;
  submission: string;
  referral: ReferralForm;
  again: (status: 429 | 503, seconds: number, trouble: string) => Promise<Response>;
}

interface Settled {
  made: Made;
  mustConfirm: boolean;
}

/** A referral by a professional: to one event, or to several at once. */
export function registerRefer(app: Hono, pages: ReferralPages): void {
  const { referrals, directory, baseUrl, now } = pages;
  const visits = new ReferVisits(pages);

  async function submit(c: Context, referable: Referable): Promise<Response> {
    const form = await readForm(c);
    if (!visits.isOwn(c, form)) return formExpiredPage(c);
    const submission = submissionOf(form);
    if (form.has("forget")) {
      visits.remembered.clear(c);
      return visits.show(c, referable, { filled: { form: withoutReferrer(form), errors: [] }, submission, isForgotten: true });
    }
    const read = readReferral(form, referable.events);
    if ("errors" in read) return visits.show(c, referable, { filled: { form, errors: read.errors }, submission, status: 422 });
    // The form comes back as it was, so that nothing has to be typed again.
    function again(status: 429 | 503, seconds: number, trouble: string): Promise<Response> {
      c.header("retry-after", String(seconds));
      return visits.show(c, referable, { filled: { form, errors: [] }, submission, trouble, status });
    }
    return unlessAway(() => send({ c, form, submission, referral: read.value, again }), () => again(503, 5, troubleOf([])));
  }

  async function send({ c, form, submission, referral, again }: Sent): Promise<Response> {
    const verdict = await judge(referrals, c, form, { purpose: [submission, JSON.stringify(referral)], count: referral.chosen.length });
    if (verdict === "too-many") return again(429, 600, "Your network has sent many referrals. Wait 10 minutes, then send this form again.");
    if (!(await mayWriteTo(referrals, referral.details))) return again(429, 600, "Many emails have gone to one of these addresses today. Give another way to reach the patient, or call the organiser.");
    const mustConfirm = verdict === "unproved";
    const made = await makeReferrals(referrals, submission, referral, mustConfirm);
    return made.includes(undefined) ? again(503, 5, troubleOf(made)) : settle(c, form, referral, { made, mustConfirm });
  }

  function settle(c: Context, form: URLSearchParams, { details: { referrer } }: ReferralForm, { made, mustConfirm }: Settled): Response {
    if (referrer && form.get("remember") === "yes") visits.remembered.set(c, referrer);
    else visits.remembered.clear(c);
    visits.results.set(c, { madeAt: now(), mustConfirm, results: made.filter((result) => result !== undefined) });
    return c.redirect(DONE, 303);
  }

  async function stopped({ c, event, otherDates, stop = "no-event" }: Visit): Promise<Response> {
    if (stop === "not-here") return c.redirect(`/events/${event.slug}#get-a-place`, 303);
    const back = { href: `/events/${event.slug}`, text: "Back to the event" };
    return sendPage(c, { title: refusalTitle(stop), back, sample: event.sample }, stopContent(stop, { event, otherDates }));
  }

  function oneEvent(isSent: boolean, handle: (c: Context, referable: Referable) => Promise<Response>) {
    const unavailable = (c: Context, event: Visit["event"]) => cannotSavePage(c, { event, again: c.req.path });
    return forEvent(pages, { who: "professional", unavailable }, async (visit) => {
      const referable = visits.referable([visit.event], isSent);
      return referable.events.length === 0 ? stopped(visit) : handle(visit.c, referable);
    });
  }

  function shortlist(c: Context, isSent: boolean): Referable {
    const ids = new Set((c.req.queries("ids") ?? []).flatMap((part) => part.split(",")));
    const events = [...ids].slice(0, MOST_EVENTS).flatMap((id) => directory.current().byId(id)?.read() ?? []);
    return visits.referable(events, isSent);
  }

  app.get("/events/:slug/refer", oneEvent(false, (c, referable) => visits.begin(c, referable)));
  app.post("/events/:slug/refer", oneEvent(true, submit));

  app.get("/refer", (c) => {
    const referable = shortlist(c, false);
    return referable.events.length === 0 ? chooseEventsPage(c, referable) : visits.begin(c, referable);
  });
  app.post("/refer", (c) => {
    const referable = shortlist(c, true);
    return referable.events.length === 0 ? chooseEventsPage(c, referable) : submit(c, referable);
  });

  function shown(result: ReferralResult): ShownResult {
    const event = directory.current().byId(result.event)?.read();
    if ("refusal" in result) return { result, event, link: undefined };
    return { result, event, link: `${baseUrl}/referrals/${linkToken(referrals.ring, { purpose: "referrer", referral: result.referral })}` };
  }

  app.get(DONE, (c) => {
    const all: ReferralResults | undefined = visits.results.get(c);
    if (!all) return noResultsPage(c);
    const results = all.results.map(shown);
    const sample = results.some(({ event }) => event?.sample);
    return sendPage(c, { title: resultsTitle(all), isWide: true, sample }, resultsPage(all, results));
  });
}

function troubleOf(made: Made): string {
  const saved = made.filter((result) => result !== undefined).length;
  const kept = saved === 0 ? "We could not save the referral." : `We saved ${saved} of ${made.length} referrals.`;
  return `${kept} Your answers are still here. Send the form again in a moment: nothing is sent twice.`;
}
