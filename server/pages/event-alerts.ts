import { html } from "hono/html";
import type { Event } from "../contract/event.ts";
import { dateTimeRange, longDate } from "../wording/dates.ts";
import { isStale } from "../wording/staleness.ts";
import { isOver, whenWords } from "./event-when.ts";
import type { Html, OptionalHtml } from "./markup.ts";

function nextDate(next: Event | undefined, words: string): Html {
  return next
    ? html`<p>${words} <a href="/events/${next.slug}">${whenWords(next)}</a>.</p>`
    : html`<p><a href="/events">Find another event</a></p>`;
}

function cancelled({ statusNote }: Event, next: Event | undefined): Html {
  return html`<section class="hwbe-alert"><h2>This event is cancelled</h2>
${statusNote && html`<p class="hwbe-text">${statusNote}</p>`}
${nextDate(next, "You could go to another one, on")}</section>`;
}

function moved(event: Event): Html {
  const from = event.previousStartsAt && longDate(Date.parse(event.previousStartsAt));
  return html`<section class="hwbe-alert hwbe-alert--note"><h2>This event has a new date</h2>
<p>It is now on ${whenWords(event)}.${from && ` It was to be on ${from}.`}</p>
${event.statusNote && html`<p class="hwbe-text">${event.statusNote}</p>`}</section>`;
}

function over(event: Event, next: Event | undefined): Html {
  return html`<section class="hwbe-alert hwbe-alert--note"><h2>This event is over</h2>
<p>It was on ${dateTimeRange(Date.parse(event.startsAt), Date.parse(event.endsAt))}.</p>
${nextDate(next, "The next one is on")}</section>`;
}

/** What changes everything else on the page: that an event is cancelled, over or moved. `next` is the next of its series. */
export function statusAlert(event: Event, next: Event | undefined, now: number): OptionalHtml {
  if (event.status === "cancelled") return cancelled(event, next);
  if (isOver(event, now)) return over(event, next);
  return event.status === "postponed" ? moved(event) : undefined;
}

/** When the organiser last said that all this is right, with a gentle word when that is long ago. */
export function lastConfirmed({ lastConfirmed }: Event, now: number): Html {
  if (lastConfirmed === null) {
    return html`<p class="hwbe-small">We do not know when the organiser last checked this page. Check with them before you travel.</p>`;
  }
  const words = `The organiser last checked this page on ${longDate(Date.parse(lastConfirmed))}.`;
  if (!isStale(lastConfirmed, now)) return html`<p class="hwbe-small">${words}</p>`;
  return html`<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span><p>${words} That is more than 3 months ago. Check with them before you travel.</p></div>`;
}
