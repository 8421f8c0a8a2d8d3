import { html } from "hono/html";
import { codeBlock, operationList, proseWithCode, schemaList } from "./api-reference.ts";
import { webHref, type Html, type OptionalHtml } from "./markup.ts";
import { readOpenApi, type ApiDoc } from "./openapi-reader.ts";
import { widgetDocs } from "./widget-docs.ts";

export interface DevelopersView {
  /** An OpenAPI 3.1 document. */
  document: unknown;
  baseUrl: string;
  demoUrl?: string | undefined;
}

function examples(baseUrl: string): Html {
  return html`<h2 class="hwbe-anchor" id="start">Try it</h2>
<p>The next events for people with breast cancer, with places left:</p>
${codeBlock("Search by type of cancer", `curl '${baseUrl}/v1/events?tumour-group=breast&available=true'`)}
<p>What people type is understood, misspelt or not. Near a place, nearest first:</p>
${codeBlock("Search by words and place", `curl '${baseUrl}/v1/events?q=fatige&near=SE1&within=8&sort=distance'`)}
<p>The same list as a calendar that people can subscribe to:</p>
${codeBlock("The list as a calendar", `curl '${baseUrl}/v1/events.ics?topic=fatigue'`)}
<p>The next page is asked for with the <code>next</code> of the page before. It stays right while events change.</p>
${codeBlock("The next page", `curl '${baseUrl}/v1/events?limit=50&cursor=…'`)}`;
}

const CACHING = html`<h2 class="hwbe-anchor" id="caching">Caching</h2>
<p>Each answer has a strong <code>ETag</code>. Send it back, and you get <code>304</code> with no body while nothing has changed.</p>
${codeBlock("Ask only for what has changed", `curl -i --compressed -H 'If-None-Match: "the-etag-that-you-have"' 'https://…/v1/events'`)}
<p>Answers are fresh for a minute. <code>changeNumber</code> in a page rises with each change to the directory. When the service has lost its database it goes on with its last good copy. <code>staleSince</code> and the header <code>Age</code> then say how old that is.</p>
<p>Any website may read the feed from a browser. It needs no key, and sets no cookie.</p>
<h2 class="hwbe-anchor" id="problems">Errors</h2>
<p>Errors are problem details (RFC 9457), <code>application/problem+json</code>. A parameter or value that is not known gives <code>400</code>. Each entry of <code>errors</code> names the parameter and what is allowed, and never repeats what you sent.</p>`;

const REFERRAL = `{
  "event": "the-id-of-an-event",
  "person": { "name": "…", "contact": { "kind": "text", "value": "07700 900123" } },
  "needs": { "hearingLoop": true },
  "referrer": { "name": "…", "role": "Clinical nurse specialist", "organisation": "…", "email": "…" }
}`;

function referrals(baseUrl: string): Html {
  return html`<h2 class="hwbe-anchor" id="referrals">Referrals from another system</h2>
<p>A system of your organisation can refer people. It needs a key, which whoever runs this service can give you. Keep the key on a server, and out of web pages.</p>
${codeBlock("Refer a person", `curl -X POST '${baseUrl}/v1/referrals' \\
  -H 'Authorization: Bearer hwbe_…' \\
  -H 'Idempotency-Key: a-new-uuid-for-each-referral' \\
  -H 'Content-Type: application/json' -d @referral.json`)}
${codeBlock("The referral", REFERRAL)}
<p>The answer has a reference, and says whether there is a place. If no answer comes, send the same again with the same <code>Idempotency-Key</code>: it is not done twice.</p>
<p>Never put anything about a person into an address. Only the organiser of the event is told who a referral is for.</p>`;
}

function licence({ licence }: ApiDoc): OptionalHtml {
  if (!licence) return undefined;
  const href = webHref(licence.url ?? null);
  return html`<h2 class="hwbe-anchor" id="licence">Licence of the data</h2>
<p>The data of the feed is published under the ${href ? html`<a href="${href}">${licence.name}</a>` : licence.name}. Organisers write the texts of their own events.</p>
<p>Cancelled events stay in the feed, as cancelled, until they are over. Please show them as cancelled.</p>`;
}

/** The documentation of the feed, made from its OpenAPI document, and of the finder. */
export function developersPage({ document, baseUrl, demoUrl }: DevelopersView): Html {
  const api = readOpenApi(document);
  const takesReferrals = api.operations.some(({ path }) => path === "/v1/referrals");
  return html`<div class="hwbe-docs">
<h1 class="nhsuk-heading-l">For developers</h1>
<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">
<p class="nhsuk-lede-text">All events are open data, with no key. You can use the feed, or put the finder on your website with one tag.</p>
${api.description && html`<p>${proseWithCode(api.description)}</p>`}
<nav aria-label="On this page"><h2 class="nhsuk-u-visually-hidden">On this page</h2>
<ul class="nhsuk-list hwbe-contents">
<li><a href="#widget">The finder on your website</a></li>
<li><a href="#start">Try the feed</a></li>
${takesReferrals && html`<li><a href="#referrals">Referrals from another system</a></li>`}
<li><a href="#paths">Addresses</a></li>
<li><a href="#caching">Caching</a></li>
<li><a href="#problems">Errors</a></li>
<li><a href="#schemas">Fields</a></li>
${api.licence && html`<li><a href="#licence">Licence</a></li>`}
</ul></nav>
</div></div>
${widgetDocs(baseUrl, demoUrl)}
${examples(baseUrl)}
${takesReferrals && referrals(baseUrl)}
<h2 class="hwbe-anchor" id="paths">Addresses</h2>
<p>All of this comes from the <a href="/openapi.json">OpenAPI document</a>, which is made from the code of the feed.</p>
${operationList(api.operations, api.schemas)}
${CACHING}
<h2 class="hwbe-anchor" id="schemas">Fields</h2>
${schemaList(api.schemas)}
${licence(api)}
</div>`;
}
