import { html } from "hono/html";
import type { Event } from "../../../contract/event.ts";
import { placeLine } from "../../../pages/event-card.ts";
import { whenWords } from "../../../pages/event-when.ts";
import { factList, type Fact } from "../../../pages/fact-list.ts";
import type { Html, OptionalHtml } from "../../../pages/markup.ts";
import type { Notice } from "../../notices.ts";
import type { ReferralView } from "../../referral.ts";
import { partsOf, sessionsWords } from "../fields/session-fields.ts";
import { organiserLine, SUPPORT_LINE } from "../ways-on.ts";
import { noticesSection } from "./notices-section.ts";
import { isOpen, stateWords } from "./state-words.ts";

export interface LinkView {
  view: ReferralView;
  /** Undefined when it is no longer listed. */
  event: Event | undefined;
  /** The address of the booking's page. */
  path: string;
  now: number;
  /** What the organiser has written to everyone who has a place or waits for one, the newest first. */
  notices: readonly Notice[];
}

/** Whether there is anything to choose besides coming or not. */
export function isChangeable(event: Event): boolean {
  return event.kind !== "one-to-one" || partsOf(event).length > 0;
}

function eventFacts({ sessions }: ReferralView, event: Event): Fact[] {
  return [
    ["Event", html`<a href="/events/${event.slug}">${event.title}</a>`],
    ["When", whenWords(event)],
    ["Where", placeLine(event)],
    ["Parts", sessions ? sessionsWords(event, sessions) : undefined],
  ];
}

/** What a link may tell of a booking: never who it is for. */
export function bookingFacts({ view, event }: LinkView): OptionalHtml {
  const facts: Fact[] = event ? eventFacts(view, event) : [["Event", "This event is no longer listed."]];
  const companion: Fact = ["Another person", view.companion ? "Yes, one person" : "No"];
  return factList([...facts, companion, ["Reference", html`<strong>${view.reference}</strong>`]]);
}

export function helpLine({ event }: LinkView): Html {
  return event ? organiserLine(event) : SUPPORT_LINE;
}

const DONE = {
  changed: "Your booking is changed.",
  cancelled: "Your booking is cancelled. Thank you for telling us.",
  confirmed: "Thank you. Your email address is confirmed.",
  proved: "Thank you. Your email address is proved.",
  erased: "Your details are deleted.",
} as const;

/** What was just done, by the `done` of the address. */
export function doneBanner(done: string | undefined): OptionalHtml {
  const words = Object.entries(DONE).find(([name]) => name === done)?.[1];
  return words === undefined ? undefined : html`<div class="hwbe-banner-done" role="status"><p>${words}</p></div>`;
}

function actions({ view, event, path, now }: LinkView): OptionalHtml {
  if (!isOpen(view, event, now)) return undefined;
  const joins = event && event.format !== "in-person" && view.state === "confirmed";
  return html`${joins && html`<p>You get the link or number to join from the organiser.</p>`}
${view.state === "confirmed" && event && html`<p><a href="/v1/events/${event.id}.ics">Add the event to your calendar</a></p>`}
<h2 class="nhsuk-heading-m">Change or cancel</h2>
<p>If you cannot come, please cancel. Then somebody else can have the place.</p>
<div class="nhsuk-button-group">
${event && isChangeable(event) && html`<a class="nhsuk-button nhsuk-button--secondary" href="${path}/change">Change my booking</a>`}
<a class="nhsuk-button nhsuk-button--secondary" href="${path}/cancel">Cancel my booking</a>
</div>`;
}

function heldSection({ view, path }: LinkView): Html {
  if (view.erased) return html`<p>We have deleted your name, how to reach you, and your needs.</p>`;
  return html`<section><h2 class="nhsuk-heading-m">What we hold about you</h2>
<form method="post" action="${path}/details">
<p><button class="hwbe-link-button" type="submit">See what we hold about you</button></p>
</form>
<p><a href="${path}/erase">Delete my details</a></p></section>`;
}

/** A booking, for who has its link. */
export function managePage(link: LinkView, done: string | undefined): Html {
  const { title, rest } = stateWords(link.view, link.event, link.now);
  return html`${doneBanner(done)}
<h1 class="nhsuk-heading-l">Your booking</h1>
<div class="hwbe-state"><h2 class="nhsuk-heading-m">${title}</h2>${rest.map((sentence) => html`<p class="hwbe-text">${sentence}</p>`)}</div>
${noticesSection(link)}
<div class="hwbe-facts">${bookingFacts(link)}</div>
${actions(link)}
${heldSection(link)}
${helpLine(link)}
<p><a href="/events">Find other events</a></p>`;
}
