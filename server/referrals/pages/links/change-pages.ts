import { html } from "hono/html";
import type { Event } from "../../../contract/event.ts";
import type { ReferralDetails } from "../../../contract/referral.ts";
import { factList } from "../../../pages/fact-list.ts";
import type { Html } from "../../../pages/markup.ts";
import type { Wanted } from "../../by-link.ts";
import { choices } from "../../../pages/fields/choices.ts";
import { contactWords } from "../fields/contact-fields.ts";
import { errorSummary } from "../../../pages/fields/error-summary.ts";
import type { FieldError, Filled, Reading } from "../../../pages/fields/filled.ts";
import { needsWords } from "../fields/needs-fields.ts";
import { partsOf, readSessions, sessionFields } from "../fields/session-fields.ts";
import { bookingFacts, helpLine, type LinkView } from "./manage-page.ts";

function readCompanion(form: URLSearchParams, event: Event, now: boolean): Reading<boolean> {
  const answer = form.get("companion");
  if (event.kind === "one-to-one") return { value: now };
  if (answer === "yes" || answer === "no") return { value: answer === "yes" };
  return { errors: [{ field: "companion", message: "Select yes if one other person is coming" }] };
}

function readParts(form: URLSearchParams, event: Event, now: Wanted["sessions"]): Reading<Wanted["sessions"]> {
  return partsOf(event).length > 0 ? readSessions(form, "sessions", event) : { value: now };
}

/** What may be changed of a booking, as the form has it. `now` holds where a thing is not asked. */
export function readWanted(form: URLSearchParams, event: Event, now: Wanted): Reading<Wanted> {
  const companion = readCompanion(form, event, now.companion);
  const sessions = readParts(form, event, now.sessions);
  if ("value" in companion && "value" in sessions) return { value: { companion: companion.value, sessions: sessions.value } };
  return { errors: [companion, sessions].flatMap((read): FieldError[] => ("errors" in read ? read.errors : [])) };
}

export function changePage(event: Event, filled: Filled): Html {
  const companion = choices({
    kind: "radios",
    name: "companion",
    legend: "Are you bringing somebody with you?",
    hint: "One other person can come. They take a place too.",
    options: [
      { value: "yes", label: "Yes, one person" },
      { value: "no", label: "No" },
    ],
  }, filled);
  return html`${errorSummary(filled.errors)}
<h1 class="nhsuk-heading-l">Change your booking</h1>
<form method="post" novalidate>
${event.kind !== "one-to-one" && companion}
${partsOf(event).length > 0 && sessionFields({ name: "sessions", event, legend: "Which parts do you want to come to?" }, filled)}
<button class="nhsuk-button" type="submit">Save changes</button>
</form>`;
}

export function noPlacePage(link: LinkView): Html {
  return html`<h1 class="nhsuk-heading-l">There is no place for another person</h1>
<p>We have not changed your booking.</p>
<p><a href="${link.path}">Back to your booking</a></p>
${helpLine(link)}`;
}

interface Confirmation {
  title: string;
  words: string;
  button: string;
  back: string;
}

export const CANCEL = {
  attendee: {
    title: "Do you want to cancel this booking?",
    words: "The place goes to somebody else. You cannot undo this.",
    button: "Yes, cancel my booking",
    back: "No, keep my booking",
  },
  referrer: {
    title: "Do you want to cancel this referral?",
    words: "The place goes to somebody else. We tell your patient, where we have their email address.",
    button: "Yes, cancel this referral",
    back: "No, keep this referral",
  },
} as const satisfies Record<string, Confirmation>;

export const ERASE: Confirmation = {
  title: "Do you want us to delete your details?",
  words: "We delete your name, how to reach you, and your needs. We also cancel your booking, if it is to come. You cannot undo this.",
  button: "Yes, delete my details",
  back: "No, keep my details",
};

/** Asks before something is done that cannot be undone. */
export function confirmationPage(link: LinkView, { title, words, button, back }: Confirmation): Html {
  return html`<h1 class="nhsuk-heading-l">${title}</h1>
<div class="hwbe-facts">${bookingFacts(link)}</div>
<p>${words}</p>
<form method="post"><button class="nhsuk-button nhsuk-button--warning" type="submit">${button}</button></form>
<p><a href="${link.path}">${back}</a></p>`;
}

/** All that is held about a person, for themselves. */
export function heldPage(link: LinkView, details: ReferralDetails | undefined): Html {
  const back = html`<p><a href="${link.path}">Back to your booking</a></p>`;
  if (!details) return html`<h1 class="nhsuk-heading-l">We hold nothing about you</h1><p>Your details are deleted.</p>${back}`;
  const { name, contact, needs, email, referrer } = details;
  return html`<h1 class="nhsuk-heading-l">What we hold about you</h1>
<div class="hwbe-facts">${factList([
  ["Name", name],
  ["How to reach you", contactWords(contact)],
  ["Needs", needsWords(needs)],
  ["Email to confirm", email],
  ["Referred by", referrer && `${referrer.name}, ${referrer.role}, ${referrer.organisation}`],
  ["Email of the referrer", referrer?.email],
])}</div>
<p>We keep this encrypted. Only the team that runs the event sees it.</p>
<p><a href="${link.path}/erase">Delete my details</a></p>
${back}`;
}
