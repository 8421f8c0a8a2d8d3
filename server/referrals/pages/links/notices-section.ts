import { html } from "hono/html";
import type { OptionalHtml } from "../../../pages/markup.ts";
import { longDate, time } from "../../../wording/dates.ts";
import type { Notice } from "../../notices.ts";

/** What the organiser wrote, as they wrote it, line by line. */
export function noticesSection({ notices }: { notices: readonly Notice[] }): OptionalHtml {
  if (notices.length === 0) return undefined;
  return html`<section aria-labelledby="notices"><h2 class="nhsuk-heading-m" id="notices">From the organiser</h2>
${notices.map(({ body, at }) => html`<div class="nhsuk-inset-text"><p class="nhsuk-u-secondary-text-colour">${time(at)} on ${longDate(at)}</p>
<p class="hwbe-text hwbe-as-written">${body}</p></div>`)}
</section>`;
}
