import { html } from "hono/html";
import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { layout } from "../../pages/layout.ts";
import type { Html } from "../../pages/markup.ts";

/**
 * `same-origin` and not `no-referrer`: with that, browsers send `Origin: null` with our own forms (Fetch standard, "append a
 * request Origin header"), and those that send no `Sec-Fetch-Site` could not be told from strangers. No other site gets a referrer.
 */
const HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
  "x-robots-tag": "noindex",
};

/** For pages that ask about a person: nobody keeps them, lists them, or learns of their address. */
export const privateHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
};

export interface PrivatePage {
  /** It names nobody. */
  title: string;
  /** Something on the page has to be put right. */
  hasErrors?: boolean;
  back?: { href: string; text: string };
  /** The page uses the whole width. */
  isWide?: boolean;
  sample?: boolean;
  /** A form of the page may be sent by strangers: their browser does some work for it where it can. */
  asksForWork?: boolean;
}

const SCRIPT = html`<script type="module" src="/assets/proof-of-work.js"></script>`;
const DESCRIPTION = "Book or refer for a health and wellbeing event in London.";

/** Sends a page. `main` has the main heading. */
export async function sendPage(c: Context, page: PrivatePage, main: Html, status: ContentfulStatusCode = 200): Promise<Response> {
  const { title, hasErrors, back, isWide, sample = false, asksForWork } = page;
  const options = { title: `${hasErrors ? "Error: " : ""}${title}`, description: DESCRIPTION, current: "events", sample } as const;
  return c.html(layout(options, html`${back && html`<a class="nhsuk-back-link" href="${back.href}">${back.text}</a>`}
<div class="nhsuk-grid-row hwbe-private"><div class="${isWide ? "nhsuk-grid-column-full" : "nhsuk-grid-column-two-thirds"}">
${main}
</div></div>
${asksForWork && SCRIPT}`), status);
}

/** Sends a page whose main heading is its title. */
export function sendTitled(c: Context, page: PrivatePage, content: Html, status?: ContentfulStatusCode): Promise<Response> {
  return sendPage(c, page, html`<h1 class="nhsuk-heading-l">${page.title}</h1>
${content}`, status);
}
