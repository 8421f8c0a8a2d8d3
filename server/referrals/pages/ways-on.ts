import { html } from "hono/html";
import type { Event } from "../../contract/event.ts";
import { whenWords } from "../../pages/event-when.ts";
import { contactLines } from "../../pages/get-a-place.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { unseen } from "./unseen.ts";

/** Who to ring, on every page where somebody could be stuck. */
export function organiserLine(event: Event, heading = "Questions or help"): Html {
  return html`<section class="hwbe-help hwbe-text"><h2 class="nhsuk-heading-s">${heading}</h2>${contactLines(event)}</section>`;
}

export const SUPPORT_LINE = html`<p>If you need to talk to somebody about cancer today, call the Macmillan Support Line free on
<a href="tel:08088080000">0808 808 00 00</a>.</p>`;

const MOST_DATES = 5;

function datesList(dates: readonly Event[]): OptionalHtml {
  if (dates.length === 0) return undefined;
  return html`<h2 class="nhsuk-heading-s">Other dates of this event</h2>
<ul>${dates.slice(0, MOST_DATES).map((date) => html`<li><a href="/events/${date.slug}">${whenWords(date)}</a></li>`)}</ul>`;
}

/** What to do where there is no place to be had: other dates, other events, the phone. */
export function otherWays(event: Event, otherDates: readonly Event[]): Html {
  return html`${datesList(otherDates.filter(({ status }) => status !== "cancelled"))}
<p><a href="/events">Find other events</a></p>
${organiserLine(event, "Ask the organiser")}`;
}

/** Name and date of an event, over a question about it. */
export function eventCaption({ title }: Event, words: string): Html {
  return html`<p class="nhsuk-caption-m hwbe-text">${title}${unseen(", ")}<span class="hwbe-caption__when">${words}</span></p>`;
}
