import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Hono } from "hono";
import { directoryOf, sourceOf } from "../testing/fixture-directory.ts";
import { exampleEvent } from "../testing/example-event.ts";
import { registerSnippet } from "./routes.ts";

const NOW = Date.parse("2026-03-02T12:00:00Z");
const release = { version: "1.2.3", script: Buffer.from("x"), integrity: "sha384-abc" };

async function pageOf(query: string): Promise<string> {
  const app = new Hono();
  const releases = { current: release, find: () => Promise.resolve(release) };
  registerSnippet(app, { directory: sourceOf(directoryOf([exampleEvent({})], NOW)), baseUrl: "https://events.example", releases });
  const html = await (await app.request(`/developers/snippet${query}`)).text();
  return html.replace(/\s+/g, " ");
}

const tagOf = (page: string) => /aria-label="The tag"[^>]*><code>(.*?)<\/code>/.exec(page)?.[1]?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"') ?? "";

test("without choices the tag follows fixes and shows all events", async () => {
  assert.equal(tagOf(await pageOf("")), '<script type="module" src="https://events.example/widget/v1/hwbe-finder.js"></script> <hwbe-finder><a href="https://events.example/events">Find cancer wellbeing events</a></hwbe-finder>');
});

test("a pinned tag names the version and its integrity, and the policy names this service alone", async () => {
  const page = await pageOf("?updates=pinned&theme=nhs&heading-level=3");
  assert.match(tagOf(page), /src="https:\/\/events\.example\/widget\/1\.2\.3\/hwbe-finder\.js" integrity="sha384-abc" crossorigin="anonymous"/);
  assert.match(tagOf(page), /<hwbe-finder theme="nhs" heading-level="3">/);
  assert.match(page, /script-src https:\/\/events\.example; connect-src https:\/\/events\.example; trusted-types lit-html &#39;allow-duplicates&#39;;/);
});

test("the pinned file has no mode for clinicians and keeps no search: a tag that asks for either follows fixes", async () => {
  for (const choice of ["mode=clinician", "sync=url"]) {
    assert.match(tagOf(await pageOf(`?updates=pinned&${choice}`)), /src="https:\/\/events\.example\/widget\/v1\/hwbe-finder\.js"/);
  }
});

test("the script for the height of a frame listens to this service alone", async () => {
  assert.match(await pageOf(""), /origin !== &quot;https:\/\/events\.example&quot;/);
});

test("whatever stands in the address, nothing but known values gets into the tag", async () => {
  const name = fc.constantFrom("alliance", "organiser", "tumour-group", "topic", "borough", "theme", "mode", "heading-level", "updates", "onclick");
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(name, fc.string())), async (params) => {
    const tag = tagOf(await pageOf(`?${new URLSearchParams(params)}`));
    assert.match(tag, /<hwbe-finder( [a-z-]+="[a-z0-9-]+")*><a href="https:\/\/events\.example\/events">/);
  }), { numRuns: 50 });
});
