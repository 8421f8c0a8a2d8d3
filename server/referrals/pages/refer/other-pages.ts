import { html } from "hono/html";
import type { Context } from "hono";
import { whenWords } from "../../../pages/event-when.ts";
import { sendTitled } from "../private-page.ts";
import { refusalTitle } from "../stops.ts";
import type { Referable } from "./refer-page.ts";

/** No event was chosen, or none of those takes referrals here. */
export function chooseEventsPage(c: Context, { others }: Referable): Promise<Response> {
  return sendTitled(c, { title: "Choose events first" }, html`${others.length > 0 && html`<p>You cannot refer to these events here:</p>
<ul>${others.map(({ event, refusal }) => html`
<li class="hwbe-text"><a href="/events/${event.slug}">${event.title}</a>, ${whenWords(event)}. ${refusalTitle(refusal)}.</li>`)}
</ul>`}
<p><a href="/events">Find events</a>. The page of an event has a link to refer a patient.</p>`);
}

/** 403: the form did not come from our own page, or cookies are off. */
export function formExpiredPage(c: Context): Promise<Response> {
  return sendTitled(c, { title: "Please open the form again" }, html`
<p>Nothing was sent. Go back, reload the page, and send the form again.</p>
<p>Your browser may have cookies switched off. We need one to know that the form is ours.</p>
<p><a href="${c.req.path}${new URL(c.req.url).search}">Open an empty form</a></p>`, 403);
}

/** What became of the last referrals is no longer kept on this computer. */
export function noResultsPage(c: Context): Promise<Response> {
  return sendTitled(c, { title: "These referrals are no longer shown here" }, html`
<p>We show them for one hour. The email that we sent you has a link to each.</p>
<p><a href="/events">Find events</a></p>`, 404);
}
