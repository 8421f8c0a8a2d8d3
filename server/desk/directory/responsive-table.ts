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
  const heading = (name: string) => html`<th scope="col" role="columnheader">${name}</th>`;
  const cell = (content: Html | string, column: number) => html`<td class="nhsuk-table__cell" role="cell">
<span class="nhsuk-table-responsive__heading" aria-hidden="true">${headings[column]} </span>${content}</td>`;
  return html`<table class="nhsuk-table-responsive" role="table"><caption class="nhsuk-u-visually-hidden">${caption}</caption>
<thead class="nhsuk-table__head" role="rowgroup"><tr role="row">${headings.map(heading)}</tr></thead>
<tbody class="nhsuk-table__body" role="rowgroup">
${rows.map((cells) => html`<tr class="nhsuk-table__row" role="row">${cells.map(cell)}</tr>`)}
</tbody></table>`;
}
