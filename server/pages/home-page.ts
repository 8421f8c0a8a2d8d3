import { html } from "hono/html";
import type { Facets, FacetValue } from "../contract/event-page.ts";
import type { Vocabularies } from "../contract/vocabulary.ts";
import { boroughMap } from "./borough-map.ts";
import { eventList, type ListedEvent } from "./event-card.ts";
import { SERVICE_NAME } from "./layout.ts";
import { eventCount, type Html, type OptionalHtml } from "./markup.ts";
import { HIDDEN_WITHIN, nearField, wordsField } from "./search-form.ts";

export interface HomeView {
  events: readonly ListedEvent[];
  total: number;
  facets: Facets;
  vocabularies: Vocabularies;
}

const TOPICS_SHOWN = 12;

/** What stands first: what this is, and the search. */
export function homeHero({ total }: HomeView): Html {
  return html`<div class="hwbe-hero"><div class="nhsuk-width-container hwbe-hero__inner">
<h1 class="nhsuk-heading-xl">${SERVICE_NAME}</h1>
<p>Information and support for people living with and beyond cancer, and the people close to them.${total > 0 && ` ${eventCount(total)} to come.`}</p>
<form class="hwbe-quick-search" action="/events" method="get" role="search" aria-label="Events">
${wordsField("")}
${nearField("")}
${HIDDEN_WITHIN}
<button class="nhsuk-button" type="submit">Search</button>
</form>
<ul class="hwbe-quick-links">
<li><a href="/events?when=week">This week</a></li>
<li><a href="/events?when=weekend">This weekend</a></li>
<li><a href="/events?format=online&amp;format=phone">From home</a></li>
<li><a href="/events?audience=carers">For carers</a></li>
<li><a href="/events?booking=self&amp;available=true">Book for yourself</a></li>
</ul>
</div></div>`;
}

function soon({ events }: HomeView, now: number): OptionalHtml {
  if (events.length === 0) return undefined;
  return html`<section>
<h2>Coming up next</h2>
<div class="hwbe-events-wide">${eventList(events, now)}</div>
<p><a href="/events">See all events</a></p>
</section>`;
}

function terms(field: string, values: readonly FacetValue[], counted: boolean): Html {
  return html`<ul class="hwbe-terms">${values.map(({ value, label, count }) => html`<li><a href="/events?${field}=${value}">${label}</a>${counted && html`<span class="hwbe-count">${eventCount(count)}</span>`}</li>`)}</ul>`;
}

function byCancer({ facets, vocabularies }: HomeView): OptionalHtml {
  const wide = new Set(vocabularies.tumourGroups.filter(({ parent }) => parent === null).map(({ slug }) => slug));
  const values = (facets["tumour-group"] ?? []).filter(({ value, count }) => count > 0 && wide.has(value));
  if (values.length === 0) return undefined;
  return html`<section>
<h2>By type of cancer</h2>
<p>Each list also has the events that are for all cancers.</p>
${terms("tumour-group", values, false)}
</section>`;
}

function byTopic({ facets }: HomeView): OptionalHtml {
  const topics = (facets.topic ?? []).filter(({ count }) => count > 0);
  if (topics.length === 0) return undefined;
  const least = topics.map(({ count }) => count).sort((a, b) => b - a)[TOPICS_SHOWN - 1] ?? 0;
  return html`<section>
<h2>By topic</h2>
${terms("topic", topics.filter(({ count }) => count >= least).slice(0, TOPICS_SHOWN), true)}
<p><a href="/events#filters">All topics</a></p>
</section>`;
}

const GAINS = html`<section>
<h2>What you can gain</h2>
<ul class="hwbe-gains">
<li><strong>Know what to expect</strong>Learn about side effects, and what helps with them.</li>
<li><strong>Feel less alone</strong>Meet others who know what it is like.</li>
<li><strong>Get practical help</strong>Ask about money, work, travel and care.</li>
<li><strong>Look after yourself</strong>Try gentle exercise, eating well and rest.</li>
</ul>
</section>`;

const NEXT = html`<section>
<h2>You can ask to go</h2>
<p>You can ask about these events at any time: when you find out, during treatment, or years later. You do not have to wait for someone to offer.</p>
<p><a href="/about#ask-to-go">How to ask to go</a></p>
<div class="hwbe-columns">
<section class="hwbe-panel">
<h3>If you want to come</h3>
<p>Find an event. Its page says who it is for, how to get a place and how to get there.</p>
<p><a href="/about#what-to-expect">What to expect on the day</a></p>
</section>
<section class="hwbe-panel">
<h3>If you run events</h3>
<p>Your events can be listed here, and shown on your own website.</p>
<p><a href="/about#run-events">Run or list an event</a></p>
</section>
<section class="hwbe-panel">
<h3>If you know of an event</h3>
<p>Tell your local cancer alliance about an event that is missing or wrong.</p>
<p><a href="/suggest">Tell us about an event</a></p>
</section>
<section class="hwbe-panel">
<h3>If you need someone to talk to</h3>
<p>You can talk to a cancer nurse, a support line, or people at a centre near you.</p>
<p><a href="/about#support">Find other support</a></p>
</section>
</div>
</section>`;

/** The first page, below its hero. */
export function homePage(view: HomeView, now: number): Html {
  return html`<div class="hwbe-home">${soon(view, now)}
${byTopic(view)}
${byCancer(view)}
${boroughMap(view.vocabularies.boroughs, view.facets.borough ?? [])}
${GAINS}
${NEXT}</div>`;
}
