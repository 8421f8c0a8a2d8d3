import { html } from "hono/html";
import type { Event } from "../../contract/event.ts";
import type { Filled } from "../../pages/fields/filled.ts";
import { textField } from "../../pages/fields/text-field.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { longDate } from "../../wording/dates.ts";
import type { OpenSuggestion } from "../by-link.ts";
import type { RefusalReason } from "../suggestion.ts";

const REFUSED: Record<RefusalReason, string> = {
  "not-for-us": "We list events for people with cancer and those close to them. This one is for others.",
  over: "This event is over, or it does not take place any more.",
  "not-found-out": "We could not find out enough about it.",
  "not-in-london": "It is not in London, and people cannot join online or by phone.",
  spam: "We could not use it.",
};

const isReason = (reason: string | null): reason is RefusalReason => reason !== null && reason in REFUSED;

export function linkTitle({ row: { state, outcome } }: OpenSuggestion): string {
  if (state === "asked") return "We have a question for you";
  return outcome === "answered" ? "Our answer to you" : "What you told us";
}

function standing({ row: { kind, state, outcome, reason } }: OpenSuggestion, event: Event | undefined): OptionalHtml {
  if (state === "open") return html`<p>We have it. The cancer alliance looks at it within 5 working days.</p>`;
  if (state === "passed") return html`<p>We have passed it to the organiser. We tell you when they have answered.</p>`;
  if (outcome === "published") return html`<p>Thank you. The organiser has it now. The event is in our list when they have checked it.</p>`;
  if (outcome === "merged") return html`<p>Thank you. We list this event already${event && html`: <a href="/events/${event.slug}">${event.title}</a>`}.</p>`;
  if (outcome === "refused" && kind === "event") return html`<p>Thank you. We cannot list this event.${isReason(reason) && ` ${REFUSED[reason]}`}</p>`;
  if (outcome === "refused") return html`<p>Thank you. We cannot help with this.</p>`;
  return outcome === "noted" ? html`<p>Thank you. We have read it.</p>` : undefined;
}

function conversation({ details }: OpenSuggestion): OptionalHtml {
  const shown = details.notes.filter(({ to }) => to !== "organiser");
  if (shown.length === 0) return undefined;
  return html`<div class="hwbe-conversation">${shown.map(({ from, text, at }) => html`<section>
<h2 class="nhsuk-heading-s">${from === "desk" ? "We wrote" : "You wrote"} on ${longDate(at)}</h2><p class="hwbe-prose">${text}</p></section>`)}</div>`;
}

interface LinkView {
  filled: Filled;
  /** The event that it became part of, or is about. */
  event: Event | undefined;
  token: string;
}

function replyForm({ filled, token }: LinkView): Html {
  return html`<form method="post" novalidate><input type="hidden" name="token" value="${token}">
${textField({ name: "answer", label: "Your answer", hint: "Please do not write about your own health, or name a patient.", rows: 5, autocomplete: "off" }, filled)}
<button class="nhsuk-button" type="submit" name="then" value="reply">Send your answer</button></form>`;
}

function confirmForm({ token }: LinkView): Html {
  return html`<form method="post"><input type="hidden" name="token" value="${token}">
<p>Please confirm that you wrote to us with this email address.</p>
<button class="nhsuk-button" type="submit" name="then" value="confirm">Yes, this is my email address</button></form>`;
}

/** What the holder of a link sees. What they first told us is not shown: their address may have been typed wrong. */
export function linkContent(found: OpenSuggestion, view: LinkView): Html {
  const { row } = found;
  return html`<p>Your reference is <strong class="hwbe-reference">${row.reference}</strong></p>
${standing(found, view.event)}
${conversation(found)}
${row.state === "asked" ? replyForm(view) : row.confirmed_at === null && row.state !== "closed" ? confirmForm(view) : undefined}
${row.confirmed_at !== null && row.state === "open" && html`<p>Thank you. Your email address is confirmed.</p>`}
<p><a href="/events">Find events</a></p>`;
}
