import { html } from "hono/html";
import type { Event } from "../../contract/event.ts";
import { placeLine } from "../../pages/event-card.ts";
import { whenWords } from "../../pages/event-when.ts";
import { factList } from "../../pages/fact-list.ts";
import { contactLines } from "../../pages/get-a-place.ts";
import type { Html } from "../../pages/markup.ts";

export const ASK_TITLE = "Ask your nurse or GP to refer you";

/** How to get to an event that takes referrals by professionals only, with a note to print or to show. */
export function askYourNursePage(event: Event, baseUrl: string): Html {
  return html`<div class="hwbe-screen-only"><h1 class="nhsuk-heading-l">${ASK_TITLE}</h1>
<p>You cannot book this event yourself. A health professional has to refer you.</p>
<p>You can:</p>
<ul>
<li>show them this page on your phone</li>
<li>print it and take it with you</li>
<li>call your clinical nurse specialist and tell them the name of the event</li>
</ul>
<p>It takes them about a minute.</p></div>
<section class="hwbe-note hwbe-text" aria-labelledby="note-title">
<h2 class="nhsuk-heading-m" id="note-title">A note for your nurse or GP</h2>
<p>I would like to go to this event. Please refer me.</p>
${factList([
  ["Event", event.title],
  ["When", whenWords(event)],
  ["Where", placeLine(event)],
  ["For", event.forWhom],
  ["Refer at", html`<a href="/events/${event.slug}/refer">${baseUrl}/events/${event.slug}/refer</a>`],
  ["Questions", contactLines(event)],
])}
</section>
<p class="hwbe-screen-only"><a href="/events/${event.slug}">Back to the event</a></p>`;
}
