import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Hono } from "hono";
import { openApiDocument } from "../openapi.ts";
import { directoryOf } from "../testing/fixture-directory.ts";
import { exampleEvent } from "../testing/example-event.ts";
import { aboutPage } from "./about-page.ts";
import { errorPage, notFoundPage } from "./error-pages.ts";
import { NOW, pagesOf, textOf } from "./testing-app.ts";

const APP = pagesOf([exampleEvent()], { openApi: openApiDocument("https://events.example", { takesReferrals: true }) });

test("the first page leads to the list, to what these events are, and to the feed", async () => {
  const page = await textOf(APP, "/");
  for (const link of ["/events", "/about", "/developers", "/events/managing-tiredness", "/events?topic=fatigue", "/events?borough=southwark"]) {
    assert.ok(page.includes(`href="${link}"`), link);
  }
  assert.match(page, /<form class="hwbe-quick-search" action="\/events" method="get"/);
});

test("every page has a language, a title, a description, one address, a skip link and one main heading", async () => {
  for (const path of ["/", "/events", "/events/managing-tiredness", "/about", "/developers"]) {
    const page = await textOf(APP, path);
    assert.match(page, /<html class="nhsuk-template" lang="en-GB">/, path);
    assert.match(page, /<title>[^<]+London<\/title>/, path);
    assert.match(page, /<meta name="description" content="[^"]+">/, path);
    assert.match(page, /<link rel="canonical" href="https:\/\/events\.example\/[^"]*">/, path);
    assert.match(page, /<a class="nhsuk-skip-link" href="#main">/, path);
    assert.equal(page.match(/<h1/g)?.length, 1, path);
  }
});

test("no page has an inline style or script, or asks anybody else for anything", async () => {
  for (const path of ["/", "/events", "/events/managing-tiredness", "/about", "/developers"]) {
    const page = await textOf(APP, path);
    assert.doesNotMatch(page, /<style| style="| on[a-z]+="|<script(?! type="application\/ld\+json")/, path);
    assert.doesNotMatch(page, /(?:src|rel="stylesheet" href)="https?:/, path);
  }
});

test("ids on a page are unique, and links within it lead somewhere", async () => {
  for (const path of ["/", "/events", "/events/managing-tiredness", "/about", "/developers"]) {
    const page = await textOf(APP, path);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), [], path);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), `${path}#${target}`);
  }
});

test("pages may be kept by any cache", async () => {
  const response = await APP.request("/events");
  assert.match(response.headers.get("cache-control") ?? "", /^public, /);
});

test("the page about these events links the alliances of today and no others", () => {
  const alliance = (slug: string, validTo: string | null) => ({
    slug, label: `Alliance ${slug}`, shortName: slug, onsCode: null, website: `https://${slug}.example/`, validFrom: "2018-04-01", validTo,
    predecessors: [], boroughs: [],
  });
  const { pages } = directoryOf([], NOW);
  const page = String(aboutPage({ pages, vocabularies: { alliances: [alliance("old", "2020-03-31"), alliance("new", null)] } }, NOW));
  assert.match(page, /<a href="https:\/\/new\.example\/">Alliance new<\/a>/);
  assert.doesNotMatch(page, /Alliance old/);
});

test("the documentation names every path, parameter and named object of the feed", async () => {
  const page = await textOf(APP, "/developers");
  for (const path of ["/v1/events", "/v1/events/{id}", "/v1/events.ics", "/v1/organisations", "/v1/vocabularies"]) {
    assert.ok(page.includes(`<code>GET ${path}</code>`), path);
  }
  for (const name of ["q", "near", "within", "tumour-group", "cursor"]) assert.ok(page.includes(`<code>${name}</code>`), name);
  for (const schema of ["EventPage", "Event", "Venue", "Problem"]) assert.ok(page.includes(`id="schema-${schema}"`), schema);
});

test("any JSON at all makes a page of documentation", async () => {
  await fc.assert(fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (value, inner) => {
    for (const openApi of [value, { info: value, paths: { "/x": inner, "/y": { get: inner, parameters: value } }, components: { schemas: { A: inner, B: { properties: value } } } }]) {
      const response = await pagesOf([], { openApi }).request("/developers");
      assert.equal(response.status, 200);
      assert.doesNotMatch(await response.text(), /<script(?! type="application)/);
    }
  }), { numRuns: 60 });
});

test("an empty directory has pages too", async () => {
  const app = pagesOf([]);
  assert.equal((await app.request("/")).status, 200);
  assert.match(await textOf(app, "/events"), /No events found/);
});

test("pages for what is missing and what has failed tell nothing of what went wrong, and are not kept", async () => {
  const app = new Hono();
  app.get("/fails", () => {
    throw new Error("secret detail");
  });
  app.notFound(notFoundPage);
  app.onError((_error, c) => errorPage(c));
  for (const [path, status] of [["/missing", 404], ["/fails", 500]] as const) {
    const response = await app.request(path);
    assert.equal(response.status, status);
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.doesNotMatch(await response.text(), /secret detail/);
  }
});
