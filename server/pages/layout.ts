import { html, raw } from "hono/html";
import { jsonLdScript } from "../feeds/json-ld.ts";
import { longDate, time } from "../wording/dates.ts";
import type { Html } from "./markup.ts";

export const SERVICE_NAME = "Health and Wellbeing Events in London";
const SHORT_NAME = "Cancer wellbeing events, London";

const LINKS = [
  { key: "events", href: "/events", text: "Find events" },
  { key: "about", href: "/about", text: "About these events" },
  { key: "developers", href: "/developers", text: "For developers" },
] as const;

/** A sun over a horizon: our own mark, and no body's logo. */
const MARK = '<path d="M8 28a12 12 0 0 1 24 0z"/><path d="M4 32h32M20 12V6M31 17l4-4M9 17l-4-4" stroke-width="3" stroke-linecap="round"/>';
const MARK_SVG = raw(
  `<svg class="hwbe-header__mark" viewBox="0 0 40 40" fill="#ffb81c" stroke="#ffb81c" aria-hidden="true" focusable="false">${MARK}</svg>`,
);
const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" fill="#ffb81c" stroke="#ffb81c"><rect width="40" height="40" rx="6" fill="#005eb8" stroke="none"/>${MARK}</svg>`,
)}`;

export interface PageOptions {
  /** Undefined on the home page, whose title is the service's own name. */
  title?: string;
  description: string;
  /** The page's one public address; left out where there is none, as for an error. */
  canonical?: string;
  current?: (typeof LINKS)[number]["key"];
  /** Some events on the page are made up. */
  sample?: boolean;
  /** When the database was last seen, in milliseconds, while it is away. */
  staleSince?: number | undefined;
  /** Who must be named for the places that a search was measured from. */
  attribution?: string | undefined;
  jsonLd?: Record<string, unknown>;
  /** The beginning of the main part, over the whole width. */
  hero?: Html;
}

function head({ title, description, canonical, jsonLd }: PageOptions): Html {
  return html`<head>
<meta charset="utf-8">
<title>${title === undefined ? SERVICE_NAME : `${title} – ${SHORT_NAME}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${description}">
<meta name="theme-color" content="#005eb8">
${canonical === undefined ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${canonical}">`}
<link rel="icon" type="image/svg+xml" href="${FAVICON}">
<link rel="stylesheet" href="/assets/pages.css">
${jsonLd && html`<script type="application/ld+json">${raw(jsonLdScript(jsonLd))}</script>`}
</head>`;
}

function header(current: PageOptions["current"]): Html {
  return html`<header class="hwbe-header">
<div class="nhsuk-width-container hwbe-header__inner">
<a class="hwbe-header__home" href="/">${MARK_SVG}<span>${SHORT_NAME}</span></a>
<nav aria-label="Main">
<ul class="hwbe-header__links">
${LINKS.map(({ key, href, text }) => html`<li><a href="${href}"${key === current ? raw(' aria-current="true"') : ""}>${text}</a></li>`)}
</ul>
</nav>
</div>
</header>`;
}

function banners({ sample, staleSince }: PageOptions): Html {
  return html`${staleSince !== undefined && html`<section class="hwbe-banner hwbe-banner--stale" aria-label="How old this page is"><div class="nhsuk-width-container">
<p>We can’t reach our live list at the moment. What you see was right at ${time(staleSince)} on ${longDate(staleSince)}. Check with the organiser before you travel.</p>
</div></section>`}
${sample && html`<section class="hwbe-banner" aria-label="Sample events"><div class="nhsuk-width-container">
<p><strong>Sample events.</strong> These events are made up, to show how the service works. Please do not travel to them.</p>
</div></section>`}`;
}

function footer(attribution: string | undefined): Html {
  return html`<footer class="nhsuk-footer">
<div class="nhsuk-width-container">
<div class="nhsuk-grid-row">
<div class="nhsuk-grid-column-one-third">
<h2 class="nhsuk-heading-s nhsuk-footer__heading">Events</h2>
<ul class="nhsuk-footer__list">
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/events">Find events</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/events?format=online">Online events</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/events?audience=carers">Events for carers</a></li>
</ul>
</div>
<div class="nhsuk-grid-column-one-third">
<h2 class="nhsuk-heading-s nhsuk-footer__heading">Help</h2>
<ul class="nhsuk-footer__list">
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/about#ask-to-go">Ask to go to an event</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/about#support">Other support</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/feedback">Ask or give feedback</a></li>
</ul>
</div>
<div class="nhsuk-grid-column-one-third">
<h2 class="nhsuk-heading-s nhsuk-footer__heading">Share events</h2>
<ul class="nhsuk-footer__list">
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/suggest">Tell us about an event</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/about#run-events">Run or list an event</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/developers#widget">Put events on your website</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/developers">Open data</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/desk">Sign in to the desk</a></li>
</ul>
</div>
</div>
<div class="nhsuk-footer__meta">
<p class="nhsuk-body-s">Events are run by NHS trusts, charities and community groups. Each organiser is responsible for its own events.</p>
${attribution !== undefined && html`<p class="nhsuk-body-s">Places: ${attribution}</p>`}
</div>
</div>
</footer>`;
}

/** A whole page. `main` is the content of its main part. */
export function layout(options: PageOptions, main: Html): Html {
  return html`<!doctype html>
<html class="nhsuk-template" lang="en-GB">
${head(options)}
<body class="nhsuk-template__body">
<a class="nhsuk-skip-link" href="#main">Skip to main content</a>
${header(options.current)}
${banners(options)}
<main id="main" tabindex="-1">
${options.hero}
<div class="nhsuk-width-container nhsuk-main-wrapper">
${main}
</div>
</main>
${footer(options.attribution)}
</body>
</html>`;
}
