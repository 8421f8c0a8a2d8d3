import { html } from "hono/html";
import { codeBlock, docTable, proseWithCode } from "./api-reference.ts";
import { inWords, type Html } from "./markup.ts";

const ATTRIBUTES = [
  ["alliance", "Slugs of cancer alliances. Only their events are shown."],
  ["organiser", "Slugs of organisers."],
  ["tumour-group", "Slugs of types of cancer. Events for all cancers are shown too."],
  ["topic", "Slugs of topics."],
  ["borough", "Slugs of boroughs."],
  ["heading-level", "The level of the finder’s own heading, `2` to `5`. `2` unless given."],
  ["page-size", "Events at first and with each step, up to `100`. `20` unless given."],
  ["theme", "`inherit`, the default, follows your page. `nhs` has the colours of the NHS design system."],
  ["mode", "`public`, the default, or `clinician`, with a shortlist to print for a patient."],
  ["sync", "`url` keeps the search in the address of your page. `off` unless given."],
  ["lang", "The language of its words. That of your page unless given, and English where it has no other."],
  ["feed", "The address of another service. Unless given, the one that the script comes from."],
] as const;

const PROPERTIES = [
  ["--hwbe-font-family", "Font"],
  ["--hwbe-font-size", "Size of the text"],
  ["--hwbe-text-color", "Text"],
  ["--hwbe-link-color", "Links"],
  ["--hwbe-accent-color", "Buttons and dates"],
  ["--hwbe-accent-text-color", "Text on buttons and dates"],
  ["--hwbe-border-color", "Lines"],
  ["--hwbe-surface-color", "Soft backgrounds"],
  ["--hwbe-event-color", "Background of an event"],
  ["--hwbe-focus-inner-color", "Inner ring of the focus"],
  ["--hwbe-focus-outer-color", "Outer ring of the focus"],
  ["--hwbe-radius", "Rounding of corners"],
] as const;

const PARTS = inWords([
  "finder", "search", "input", "button", "book", "filters", "chips", "chip", "results", "count", "notice", "list", "event", "date",
  "title", "tag", "places", "detail", "shortlist",
]);

const rows = (entries: readonly (readonly [string, string])[]) =>
  entries.map(([name, words]) => [html`<code>${name}</code>`, proseWithCode(words)]);

/** How to put the finder on a page. */
export function widgetDocs(baseUrl: string, demoUrl: string | undefined): Html {
  const { origin } = new URL(baseUrl);
  return html`<h2 class="hwbe-anchor" id="widget">The finder on your website</h2>
<p><a href="/developers/snippet">Make your own tag</a>: choose what it shows, look at it, and copy it. Or paste this where the finder should be:</p>
${codeBlock("The tag", `<script type="module" src="${baseUrl}/widget/v1/hwbe-finder.js"></script>\n<hwbe-finder></hwbe-finder>`)}
<p>It follows the font and colours of your page. It sets no cookie, calls nobody but this service, and asks for nothing about a person.</p>
<p>We count how often it is opened on each website. We keep nothing about who opened it.</p>
${demoUrl !== undefined && html`<p><a href="${demoUrl}">See it on made-up websites</a></p>`}
<p>To show only some events, say which. Put spaces or commas between several slugs. All slugs are in <a href="/v1/vocabularies">the vocabularies</a> and <a href="/v1/organisations">the organisations</a>.</p>
${codeBlock("A finder for one alliance and two topics", `<hwbe-finder alliance="selca" topic="fatigue nutrition" theme="nhs" heading-level="3"></hwbe-finder>`)}
<h3>Attributes</h3>
${docTable("Attributes of the finder", ["Attribute", "What it does"], rows(ATTRIBUTES))}
<h3>Colours and fonts</h3>
${docTable("Custom properties of the finder", ["CSS custom property", "What it sets"], rows(PROPERTIES))}
<p>Keep a contrast of at least 4.5 to 1 between <code>--hwbe-accent-color</code> and <code>--hwbe-accent-text-color</code>. For more, style a part, such as <code>hwbe-finder::part(button)</code>. The parts are ${PARTS}.</p>
${codeBlock("Your own colours", `hwbe-finder {\n  --hwbe-accent-color: #6a1b5d;\n  --hwbe-radius: 0;\n}`)}
<h3>Events</h3>
<p><code>hwbe-select</code> says that an event was opened, with its <code>id</code>, <code>slug</code>, <code>url</code> and <code>title</code>. <code>hwbe-search</code> says that a search has settled, with <code>q</code>, <code>filters</code> and <code>total</code>. Both bubble. <code>q</code> is what the person typed, and may tell of their health: think before you store it.</p>
<h3>Content security policy</h3>
<p>A strict policy needs these sources:</p>
${codeBlock("Sources for a content security policy", `script-src ${origin};\nconnect-src ${origin};`)}
<p>With <code>require-trusted-types-for 'script'</code>, also allow the policy <code>lit-html</code>. The finder needs no inline style.</p>
<h3>Without scripts</h3>
<p>Put a link inside the tag. People see it where scripts do not run.</p>
${codeBlock("A link for browsers without scripts", `<hwbe-finder><a href="${baseUrl}/events">Find an event</a></hwbe-finder>`)}`;
}
