import { html } from "hono/html";
import type { Event } from "../contract/event.ts";
import { longDate } from "../wording/dates.ts";
import { factList, known, NOT_KNOWN, type Fact } from "./fact-list.ts";
import { inWords, type Html, type OptionalHtml } from "./markup.ts";

export const EFFORT_WORDS = {
  seated: "You can stay seated.",
  "some-standing": "There is some standing.",
  "gentle-activity": "There is gentle activity.",
} as const;

function onRequest(level: Event["support"]["bsl"], requestBy: string | null, provided: string, no: string): string {
  if (level === "provided") return provided;
  if (level === "no") return no;
  return requestBy === null ? "Yes, if you ask when you book." : `Yes, if you ask by ${longDate(Date.parse(requestBy))}.`;
}

function building({ venue }: Event): Fact[] {
  if (!venue) return [];
  const { stepFree, hearingLoop, accessibleToilet, note } = venue.access;
  return [
    ["Step-free access", known(stepFree, "Yes", "No")],
    ["Hearing loop", known(hearingLoop, "Yes", "No")],
    ["Accessible toilet", known(accessibleToilet, "Yes", "No")],
    ["More about access", note ?? undefined],
  ];
}

/** Access to the place, help with language, and how tiring it is. */
export function accessSection(event: Event): OptionalHtml {
  const { support, effort, breaks } = event;
  return html`<section>
<h2>Access and support</h2>
${factList([
  ...building(event),
  ["British Sign Language (BSL)", onRequest(support.bsl, support.requestBy, "Yes, a BSL interpreter will be there.", "No")],
  ["Language interpreter", onRequest(support.interpreter, support.requestBy, "Yes, an interpreter will be there.", "No")],
  ["Language", `In ${inWords(event.languages.map(({ label }) => label))}`],
  ["How tiring it is", effort === null ? NOT_KNOWN : EFFORT_WORDS[effort]],
  ["Breaks", known(breaks, "There are breaks.", "There are no breaks.")],
])}
</section>`;
}

/** `London Bridge (step-free)` */
export function stationWords({ nearestStation, stationStepFree }: NonNullable<Event["venue"]>["transport"]): string | undefined {
  if (nearestStation === null) return undefined;
  if (stationStepFree === null) return nearestStation;
  return `${nearestStation} (${stationStepFree ? "step-free" : "not step-free"})`;
}

/** How to get to the place. What is not known is named once, at the end. */
export function gettingThere({ venue }: Event): OptionalHtml {
  if (!venue) return undefined;
  const { transport, latitude, longitude } = venue;
  const facts: Fact[] = [
    ["Nearest station", stationWords(transport)],
    ["Directions", transport.directions ?? undefined],
    ["Parking", transport.parking ?? undefined],
    ["Cost of parking", transport.parkingCost ?? undefined],
    ["Blue Badge", transport.blueBadge ?? undefined],
    ["Patient transport", transport.patientTransport ?? undefined],
  ];
  const unknown = facts.filter(([, value]) => value === undefined).map(([name]) => name);
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return html`<section>
<h2>Getting there</h2>
${factList([["Address", address(venue, map)], ...facts])}
${unknown.length > 0 && html`<p class="hwbe-unknown">Not known: ${inWords(unknown).toLowerCase().replace("blue badge", "Blue Badge")}. Ask the organiser.</p>`}
</section>`;
}

function address({ name, address, postcode }: NonNullable<Event["venue"]>, map: string): Html {
  return html`${name}<br>${address}<br>${postcode}<br><a class="hwbe-screen-only" href="${map}">See this place on a map</a>`;
}
