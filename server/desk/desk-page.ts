import { html, raw } from "hono/html";
import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { layout } from "../pages/layout.ts";
import type { Html, OptionalHtml } from "../pages/markup.ts";
import { visitAs, type Access, type Visit } from "./visit.ts";

/** Pages of the desk, in the order of its navigation, and who sees the link. */
const SECTIONS = [
  { key: "home", href: "/desk", text: "Your desk", access: "staff" },
  { key: "events", href: "/desk/events", text: "Events", access: "organiser" },
  { key: "people", href: "/desk/referrals", text: "Referrals", access: "people" },
  { key: "import", href: "/desk/import", text: "Bring events in", access: "organiser" },
  { key: "queue", href: "/desk/queue", text: "Queue", access: "coordinator" },
  { key: "directory", href: "/desk/directory", text: "Directory", access: "coordinator" },
  { key: "dashboard", href: "/desk/dashboard", text: "Dashboard", access: "member" },
  { key: "team", href: "/desk/team", text: "Team", access: "team" },
] as const satisfies readonly { key: string; href: string; text: string; access: Access }[];

export interface DeskPage {
  /** It names nobody. */
  title: string;
  current: (typeof SECTIONS)[number]["key"];
  /** Something on the page has to be put right. */
  hasErrors?: boolean;
  back?: { href: string; text: string };
  /** The page uses the whole width. */
  isWide?: boolean;
  /** A script of our own, under `/assets`, that makes the page better. */
  script?: string;
}

const HEADERS = { "cache-control": "no-store", "referrer-policy": "same-origin", "x-robots-tag": "noindex" };

/** For all pages of the desk: nobody keeps them or lists them. */
export const deskHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
};

function navigation(visit: Visit, current: DeskPage["current"]): Html {
  const { staff, token } = visit;
  const theirs = SECTIONS.filter(({ access }) => visitAs(access, visit) !== undefined);
  return html`<div class="hwbe-desk-bar"><div class="nhsuk-width-container hwbe-desk-bar__inner">
<nav aria-label="Desk"><ul class="hwbe-desk-bar__links">
${theirs.map(({ key, href, text }) => html`<li><a href="${href}"${key === current ? raw(' aria-current="page"') : ""}>${text}</a></li>`)}
</ul></nav>
<form method="post" action="/desk/sign-out"><input type="hidden" name="token" value="${token}">
<span class="hwbe-desk-bar__name">${staff.name}</span> <button class="hwbe-link-button" type="submit">Sign out</button></form>
</div></div>`;
}

function doneBanner(done: string | undefined): OptionalHtml {
  if (done === undefined) return undefined;
  return html`<div class="nhsuk-notification-banner nhsuk-notification-banner--success" role="alert" aria-labelledby="done-title" tabindex="-1" autofocus>
<div class="nhsuk-notification-banner__header"><h2 class="nhsuk-notification-banner__title" id="done-title">Done</h2></div>
<div class="nhsuk-notification-banner__content"><p class="nhsuk-notification-banner__heading">${done}</p></div>
</div>`;
}

/** Sends a page of the desk. `main` has the main heading. */
export async function sendDesk(c: Context, visit: Visit, page: DeskPage, main: Html, status: ContentfulStatusCode = 200): Promise<Response> {
  const { title, hasErrors, back, isWide, current, script } = page;
  const options = { title: `${hasErrors ? "Error: " : ""}${title}`, description: "The desk of organisers and alliances.", hero: navigation(visit, current) };
  return c.html(layout(options, html`${back && html`<a class="nhsuk-back-link" href="${back.href}">${back.text}</a>`}
<div class="nhsuk-grid-row hwbe-desk"><div class="${isWide ? "nhsuk-grid-column-full" : "nhsuk-grid-column-two-thirds"}">
${doneBanner(visit.done)}
${main}
</div></div>
${script !== undefined && html`<script type="module" src="/assets/${script}"></script>`}`), status);
}

/** A page whose main heading is its title. */
export function sendTitled(c: Context, visit: Visit, page: DeskPage, content: Html, status?: ContentfulStatusCode): Promise<Response> {
  return sendDesk(c, visit, page, html`<h1 class="nhsuk-heading-l">${page.title}</h1>
${content}`, status);
}

/** 403: the page is for another role. */
export function sendNotForYou(c: Context, visit: Visit): Promise<Response> {
  return sendTitled(c, visit, { title: "This page is not for your role", current: "home" }, html`
<p>Ask the lead of your organisation, or your cancer alliance, if you need it.</p>
<p><a href="/desk">Go to your desk</a></p>`, 403);
}

/** 404: there is nothing of theirs at this address. What is another organisation's is answered alike. */
export function sendNotFound(c: Context, visit: Visit): Promise<Response> {
  return sendTitled(c, visit, { title: "We can’t find this", current: "home" }, html`
<p>It may have been removed, or it belongs to another organisation.</p>
<p><a href="/desk">Go to your desk</a></p>`, 404);
}
