import { html, raw } from "hono/html";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import type { Drawing } from "./charts/draw.ts";
import type { Figure, FigureTable } from "./figures/figure.ts";
import { shownText } from "./figures/number-words.ts";

/** A picture that is wider than a telephone scrolls in a place of its own. */
const NARROW = 330;

/** The picture is one image with a text (WCAG 2.2 criterion 1.1.1); its numbers stand in the table. */
function svg({ key, title, says }: Figure, { width, height, content }: Drawing): Html {
  const id = `picture-${key}`;
  return html`<svg class="hwbe-chart${width > NARROW && " hwbe-chart--wide"}" role="img" aria-labelledby="${id}-title ${id}-says" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-title">${title}</title><desc id="${id}-says">${says}</desc>${raw(content)}</svg>`;
}

function picture(figure: Figure, drawing: Drawing | undefined): OptionalHtml {
  if (!drawing) return undefined;
  if (drawing.width <= NARROW) return svg(figure, drawing);
  return html`<div class="hwbe-figure__scroll" role="group" aria-label="Picture: ${figure.title}" tabindex="0">${svg(figure, drawing)}</div>`;
}

const cellText = (value: FigureTable["rows"][number][number]) => (typeof value === "number" ? shownText(value) : value);

function table(title: string, { columns, rows }: FigureTable): Html {
  return html`<div class="hwbe-figure__scroll" role="group" aria-label="Table: ${title}" tabindex="0"><table class="nhsuk-table hwbe-figure__table">
<caption class="nhsuk-u-visually-hidden">${title}</caption>
<thead class="nhsuk-table__head"><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody class="nhsuk-table__body">${rows.map(([name, ...cells]) => html`<tr class="nhsuk-table__row"><th scope="row">${cellText(name ?? "")}</th>
${cells.map((value) => html`<td class="nhsuk-table__cell">${cellText(value)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function closedTable(figure: Figure): OptionalHtml {
  if (figure.table.rows.length === 0) return undefined;
  return html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Table<span class="nhsuk-u-visually-hidden">: ${figure.title}</span></span></summary>
<div class="nhsuk-details__text">${table(figure.title, figure.table)}</div></details>`;
}

/** One subject: heading, sentence, picture, table, file. `query` asks for the same figures. */
export function figureSection(figure: Figure, drawing: Drawing | undefined, query: string): Html {
  const { key, title, says, notes } = figure;
  return html`<section class="hwbe-figure" aria-labelledby="figure-${key}">
<h2 class="nhsuk-heading-m" id="figure-${key}">${title}</h2>
<p>${says}</p>
${picture(figure, drawing)}
${notes.map((note) => html`<p class="nhsuk-body-s hwbe-figure__note">${note}</p>`)}
${figure.picture ? closedTable(figure) : table(title, figure.table)}
<p class="nhsuk-body-s"><a href="/desk/dashboard/${key}.csv?${query}" download>Download as a spreadsheet (CSV)<span class="nhsuk-u-visually-hidden">: ${title}</span></a></p>
</section>`;
}
