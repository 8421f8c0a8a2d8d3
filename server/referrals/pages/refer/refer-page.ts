import { html } from "hono/html";
import type { Event } from "../../../contract/event.ts";
import type { Referrer } from "../../../contract/referral.ts";
import { placeLine, placesTag } from "../../../pages/event-card.ts";
import { whenWords } from "../../../pages/event-when.ts";
import type { Html, OptionalHtml } from "../../../pages/markup.ts";
import type { Refusal } from "../../referral.ts";
import { choices } from "../../../pages/fields/choices.ts";
import { contactFields } from "../fields/contact-fields.ts";
import { errorSummary } from "../../../pages/fields/error-summary.ts";
import type { Filled } from "../../../pages/fields/filled.ts";
import { formGuards } from "../../../pages/fields/form-guards.ts";
import { needsFields } from "../fields/needs-fields.ts";
import { partsOf, sessionFields } from "../fields/session-fields.ts";
import { textField } from "../../../pages/fields/text-field.ts";
import { refusalTitle } from "../stops.ts";
import { inset } from "../unseen.ts";
import { sessionsField } from "./read-referral.ts";
import { referrerFields } from "./referrer-fields.ts";

/** The events that a page is about: those that take referrals, and why the others do not. */
export interface Referable {
  events: readonly Event[];
  others: readonly { event: Event; refusal: Refusal }[];
}

export interface ReferView extends Referable {
  filled: Filled;
  /** Who refers, where this computer remembers them. */
  remembered: Referrer | undefined;
  submission: string;
  token: string;
  /** What went wrong on our side. */
  trouble?: string | undefined;
}

function eventLine(event: Event): Html {
  return html`<strong>${event.title}</strong><br>${whenWords(event)}<br>${placeLine(event)}<br>${placesTag(event)}`;
}

function notHere({ others }: ReferView): Html {
  return html`${others.map(({ event, refusal }) => html`<p class="hwbe-text">Not <a href="/events/${event.slug}">${event.title}</a>,
${whenWords(event)}: ${refusalTitle(refusal).toLowerCase()}.</p>`)}`;
}

function partFields({ events, filled }: ReferView): Html {
  const legend = ({ title }: Event) => (events.length === 1 ? "Which parts?" : `Which parts of ${title}?`);
  const withParts = events.filter((event) => partsOf(event).length > 0);
  return html`${withParts.map((event) => sessionFields({ name: sessionsField(event), event, legend: legend(event) }, filled))}`;
}

function eventFields(view: ReferView): Html {
  const [only, ...more] = view.events;
  const options = view.events.map((event) => ({ value: event.id, label: eventLine(event) }));
  return html`${only && more.length === 0
    ? html`<div class="hwbe-chosen hwbe-text">${eventLine(only)}</div>`
    : html`<div class="hwbe-text">${choices({ kind: "checkboxes", name: "event", legend: "Events", options }, view.filled)}</div>`}
${notHere(view)}
${partFields(view)}`;
}

function companionField({ events, filled }: ReferView): OptionalHtml {
  if (events.every(({ kind }) => kind === "one-to-one")) return undefined;
  const options = [{ value: "yes", label: "They bring one other person", hint: "Who takes a place too." }];
  return choices({ kind: "checkboxes", name: "companion", legend: "Another person", options }, filled);
}

/** One page for all that a referral needs. */
export function referPage(view: ReferView): Html {
  const { filled, remembered, submission, token, trouble, events } = view;
  return html`${errorSummary(filled.errors)}
${trouble !== undefined && html`<div class="hwbe-alert" role="alert" tabindex="-1" autofocus>
<h2>Please try again</h2><p>${trouble}</p></div>`}
<h1 class="nhsuk-heading-l">Refer a patient</h1>
<form method="post" novalidate data-proof-of-work>
${formGuards(token)}
<input type="hidden" name="submission" value="${submission}">
<section>${eventFields(view)}</section>
<section><h2 class="nhsuk-heading-m">Your patient</h2>
<div class="hwbe-side-by-side"><div>
${textField({ name: "name", label: "Patient’s name", autocomplete: "off", width: 30 }, filled)}
${contactFields({ legend: "How can the organiser reach the patient?", isOwn: false }, filled)}
${companionField(view)}
</div><div>
${needsFields({ legend: "What does the patient need to take part? (optional)", none: "None of these" }, filled)}
</div></div></section>
<section><h2 class="nhsuk-heading-m">You</h2>
${referrerFields(filled, remembered)}
</section>
${inset(html`<p>Your patient should agree to this. Only the team that runs ${events.length === 1 ? "the" : "each"} event sees these details.
We delete them after the event.</p>
<p>The referral counts at once. It is marked as unproved until you follow the link in our email.</p>`)}
<button class="nhsuk-button" type="submit">Refer this patient</button>
${remembered && html`<p>Is this not you?
<button class="hwbe-link-button" type="submit" name="forget" value="yes">Forget my details</button></p>`}
</form>`;
}
