import { html } from "hono/html";
import type { Vocabularies } from "../contract/vocabulary.ts";
import type { PageSection, PageSectionName, PageTexts, Signpost } from "../events/page-texts.ts";
import { londonDate } from "../wording/london-time.ts";
import { telHref, webHref, type Html, type OptionalHtml } from "./markup.ts";
import { prose } from "./prose.ts";

type Alliance = Vocabularies["alliances"][number];

interface AboutContent {
  pages: PageTexts;
  vocabularies: Pick<Vocabularies, "alliances">;
}

function contents(sections: readonly PageSection[]): Html {
  return html`<nav class="hwbe-screen-only" aria-label="On this page"><h2 class="nhsuk-heading-s">On this page</h2>
<ul class="nhsuk-list hwbe-contents">
${sections.map(({ slug, title }) => html`<li><a href="#${slug}">${title}</a></li>\n`)}
</ul></nav>`;
}

function website(href: string): Html {
  return html` Its website is <a href="${href}">${new URL(href).hostname.replace(/^www\./, "")}</a>.`;
}

/** Where else people can turn, as an entry of a list. */
export function signpostEntry({ title, body, phone, website: address }: Signpost): Html {
  const href = webHref(address);
  return html`<li><strong>${title}</strong>${prose(body)}${(phone ?? href) && html`<p>${phone && html`Call <a href="${telHref(phone)}">${phone}</a>.`}${href && website(href)}</p>`}</li>`;
}

function allianceLink({ label, website }: Alliance): Html {
  const href = webHref(website);
  return html`<li>${href ? html`<a href="${href}">${label}</a>` : label}</li>`;
}

function isOfToday({ validFrom, validTo }: Alliance, today: string): boolean {
  return (validFrom === null || validFrom <= today) && (validTo === null || validTo >= today);
}

function alliances(all: readonly Alliance[], today: string): Html {
  const present = all.filter((alliance) => isOfToday(alliance, today));
  if (present.length === 0) return html`<p>Contact the cancer alliance for your part of London.</p>`;
  return html`<p>Cancer alliances plan cancer care for each part of London. To get in touch, go to the website of yours:</p>
<ul>${present.map(allianceLink)}</ul>`;
}

/** One part of the page. `more` stands below what the alliances wrote. */
export function aboutSection({ slug, title, body }: PageSection, more?: OptionalHtml): Html {
  return html`<section aria-labelledby="${slug}"><h2 class="hwbe-anchor" id="${slug}">${title}</h2>
${prose(body)}
${more}</section>`;
}

/** What the events are, that you may ask to go, and where else to turn. `now` picks the alliances of today. */
export function aboutPage({ pages, vocabularies }: AboutContent, now: number): Html {
  const more: Partial<Record<PageSectionName, Html>> = {
    support: html`<ul class="hwbe-signposts">${pages.signposts.map(signpostEntry)}</ul>`,
    "tell-us": html`<ul><li><a href="/suggest">Tell us about an event</a></li><li><a href="/feedback">Ask or give feedback</a></li></ul>${alliances(vocabularies.alliances, londonDate(now))}`,
  };
  return html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
<h1 class="nhsuk-heading-l">About these events</h1>
${contents(pages.sections)}
${pages.sections.map((section) => aboutSection(section, more[section.slug]))}
</div></div>`;
}
