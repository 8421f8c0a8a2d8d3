import { html } from "hono/html";
import type { Event } from "../../contract/event.ts";
import { BOOK_NEXT, BOOK_TITLE, prospectOf } from "../../pages/booking-words.ts";
import { placeLine, placesTag } from "../../pages/event-card.ts";
import { whenWords } from "../../pages/event-when.ts";
import { factList } from "../../pages/fact-list.ts";
import type { Html } from "../../pages/markup.ts";
import { organiserLine } from "./ways-on.ts";

/** The beginning of a booking: what it is for, and what is asked. `first` is the address of the first question. */
export function startPage(event: Event, first: string): Html {
  const prospect = prospectOf(event);
  return html`<h1 class="nhsuk-heading-l">${BOOK_TITLE[prospect]}</h1>
<div class="hwbe-facts">${factList([
  ["Event", event.title],
  ["When", whenWords(event)],
  ["Where", placeLine(event)],
  ["Cost", event.cost ?? "Free"],
  ["Places", placesTag(event)],
])}</div>
<p>We ask you a few questions, one at a time. It takes about 2 minutes.</p>
<p>${BOOK_NEXT[prospect]}</p>
<p>We do not ask about your health.</p>
<a class="nhsuk-button" href="${first}">Start now</a>
${organiserLine(event, "Rather talk to somebody?")}`;
}

/** A question was asked for, or answered, with no draft that it belongs to. */
export function startAgainPage(event: Event, start: string): Html {
  return html`<h1 class="nhsuk-heading-l">Please start again</h1>
<p>We no longer have your answers. We keep them for 2 hours while you book.</p>
<p>Your browser may also have cookies switched off. We need one to keep your answers while you book. It is deleted at the end.</p>
<a class="nhsuk-button" href="${start}">Start again</a>
${organiserLine(event, "Book by phone or email")}`;
}
