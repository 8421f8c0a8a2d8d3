import { html } from "hono/html";
import { z } from "zod";
import type { Event } from "../../contract/event.ts";
import { ReferralReceipt } from "../../contract/referral.ts";
import { whenWords } from "../../pages/event-when.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { eventCaption, organiserLine } from "./ways-on.ts";

/** What became of a booking, as its cookie has it: nothing about the person. */
export const Booked = z.object({
  event: z.uuid(),
  referral: z.uuid(),
  receipt: ReferralReceipt,
  mustConfirm: z.boolean(),
  /** Whether we reach the person by e-mail. */
  byEmail: z.boolean(),
});
export type Booked = z.infer<typeof Booked>;

const HEADINGS = {
  confirmed: "Your place is booked",
  waiting: "You are on the waiting list",
  received: "We have sent your request",
} as const satisfies Record<ReferralReceipt["state"], string>;

export function doneTitle({ mustConfirm, receipt }: Booked): string {
  return mustConfirm ? "Confirm your booking" : HEADINGS[receipt.state];
}

function panel(booked: Booked): Html {
  return html`<div class="nhsuk-panel hwbe-done"><h1 class="nhsuk-panel__heading nhsuk-panel__heading--l">${doneTitle(booked)}</h1>
<div class="nhsuk-panel__body">Your reference<br><strong class="hwbe-reference">${booked.receipt.reference}</strong></div></div>`;
}

function stateLines({ receipt: { state, waitingPosition }, mustConfirm, byEmail }: Booked): Html {
  const told = byEmail ? "We email you" : "The organiser tells you";
  if (mustConfirm) {
    return html`<p>We have sent you an email. <strong>Follow its link within 24 hours</strong>, or we cancel this booking.</p>
<p>If you cannot find the email, look in your junk folder.</p>`;
  }
  if (state === "waiting") return html`<p>You are number ${waitingPosition} in line. ${told} if a place becomes free.</p>`;
  if (state === "received") return html`<p>The organiser looks at each request. ${told} whether you have a place.</p>`;
  return byEmail
    ? html`<p>We have sent you an email with this reference and the date.</p>`
    : html`<p>Write down this reference and the date, or print this page.</p>`;
}

function calendarLine({ receipt: { state }, mustConfirm }: Booked, event: Event): OptionalHtml {
  if (state === "waiting" || mustConfirm) return undefined;
  return html`<p class="hwbe-screen-only"><a href="/v1/events/${event.id}.ics">Add the event to your calendar</a></p>`;
}

/** A booking that was made. `link` is the address where it can be changed. */
export function donePage(booked: Booked, event: Event, link: string): Html {
  return html`${panel(booked)}
${eventCaption(event, whenWords(event))}
<h2 class="nhsuk-heading-m">What happens next</h2>
${stateLines(booked)}
${event.format !== "in-person" && html`<p>You get what you need to join from the organiser.</p>`}
${calendarLine(booked, event)}
<h2 class="nhsuk-heading-m">If you need to change or cancel</h2>
<p>Use this link. Keep it: save it, print this page, or take a photo of it.</p>
<p class="hwbe-link-to-keep"><a href="${link}">${link}</a></p>
<p>Please cancel if you cannot come. Then somebody else can have the place.</p>
${organiserLine(event)}
<p class="hwbe-screen-only"><a href="/events">Find other events</a></p>`;
}
