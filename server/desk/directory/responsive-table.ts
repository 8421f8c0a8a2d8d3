import { html } from "hono/html";
import type { Html } from "../../pages/markup.ts";

export interface ResponsiveTable {
  /** Says what the table holds to those who cannot see the heading above it. */
  caption: string;
  headings: readonly string[];
  /** A cell for each heading. */
  rows: readonly (readonly (Html | string)[])[];
}

/** A table whose rows become lists of facts on a narrow screen (NHS design system, "Responsive table"). */
export function responsiveTable({ caption, headings, rows }: ResponsiveTable): Html {
  return html`<table class="nhsuk-table-responsive" role="table"><caption class="nhsuk-u-visually-hidden">${caption}</caption>
<thead class="nhsuk-table__head" role="rowgroup"><tr role="row">${headings.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>
<tbody class="nhsuk-table__body" role="rowgroup">${rows.map((cells) => html`<tr class="nhsuk-table__row" role="row">
${cells.map((cell, index) => html`<td class="nhsuk-table__cell" role="cell"><span class="nhsuk-table-responsive__heading" aria-hidden="true">${headings[index]} </span>${cell}</td>`)}
</tr>`)}</tbody></table>`;
}
