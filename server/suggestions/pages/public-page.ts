import { html } from "hono/html";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { errorSummary } from "../../pages/fields/error-summary.ts";
import type { FieldError } from "../../pages/fields/filled.ts";
import { layout } from "../../pages/layout.ts";
import type { Html } from "../../pages/markup.ts";

export interface PublicPage {
  /** The main heading too. It says nothing of what somebody wrote. */
  title: string;
  errors?: readonly FieldError[];
  back?: { href: string; text: string };
  /** Why what was sent was not taken. It takes the focus. */
  trouble?: string | undefined;
  /** Strangers may send the form of the page: their browser does some work for it where it can. */
  asksForWork?: boolean;
}

const SCRIPT = html`<script type="module" src="/assets/proof-of-work.js"></script>`;

/** Sends a page on which people tell or ask us something. */
export async function sendPublic(c: Context, page: PublicPage, content: Html, status: ContentfulStatusCode = 200): Promise<Response> {
  const { title, errors = [], back, trouble, asksForWork } = page;
  const options = { title: `${errors.length > 0 ? "Error: " : ""}${title}`, description: "Tell us about an event, ask a question or give feedback." };
  return c.html(layout(options, html`${back && html`<a class="nhsuk-back-link" href="${back.href}">${back.text}</a>`}
<div class="nhsuk-grid-row hwbe-private"><div class="nhsuk-grid-column-two-thirds">
${errorSummary(errors)}
${trouble !== undefined && html`<div class="hwbe-alert" role="alert" tabindex="-1" autofocus><p>${trouble}</p></div>`}
<h1 class="nhsuk-heading-l">${title}</h1>
${content}
</div></div>
${asksForWork && SCRIPT}`), status);
}
