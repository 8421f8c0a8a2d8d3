import { html, nothing, type TemplateResult } from "lit";
import type { FacetValue } from "../../server/contract/event-page.ts";
import type { BoroughTile } from "../borough-tiles.ts";
import { strings } from "../strings.ts";
import { laterStrings } from "../strings-later.ts";
import type { FinderActions } from "./actions.ts";

interface Places {
  readonly counts: readonly FacetValue[];
  readonly chosen: readonly string[];
}

/** With a place to break in its long words, for a narrow tile. */
const breakable = (name: string) =>
  name.replace(/[a-z]{8,}/gi, (word) => word.replace(/(?=(?:smith|minster|worth|bridge|wich|wark|mond|low|gey|ham|ton|don)$)/, "\u00ad"));

function tile({ slug, label, row, column }: BoroughTile, { counts, chosen }: Places, actions: FinderActions): TemplateResult {
  const isChosen = chosen.includes(slug);
  const count = counts.find(({ value }) => value === slug)?.count ?? 0;
  const isEmpty = count === 0 && !isChosen;
  const name = strings.label("borough", slug, label);
  return html`<li class="tile r${row} c${column}">
    <button type="button" part="tile" aria-pressed=${isChosen ? "true" : "false"} aria-disabled=${isEmpty ? "true" : nothing}
      @click=${() => isEmpty || actions.filter("borough", slug, !isChosen)}>
      <span aria-hidden="true">${breakable(name)}</span><b aria-hidden="true">${count}</b><span class="unseen">${name}: ${strings.countEvents(count)}</span>
    </button>
  </li>`;
}

/** London as tiles, each borough about where it lies. A tile chooses its borough, and gives it back. In reading order of the map. */
export function boroughMap(tiles: readonly BoroughTile[] | undefined | null, places: Places, actions: FinderActions): TemplateResult {
  if (tiles === null) return html`<p class="field-error" role="alert">${laterStrings.views.mapFailed}</p>`;
  if (!tiles) return html`<p class="hint">${laterStrings.views.mapLoading}…</p>`;
  return html`<div class="map"><p class="hint">${laterStrings.views.mapHint}</p>
    <ul class="tiles" role="list" aria-label=${laterStrings.views.map}>${tiles.map((one) => tile(one, places, actions))}</ul></div>`;
}
