import { html } from "hono/html";
import type { Event } from "../contract/event.ts";
import { FIXED_LABELS } from "../contract/vocabulary.ts";
import { lastConfirmed, statusAlert } from "./event-alerts.ts";
import { placeLine, placesTag } from "./event-card.ts";
import { accessSection, gettingThere } from "./event-support.ts";
import { isOver, whenWords } from "./event-when.ts";
import { factList } from "./fact-list.ts";
import { getAPlace } from "./get-a-place.ts";
import { inWords, webHref, type Html, type OptionalHtml } from "./markup.ts";
import { isUnavailable, otherEventsSection, type OtherEvents } from "./other-events.ts";
import { sessionsSection } from "./sessions-table.ts";

export interface EventView {
  event: Event;
  /** The other events of the same series that are to come, soonest first. */
  otherDates: readonly Event[];
  otherEvents: OtherEvents;
  url: string;
}

function links(field: string, terms: readonly { slug: string; label: string }[]): Html | undefined {
  if (terms.length === 0) return undefined;
  return html`${terms.map(({ slug, label }, index) => html`${index > 0 && ", "}<a href="/events?${field}=${slug}">${label}</a>`)}`;
}

function organiser({ organiser, partners }: Event): Html {
  const website = webHref(organiser.website);
  const name = website ? html`<a href="${website}">${organiser.label}</a>` : organiser.label;
  return html`${name}${partners.length > 0 && `, with ${inWords(partners.map(({ label }) => label))}`}`;
}

function place(event: Event): string {
  const { venue, format } = event;
  if (!venue) return placeLine(event);
  return `${venue.name}, ${venue.address}, ${venue.postcode}${format === "hybrid" ? ". You can also join online." : ""}`;
}

function audience({ audience }: Event): string {
  if (audience.length > 1) return "People with cancer, and their carers, family and friends";
  return FIXED_LABELS.audience[audience[0] ?? "patients"];
}

function facts(event: Event): OptionalHtml {
  return factList([
    ["When", whenWords(event)],
    ["Where", place(event)],
    ["How", `${FIXED_LABELS.kind[event.kind]}. ${FIXED_LABELS.format[event.format]}.`],
    ["Cost", event.cost ?? "Free"],
    ["For", audience(event)],
    ["Cancers", links("tumour-group", event.tumourGroups) ?? "All cancers"],
    ["Stage", links("stage", event.stages)],
    ["Topics", links("topic", event.topics)],
    ["Run by", organiser(event)],
  ]);
}

function about({ summary, whatHappens, whatToBring }: Event): Html {
  return html`<section>
<h2>About this event</h2>
<p class="hwbe-prose">${summary}</p>
${whatHappens !== null && html`<h3>What happens</h3><p class="hwbe-prose">${whatHappens}</p>`}
${whatToBring !== null && html`<h3>What to bring</h3><p class="hwbe-prose">${whatToBring}</p>`}
</section>`;
}

const MAX_DATES = 12;

function otherDatesSection(events: readonly Event[], series: string | undefined): OptionalHtml {
  if (events.length === 0) return undefined;
  return html`<section class="hwbe-screen-only">
<h2>Other dates</h2>
${series !== undefined && html`<p class="hwbe-text">${series}</p>`}
<ul class="hwbe-dates nhsuk-list">${events.slice(0, MAX_DATES).map((event) => html`<li><a href="/events/${event.slug}">${whenWords(event)}</a>${event.status === "cancelled" && " (cancelled)"}</li>`)}</ul>
</section>`;
}

/** Everything that a person needs to decide on one event. */
export function eventPage({ event, otherDates, otherEvents, url }: EventView, now: number): Html {
  const next = otherDates.find(({ status }) => status !== "cancelled");
  const others = otherEventsSection(event, otherEvents, now);
  const isFirst = isUnavailable(event, now);
  return html`<a class="nhsuk-back-link" href="/events">Find events</a>
${statusAlert(event, next, now)}
<header class="hwbe-event-head">
<h1 class="nhsuk-heading-xl">${event.title}</h1>
<p class="nhsuk-lede-text hwbe-text">${event.forWhom}</p>
${event.status !== "cancelled" && !isOver(event, now) && html`<p class="hwbe-event-head__place hwbe-screen-only">${placesTag(event)} <a href="#get-a-place">How to get a place</a></p>`}
</header>
${isFirst && others}
<div class="hwbe-event-body">
<div class="hwbe-event-body__facts">${facts(event)}</div>
${getAPlace(event, now)}
<div class="hwbe-event-body__rest">
${about(event)}
${sessionsSection(event)}
${accessSection(event)}
${gettingThere(event)}
${otherDatesSection(otherDates, event.series?.title)}
${!isFirst && others}
${lastConfirmed(event, now)}
<p class="hwbe-screen-only"><a href="/feedback?event=${event.slug}">Something wrong on this page?</a></p>
<p class="hwbe-print-only">This page: ${url}</p>
</div>
</div>`;
}

/** `Tea and talk, Tuesday 3 March 2026`, with what has become of it. */
export function eventTitle(event: Event, now: number): string {
  const state = event.status === "cancelled" ? "Cancelled: " : isOver(event, now) ? "Over: " : "";
  return `${state}${event.title}, ${whenWords(event)}`;
}
