import { html } from "hono/html";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { layout } from "./layout.ts";
import type { Html } from "./markup.ts";

/** Sends a page that no cache may keep. */
async function send(c: Context, status: ContentfulStatusCode, title: string, content: Html): Promise<Response> {
  const page = layout({ title, description: title }, html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">${title}</h1>
${content}
</div></div>`);
  return c.html(page, status, { "cache-control": "no-store" });
}

const WAYS_ON = html`<ul>
<li><a href="/events">Find events</a></li>
<li><a href="/">Go to the first page</a></li>
<li><a href="/about#support">Find other support</a></li>
</ul>`;

/** 404: there is no page with this address. */
export function notFoundPage(c: Context): Promise<Response> {
  return send(c, 404, "Page not found", html`<p>If you typed the web address, check it is correct.</p>
<p>If you pasted it, check you copied all of it.</p>
<p>You can:</p>
${WAYS_ON}`);
}

/** 404 for an event: it may have been here once. */
export function eventNotFoundPage(c: Context): Promise<Response> {
  return send(c, 404, "We can’t find this event", html`<p>The organiser may have taken it down. Or the web address may be wrong.</p>
<p>If somebody told you about the event, ask them for its name and search for that.</p>
<p>You can:</p>
${WAYS_ON}`);
}

/** 403: a form that does not come from our own pages. */
export function forbiddenPage(c: Context): Promise<Response> {
  return send(c, 403, "We could not take this form", html`<p>It did not come from one of our own pages, or your browser did not say where it came from.</p>
<p><a href="/events">Find the event</a>, and start again from its page.</p>`);
}

const BODY_WORDS = { 400: "It arrived damaged.", 413: "It is too large.", 415: "It is of a kind that we cannot read." } as const;

/** A form that cannot be read: 400, 413 or 415. */
export function bodyErrorPage(c: Context, { status }: { status: keyof typeof BODY_WORDS }): Promise<Response> {
  return send(c, status, "We could not read this form", html`<p>${BODY_WORDS[status]} Nothing was changed.</p>
<p>Go back, and send the form again.</p>`);
}

/** 500: something went wrong on our side. Nothing about what went wrong is told. */
export function errorPage(c: Context): Promise<Response> {
  return send(c, 500, "Sorry, there is a problem with our service", html`<p>Try again in a few minutes.</p>
<p>If you need to talk to somebody about cancer today, call the Macmillan Support Line free on <a href="tel:08088080000">0808 808 00 00</a>.</p>`);
}
