import { randomUUID } from "node:crypto";
import { html } from "hono/html";
import type { Context, Hono } from "hono";
import { z } from "zod";
import type { Event } from "../../contract/event.ts";
import type { DirectorySource } from "../../events/live-directory.ts";
import { readForm } from "../../http/body.ts";
import { formToken, hasFormToken } from "../../http/form-token.ts";
import { SealedCookie } from "../../http/sealed-cookie.ts";
import type { Filled, Reading } from "../../pages/fields/filled.ts";
import { formGuards } from "../../pages/fields/form-guards.ts";
import { toForm } from "../../pages/fields/to-form.ts";
import type { Html } from "../../pages/markup.ts";
import { unlessAway } from "../../referrals/pages/referral-pages.ts";
import type { Referrals } from "../../referrals/referral.ts";
import { judge } from "../../referrals/visitors/visitor.ts";
import type { NewSuggestion } from "../suggestion.ts";
import { takeSuggestion } from "../take-suggestion.ts";
import { sendDone, Told } from "./done-page.ts";
import { feedbackFields, readFeedback } from "./feedback-form.ts";
import { sendPublic } from "./public-page.ts";
import { CONSENT, readSuggestion, suggestFields } from "./suggest-form.ts";

export interface SuggestionPages {
  referrals: Referrals;
  directory: DirectorySource;
  /** Milliseconds since 1970. */
  now: () => number;
}

interface PublicForm {
  path: "/suggest" | "/feedback";
  title: string;
  fields: (filled: Filled, event: Event | undefined) => Html;
  read: (form: URLSearchParams, event: Event | undefined) => Reading<NewSuggestion>;
}

const DONE_SECONDS = 3_600;
const TROUBLE = {
  429: "We had many messages from your network. Wait 10 minutes, then send this again. Your answers are still here.",
  503: "We could not save this. Your answers are still here. Send it again in a moment: it counts once.",
} as const;
const FORGED = { field: "what", message: "Check your answers, and send them again" };

/** The form's own number, so that it can be sent twice without harm. */
const submissionOf = (form: URLSearchParams) => z.uuid().safeParse(form.get("submission")).data ?? randomUUID();

/** The pages on which the public tells us about an event, asks, and says what they think. */
export function registerForms(app: Hono, { referrals, directory, now }: SuggestionPages): void {
  const key = referrals.ring.keyFor("form");
  const told = new SealedCookie({ name: "__Host-told", key: referrals.ring.keyFor("draft"), maxAgeSeconds: DONE_SECONDS, read: Told }, now);
  const boroughs = () => directory.current().vocabularies.boroughs;
  const eventOf = (c: Context) => directory.current().bySlug(c.req.query("event") ?? "")?.read();

  function show(c: Context, { title, fields }: PublicForm, filled: Filled, refused?: 429 | 503): Promise<Response> {
    const event = eventOf(c);
    const back = event ? { href: `/events/${event.slug}`, text: "Back to the event" } : { href: "/events", text: "Find events" };
    const page = { title, errors: filled.errors, back, asksForWork: true, trouble: refused && TROUBLE[refused] };
    if (refused) c.header("retry-after", refused === 429 ? "600" : "5");
    return sendPublic(c, page, html`<form method="post" novalidate data-proof-of-work>${formGuards(formToken(c, key))}
<input type="hidden" name="submission" value="${submissionOf(filled.form)}">
${fields(filled, event)}
${CONSENT}
<button class="nhsuk-button" type="submit">Send</button>
</form>`, refused ?? (filled.errors.length > 0 ? 422 : 200));
  }

  async function take(c: Context, page: PublicForm, form: URLSearchParams): Promise<Response> {
    if (!hasFormToken(c, key, form)) return show(c, page, { form, errors: [FORGED] });
    const event = eventOf(c);
    const read = page.read(form, event);
    if ("errors" in read) return show(c, page, { form, errors: read.errors });
    const { value: suggestion } = read;
    const submission = submissionOf(form);
    const verdict = await judge(referrals, c, form, { purpose: [submission, JSON.stringify(suggestion)] });
    if (verdict === "too-many") return show(c, page, { form, errors: [] }, 429);
    const reference = await takeSuggestion(referrals, { submission, suggestion, event, boroughs: boroughs() });
    told.set(c, { reference, kind: suggestion.kind, hasEmail: suggestion.details.email !== undefined });
    return c.redirect("/suggest/done", 303);
  }

  const pages: readonly PublicForm[] = [
    {
      path: "/suggest", title: "Tell us about an event",
      fields: (filled) => suggestFields(filled, boroughs()), read: (form) => readSuggestion(form, boroughs()),
    },
    { path: "/feedback", title: "Ask or give feedback", fields: feedbackFields, read: (form, event) => readFeedback(form, event?.slug) },
  ];
  for (const page of pages) {
    app.get(page.path, (c) => show(c, page, { form: toForm({}), errors: [] }));
    app.post(page.path, async (c) => {
      const form = await readForm(c);
      return unlessAway(() => take(c, page, form), () => show(c, page, { form, errors: [] }, 503));
    });
  }

  app.get("/suggest/done", (c) => {
    const what = told.get(c);
    return what ? sendDone(c, what) : c.redirect("/suggest", 303);
  });
}
