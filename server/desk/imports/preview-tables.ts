import { html } from "hono/html";
import type { RowProblem } from "../../imports/cells.ts";
import type { PreviewRow } from "../../imports/own-import.ts";
import type { Html, OptionalHtml } from "../../pages/markup.ts";
import { dateTimeRange } from "../../wording/dates.ts";
import { responsiveTable, type ResponsiveTable } from "../directory/responsive-table.ts";

/** More rows than anybody reads, and fewer than a phone chokes on. */
const SHOWN = 500;

interface Section {
  id: string;
  heading: string;
  table: ResponsiveTable;
  isClosed?: boolean;
}

/** A heading, and a table that may stand closed below it. */
function section({ id, heading, table, isClosed = false }: Section): OptionalHtml {
  if (table.rows.length === 0) return undefined;
  const more = table.rows.length - SHOWN;
  const content = html`${responsiveTable({ ...table, rows: table.rows.slice(0, SHOWN) })}
${more > 0 && html`<p>And ${more} more.</p>`}`;
  return html`<section aria-labelledby="${id}"><h2 class="nhsuk-heading-m" id="${id}">${heading}</h2>
${isClosed
    ? html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">Show them</span></summary><div class="nhsuk-details__text">${content}</div></details>`
    : content}
</section>`;
}

const sentence = (column: string, reason: string) => `${column.charAt(0).toUpperCase()}${column.slice(1)} ${reason}.`;

/** What is wrong, by line and column. */
export function problemsTable(problems: readonly RowProblem[]): OptionalHtml {
  const rows = problems.map(({ line, column, reason }) => [String(line), column, sentence(column, reason)]);
  return section({ id: "wrong", heading: "Left out, with what to put right", table: { caption: "Rows that are left out", headings: ["Line", "Column", "What is wrong"], rows } });
}

const when = ({ event }: Extract<PreviewRow, { event: unknown }>) => dateTimeRange(event.startsAt, event.endsAt);

function ofKind<Kind extends PreviewRow["kind"]>(rows: readonly PreviewRow[], kind: Kind): Extract<PreviewRow, { kind: Kind }>[] {
  return rows.filter((row): row is Extract<PreviewRow, { kind: Kind }> => row.kind === kind);
}

/** All rows of a file, by what they would do. */
export function previewTables(rows: readonly PreviewRow[]): Html {
  const changed = ofKind(rows, "changed").map((row) => [
    String(row.line), html`${row.event.title}<br>${when(row)}`,
    html`<ul class="nhsuk-list hwbe-changes">${row.changes.map(({ field, before, after }) => html`<li><strong>${field}</strong>: <del>${before}</del> to <ins>${after}</ins></li>`)}</ul>`,
  ]);
  const plain = (kind: "new" | "unchanged") => rows.flatMap((row) => (row.kind === kind ? [[String(row.line), row.event.title, when(row)]] : []));
  const headings = ["Line", "Event", "When"];
  return html`${problemsTable(ofKind(rows, "wrong").flatMap(({ problems }) => problems))}
${section({ id: "changed", heading: "Changed", table: { caption: "Events that would change", headings: ["Line", "Event", "What changes"], rows: changed } })}
${section({ id: "new", heading: "New", table: { caption: "Events that would be new", headings, rows: plain("new") } })}
${section({ id: "unchanged", heading: "The same", isClosed: true, table: { caption: "Events that stay as they are", headings, rows: plain("unchanged") } })}`;
}
