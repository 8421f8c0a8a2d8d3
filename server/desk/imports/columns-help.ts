import { html } from "hono/html";
import { BOOKING_ROUTES } from "../../contract/event.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../../contract/vocabulary.ts";
import type { REQUIRED_COLUMNS } from "../../imports/columns.ts";
import type { Html } from "../../pages/markup.ts";

const oneOf = (values: readonly string[]) => `One of: ${values.join(", ")}`;

/** What stands in each column that a file must have. */
const MUST: Readonly<Record<Exclude<(typeof REQUIRED_COLUMNS)[number], "organiser">, string>> = {
  reference: "Your own name for the event, such as A1. With it we know the event again.",
  title: "What the event is called",
  "for whom": "One line on who it is for",
  summary: "What people get from it",
  date: "3/12/2026 or 2026-12-03",
  "start time": "2pm or 14:00",
  "end time": "4.30pm or 16:30",
  format: oneOf(FORMATS),
  kind: oneOf(KINDS),
  audience: `${AUDIENCES.join(" or ")}, or both with | between them`,
  booking: oneOf(BOOKING_ROUTES),
  "who can book": `${BOOKING_USERS.join(" or ")}, or both with | between them`,
};

/** How a file is laid out. */
export function columnsHelp(): Html {
  return html`<details class="nhsuk-details"><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">What stands in each column</span></summary>
<div class="nhsuk-details__text"><p>The first row names the columns, in any order. These must be there:</p>
<dl class="nhsuk-summary-list">
${Object.entries(MUST).map(([column, text]) => html`<div class="nhsuk-summary-list__row"><dt class="nhsuk-summary-list__key">${column}</dt><dd class="nhsuk-summary-list__value">${text}</dd></div>`)}
</dl>
<p>An event in person needs a venue too: its name, as the directory has it. All other columns may be empty.</p>
<p>In a list, put | between the items.</p></div></details>`;
}
