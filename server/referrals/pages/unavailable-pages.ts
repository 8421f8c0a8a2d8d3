import { html } from "hono/html";
import type { Context } from "hono";
import type { Event } from "../../contract/event.ts";
import { sendTitled } from "./private-page.ts";
import { organiserLine, SUPPORT_LINE } from "./ways-on.ts";

const RETRY_SECONDS = 5;

interface Stuck {
  event?: Event | undefined;
  /** Where to go to try again. */
  again: string;
}

/** 503: the database is away. What somebody typed is still in their cookie. */
export function cannotSavePage(c: Context, { event, again }: Stuck): Promise<Response> {
  c.header("retry-after", String(RETRY_SECONDS));
  return sendTitled(c, { title: "We could not save your booking" }, html`
<p>This is a problem on our side. Your answers are kept: try again in a moment.</p>
<a class="nhsuk-button" href="${again}">Try again</a>
${event ? organiserLine(event, "Book by phone or email") : SUPPORT_LINE}`, 503);
}

/** 503: the database is away, and nothing was asked for that must be kept. */
export function cannotShowPage(c: Context, again: string): Promise<Response> {
  c.header("retry-after", String(RETRY_SECONDS));
  return sendTitled(c, { title: "Sorry, there is a problem with our service" }, html`
<p>Try again in a moment. Nothing was changed.</p>
<a class="nhsuk-button" href="${again}">Try again</a>
${SUPPORT_LINE}`, 503);
}

/** 503: this service takes no referrals. */
export function notTakenPage(c: Context, event: Event | undefined): Promise<Response> {
  return sendTitled(c, { title: "You cannot book here at the moment" }, html`
<p>Ask the organiser for a place. They can book for you.</p>
${event ? organiserLine(event, "Ask the organiser") : html`<p><a href="/events">Find an event</a>. Its page says who to call.</p>`}`, 503);
}

const LATER_SECONDS = 600;

/** 429: too many requests from one address. */
export function tooManyPage(c: Context, { event, again }: Stuck): Promise<Response> {
  c.header("retry-after", String(LATER_SECONDS));
  return sendTitled(c, { title: "Please wait 10 minutes" }, html`
<p>We have had many requests from your network. This can happen in a hospital or an office.</p>
<p>Then try again. <a href="${again}">Go back</a></p>
${event ? organiserLine(event, "Book by phone or email") : SUPPORT_LINE}`, 429);
}
