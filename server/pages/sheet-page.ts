import { html } from "hono/html";
import type { Event } from "../contract/event.ts";
import { addressLine, placesTag } from "./event-card.ts";
import { statusAlert } from "./event-alerts.ts";
import { EFFORT_WORDS, stationWords } from "./event-support.ts";
import { isOver, whenWords } from "./event-when.ts";
import { factList } from "./fact-list.ts";
import { contactLines } from "./get-a-place.ts";
import type { Html, OptionalHtml } from "./markup.ts";
import { qrCode } from "./qr-code.ts";

const HOW_TO_BOOK = {
  here: "Book on the web page of the event, or contact the organiser.",
  organiser: "Book with the organiser. The web page of the event has the link.",
  phone: "Call the organiser.",
  "drop-in": "You do not need to book.",
} as const satisfies Record<Event["booking"]["route"], string>;

function howToBook({ booking }: Event): string {
  if (!booking.open) return "Booking is closed at the moment. Contact the organiser.";
  if (booking.route === "here" && !booking.who.includes("self")) return "Your nurse or GP refers you.";
  const refer = booking.who.includes("self") ? "" : " Your nurse or GP refers you.";
  return `${HOW_TO_BOOK[booking.route]}${booking.route === "drop-in" ? "" : refer}`;
}

function gettingThere({ venue }: Event): OptionalHtml {
  if (!venue) return undefined;
  const { directions, parking, parkingCost, blueBadge, patientTransport } = venue.transport;
  const station = stationWords(venue.transport);
  const lines = [station && `Nearest station: ${station}`, directions, parking, parkingCost && `Cost of parking: ${parkingCost}`, blueBadge, patientTransport];
  const told = lines.filter((line) => typeof line === "string" && line !== "");
  return told.length > 0 ? html`${told.map((line) => html`<p>${line}</p>`)}` : undefined;
}

function howTiring({ effort, breaks }: Event): string | undefined {
  const words = [...(effort ? [EFFORT_WORDS[effort]] : []), ...(breaks ? ["There are breaks."] : [])];
  return words.length > 0 ? words.join(" ") : undefined;
}

function sheetEvent(event: Event, now: number): Html {
  const { venue, url, slug, title, forWhom } = event;
  return html`<li class="hwbe-sheet__event hwbe-text">
<h2 class="nhsuk-heading-m"><a href="/events/${slug}">${title}</a></h2>
<p>${forWhom}</p>
${statusAlert(event, undefined, now) ?? html`<p>${placesTag(event)}</p>`}
${factList([
  ["When", whenWords(event)],
  ["Where", addressLine(event)],
  ["Getting there", gettingThere(event)],
  ["Step-free", venue ? { true: "Yes", false: "No", null: "Not known" }[`${venue.access.stepFree}`] : undefined],
  ["How tiring it is", howTiring(event)],
  ["Cost", event.cost ?? "Free"],
  ["Get a place", isOver(event, now) || event.status === "cancelled" ? undefined : howToBook(event)],
  ["Call or ask", contactLines(event)],
])}
<div class="hwbe-sheet__address hwbe-print-only">${qrCode(url, `Code that leads to the page of ${title}`)}<p>Point the camera of a phone here, or go to ${url}</p></div>
</li>`;
}

/** To how many events one patient is referred at once. */
const MOST_REFERRED = 10;

/** Where a professional refers one patient to several of the events at once. */
function referAll(events: readonly Event[], now: number): OptionalHtml {
  const here = events.filter((event) => isReferable(event, now)).slice(0, MOST_REFERRED);
  if (here.length === 0) return undefined;
  const ids = here.map(({ id }) => id).join(",");
  const which = here.length === 1 ? "1 event" : `these ${here.length} events`;
  return html`<p class="hwbe-screen-only"><a class="nhsuk-button" href="/refer?ids=${ids}">Refer a patient to ${which}</a></p>`;
}

function isReferable(event: Event, now: number): boolean {
  const { booking, places, status } = event;
  if (status === "cancelled" || isOver(event, now) || places.state === "full" || !booking.open) return false;
  return booking.route === "here" && booking.who.includes("professional");
}

/** A sheet that was opened later must not be shorter in silence. */
function goneWords(gone: number): OptionalHtml {
  if (gone === 0) return undefined;
  return html`<p>${gone === 1 ? "1 event that you chose is" : `${gone} events that you chose are`} no longer listed.</p>`;
}

/** Some events that were put aside for one person, as a sheet to print in 16 point or more, and how many are `gone`. It says nothing of the person. */
export function sheetPage(events: readonly Event[], gone: number, now: number): Html {
  if (events.length === 0) {
    return html`<h1 class="nhsuk-heading-l">Events chosen for you</h1>
<p>These events are no longer listed. <a href="/events">Find other events</a></p>`;
  }
  return html`<div class="hwbe-large-print"><h1 class="nhsuk-heading-l">Events chosen for you</h1>
<p class="hwbe-screen-only">Print this page to take it with you. It prints in large letters.</p>
${goneWords(gone)}
${referAll(events, now)}
<ol class="hwbe-sheet">${events.map((event) => sheetEvent(event, now))}</ol>
<p class="hwbe-screen-only"><a href="/events">Find other events</a></p></div>`;
}
