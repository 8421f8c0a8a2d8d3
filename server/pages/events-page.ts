import { html } from "hono/html";
import { type Sort, SORTS } from "../contract/values.ts";
import type { Facets } from "../contract/event-page.ts";
import { calendarAddresses } from "../wording/calendar-addresses.ts";
import { chipList, type Chip } from "./chips.ts";
import { eventList, type ListedEvent } from "./event-card.ts";
import { filterPanel } from "./filters.ts";
import { FILTER_ORDER } from "./filter-names.ts";
import type { ListAddress } from "./list-address.ts";
import { errorSummary, type PageError } from "./list-errors.ts";
import { eventCount, type Html, type OptionalHtml } from "./markup.ts";
import { wider } from "./miles.ts";
import { searchForm } from "./search-form.ts";

export interface EventsView {
  address: ListAddress;
  events: readonly ListedEvent[];
  total: number;
  next: string | null;
  /** True where no event has every word of the search. */
  isRelaxed: boolean;
  facets: Facets;
  chips: readonly Chip[];
  sort: Sort;
  baseUrl: string;
}

const KEEP = ["sort", "limit", "from", "to", "ids"];
const SORT_NAMES: Readonly<Record<Sort, string>> = { relevance: "Best match", distance: "Nearest first", date: "Soonest first" };

function sorts({ address, sort }: EventsView): OptionalHtml {
  const possible = SORTS.filter((name) => name === "date" || address.get(name === "distance" ? "near" : "q") !== null);
  if (possible.length < 2) return undefined;
  return html`<p class="hwbe-sorts hwbe-screen-only">Sort by: ${possible.map((name) =>
    name === sort ? html`<strong>${SORT_NAMES[name]}</strong>` : html`<a href="${address.with("sort", name).path()}">${SORT_NAMES[name]}</a>`)}</p>`;
}

function nothingFound({ address, chips }: EventsView): Html {
  const further = address.get("near") === null ? undefined : wider(address.get("within"));
  return html`<p>You could:</p>
<ul>
${further && html`<li><a href="${address.with("within", further.value).path()}">look within ${further.words}</a></li>`}
${chips.map(({ label, without }) => html`<li><a href="${without.path()}">search without ${label}</a></li>`)}
<li><a href="/events?format=online&amp;format=phone">look at online and phone events</a></li>
<li><a href="/events">see every event</a></li>
</ul>
<p>You can also ask your clinical nurse specialist. Or call the Macmillan Support Line, free, on <a href="tel:08088080000">0808 808 00 00</a>.</p>`;
}

const ARROWS = {
  left: "M11 5l-7 7 7 7M4 12h16",
  right: "M13 5l7 7-7 7M20 12H4",
} as const;

function icon(direction: keyof typeof ARROWS): Html {
  return html`<svg class="nhsuk-icon nhsuk-icon--arrow-${direction} hwbe-arrow" viewBox="0 0 24 24" width="16" height="16" focusable="false" aria-hidden="true"><path d="${ARROWS[direction]}"/></svg>`;
}

function paging({ address, next }: EventsView): OptionalHtml {
  const isFirst = address.get("cursor") === null;
  if (isFirst && next === null) return undefined;
  return html`<nav class="nhsuk-pagination hwbe-screen-only" aria-label="Pages of events">
<ul class="nhsuk-list nhsuk-pagination__list">
${!isFirst && html`<li class="nhsuk-pagination-item--previous"><a class="nhsuk-pagination__link nhsuk-pagination__link--prev" href="${address.path()}"><span class="nhsuk-pagination__title">Back to first page</span>${icon("left")}</a></li>`}
${next !== null && html`<li class="nhsuk-pagination-item--next"><a class="nhsuk-pagination__link nhsuk-pagination__link--next" href="${address.page(next)}" rel="next"><span class="nhsuk-pagination__title">Next page</span>${icon("right")}</a></li>`}
</ul>
</nav>`;
}

function subscribe({ address, baseUrl }: EventsView): Html {
  const file = `${baseUrl}${address.calendarPath()}`;
  const { calendar, google, outlook } = calendarAddresses(file);
  return html`<section class="hwbe-screen-only">
<h2 class="nhsuk-heading-s">Subscribe to this list</h2>
<p>See these events in your own calendar. New and changed events come by themselves.</p>
<ul class="nhsuk-list">
<li><a href="${calendar}">Add this list to your calendar app</a></li>
<li><a href="${google}">Add this list to Google Calendar</a></li>
<li><a href="${outlook}">Add this list to Outlook</a></li>
<li><a href="${file}">Calendar file of this list</a></li>
</ul>
</section>`;
}

function shown({ address, events, total }: EventsView): string {
  if (total === 0) return "No events found";
  return address.get("cursor") === null && total > events.length ? `${eventCount(total)}, showing the first ${events.length}` : eventCount(total);
}

/** The list of events with its search and filters. */
export function eventsPage(view: EventsView, now: number): Html {
  const { address, events, total } = view;
  return html`<h1 class="nhsuk-heading-l">Find events</h1>
${searchForm(address, { keep: KEEP })}
<div class="hwbe-search">
${filterPanel(view.facets, address)}
<div>
<div class="hwbe-summary"><h2 class="nhsuk-heading-m" id="results">${shown(view)}</h2>${sorts(view)}</div>
${chipList(view.chips)}
${view.isRelaxed && html`<p>No event has all of your words. These come nearest.</p>`}
${total === 0 ? nothingFound(view) : eventList(events, now)}
${paging(view)}
${total > 0 && subscribe(view)}
</div>
</div>`;
}

/** The title of the page, with the number of events as the first thing. */
export function eventsTitle({ total, address }: Pick<EventsView, "total" | "address">): string {
  const found = total === 0 ? "No events found" : eventCount(total);
  return `${found}${address.get("cursor") === null ? "" : ", further page"} – Find events`;
}

/** The search with what is wrong with it. Everything that was chosen is still there. */
export function eventsErrorPage(address: ListAddress, errors: readonly PageError[], right: (name: string) => boolean): Html {
  const keep = [...KEEP, ...FILTER_ORDER].filter(right);
  return html`${errorSummary(errors, address)}
<h1 class="nhsuk-heading-l">Find events</h1>
${searchForm(address, { nearError: errors.find(({ field }) => field === "near")?.text, keep })}
<p><a href="/events">See every event</a></p>`;
}

