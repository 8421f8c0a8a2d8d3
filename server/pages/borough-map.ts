import { html, raw } from "hono/html";
import type { FacetValue } from "../contract/event-page.ts";
import type { Vocabularies } from "../contract/vocabulary.ts";
import { eventCount, type Html, type OptionalHtml } from "./markup.ts";

type Borough = Vocabularies["boroughs"][number];

function tile({ slug, label, tile }: Borough, count: number): Html {
  const words = html`<span>${label}</span><b>${count}<span class="nhsuk-u-visually-hidden">${count === 1 ? " event" : " events"}</span></b>`;
  return html`<li class="hwbe-tile hwbe-tile--row-${tile.row} hwbe-tile--column-${tile.column}">${count > 0 ? html`<a href="/events?borough=${slug}">${words}</a>` : html`<span>${words}</span>`}</li>`;
}

function choice({ slug, label }: Borough, count: number): Html {
  return html`<option value="${slug}">${label} (${eventCount(count)})</option>`;
}

/** Events by borough: a choice on a small screen, and on a wide one a map of tiles, in the order in which one reads a map. */
export function boroughMap(boroughs: readonly Borough[], counts: readonly FacetValue[]): OptionalHtml {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  const withEvents = boroughs.filter(({ slug }) => countOf.get(slug));
  if (withEvents.length === 0) return undefined;
  const asOnMap = boroughs.toSorted((a, b) => a.tile.row - b.tile.row || a.tile.column - b.tile.column);
  return html`<section>
<h2>By borough</h2>
<form class="hwbe-borough-choice" action="/events" method="get">
<div class="nhsuk-form-group"><label class="nhsuk-label" for="borough">Borough</label>
<select class="nhsuk-select" id="borough" name="borough">${raw('<option value="">All of London</option>')}${withEvents
  .toSorted((a, b) => a.label.localeCompare(b.label, "en-GB"))
  .map((borough) => choice(borough, countOf.get(borough.slug) ?? 0))}</select></div>
<button class="nhsuk-button nhsuk-button--secondary" type="submit">Show events</button>
</form>
<ul class="hwbe-tiles">${asOnMap.map((borough) => tile(borough, countOf.get(borough.slug) ?? 0))}</ul>
</section>`;
}
