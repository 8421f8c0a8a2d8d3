import { html } from "hono/html";
import type { Event } from "../contract/event.ts";
import { shareEvent } from "../wording/share-event.ts";
import { BOOK_TITLE, bookingPath, prospectOf, referPath } from "./booking-words.ts";
import { addressLine, placesTag } from "./event-card.ts";
import { isOver, whenWords } from "./event-when.ts";
import { telHref, webHref, type Html, type OptionalHtml } from "./markup.ts";

/** Who to ring or write to. Without a line of the event's own, the organiser's website. */
export function contactLines({ contact, organiser, title }: Event): Html {
  const website = webHref(organiser.website);
  if (!contact || (contact.phone === null && contact.email === null)) {
    return html`<p>${contact ? contact.name : organiser.label}${website && html`<br><a href="${website}">Website of ${organiser.shortName}</a>`}</p>`;
  }
  return html`<p>${contact.name}</p>
${contact.phone !== null && html`<p class="hwbe-place__call"><a href="${telHref(contact.phone)}">${contact.phone}</a></p>`}
${contact.email !== null && html`<p><a href="mailto:${encodeURIComponent(contact.email).replace("%40", "@")}?subject=${encodeURIComponent(title)}">${contact.email}</a></p>`}`;
}

function whoMay({ booking: { who } }: Event): Html {
  const self = who.includes("self");
  if (!who.includes("professional")) return html`<p>You can ask for a place yourself.</p>`;
  return self
    ? html`<p>You can ask for a place yourself. Or your nurse, GP or another health professional can refer you.</p>`
    : html`<p>A health professional refers you to this event. This can be your clinical nurse specialist or your GP. Ask them.</p>`;
}

function places({ places, booking, format }: Event): OptionalHtml {
  if (!booking.open) return html`<p>The organiser takes no new bookings at the moment.</p>`;
  if (places.state === "waiting-list") return html`<p>All places are taken. You can ask to go on the waiting list.</p>`;
  if (places.state === "full") return html`<p>All places are taken. Ask the organiser about other dates.</p>`;
  return format === "online" ? html`<p>You get the link to join when you have a place.</p>` : undefined;
}

/** `Call or email`, or what there is of the two. */
function howToReach({ contact }: Event): string {
  if (contact?.phone && contact.email) return "Call or email";
  if (contact?.phone) return "Call";
  return contact?.email ? "Email" : "Ask the organiser";
}

/** Where to book and to refer on this service. On paper their addresses stand instead. */
function bookHere(event: Event): OptionalHtml {
  if (event.places.state === "full" || !event.booking.open) return undefined;
  const { who } = event.booking;
  const self = who.includes("self") && html`<a class="nhsuk-button" href="${bookingPath(event)}">${BOOK_TITLE[prospectOf(event)]}</a>`;
  const style = who.includes("self") ? " nhsuk-button--secondary" : "";
  const professional = who.includes("professional") && html`<a class="nhsuk-button${style}" href="${referPath(event)}">Refer a patient</a>`;
  return html`<div class="nhsuk-button-group">${self}${professional}</div>
<p class="hwbe-print-only">Book or refer at ${event.url}</p>`;
}

function here(event: Event): Html {
  return html`${places(event)}${whoMay(event)}
${bookHere(event)}
<h3>${howToReach(event)}</h3>
<p>Say the name of the event and its date.</p>
${contactLines(event)}`;
}

function byOrganiser(event: Event): Html {
  const url = webHref(event.booking.url);
  return html`${places(event)}${whoMay(event)}
${url && html`<p><a class="nhsuk-button" href="${url}">Book with ${event.organiser.shortName}</a></p>
<p class="hwbe-print-only">Book at ${url}</p>`}
<h3>Questions</h3>
${contactLines(event)}`;
}

function byPhone(event: Event): Html {
  return html`${places(event)}${whoMay(event)}
<h3>${event.contact?.phone ? "Call to get a place" : "Ask the organiser"}</h3>
<p>Say the name of the event and its date.</p>
${contactLines(event)}`;
}

function dropIn(event: Event): Html {
  return html`<p>You do not need to book. Come at any time while it is open.</p>
<h3>Questions</h3>
${contactLines(event)}`;
}

const ROUTES = { here, organiser: byOrganiser, phone: byPhone, "drop-in": dropIn } as const;

/** A word for the nurse or doctor to whom somebody shows the page. */
function noteForNurse(event: Event): OptionalHtml {
  const { who, route, open } = event.booking;
  if (!who.includes("professional") || route === "drop-in" || !open) return undefined;
  const how = route === "here" ? `at ${event.url}/refer` : "with the contact details above";
  return html`<h3>A note for your nurse or GP</h3>
<p>Your patient would like to go to “${event.title}”, on ${whenWords(event)}. Please refer them ${how}.</p>`;
}

function keepAndShare(event: Event): Html {
  const { sms, mail, google, outlook } = shareEvent({ ...event, when: whenWords(event), where: addressLine(event) });
  const link = (href: string, text: string) => html`<li><a href="${href}">${text}</a></li>`;
  return html`<div class="hwbe-screen-only"><h3>Keep the date</h3>
<ul class="nhsuk-list">${link(`/v1/events/${event.id}.ics`, "Add to your calendar")}${link(google, "Add to Google Calendar")}${link(outlook, "Add to Outlook")}</ul>
<h3>Tell somebody</h3>
<ul class="nhsuk-list">${link(sms, "Send by text message")}${link(mail, "Send by email")}</ul>
<p class="hwbe-small">This page prints on paper too, with the address and the contact details.</p></div>`;
}

/** How to get a place, for as long as there is one to get. */
export function getAPlace(event: Event, now: number): Html {
  const gone = event.status === "cancelled" || isOver(event, now);
  return html`<section class="hwbe-place hwbe-anchor hwbe-text" id="get-a-place" aria-labelledby="get-a-place-title">
<h2 class="nhsuk-heading-m" id="get-a-place-title">${gone ? "Questions" : "Get a place"}</h2>
${!gone && html`<p class="hwbe-place__tag">${placesTag(event)}</p>`}
${gone ? contactLines(event) : ROUTES[event.booking.route](event)}
${!gone && event.booking.note !== null && html`<p>${event.booking.note}</p>`}
${!gone && noteForNurse(event)}
${!gone && keepAndShare(event)}
</section>`;
}
