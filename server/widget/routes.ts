import type { Hono } from "hono";
import type { DirectorySource } from "../events/live-directory.ts";
import { finishBody } from "../http/finished-bodies.ts";
import { PUBLIC_CACHE } from "../http/headers.ts";
import { problem } from "../http/problem.ts";
import { sendFinished } from "../http/send.ts";
import { layout } from "../pages/layout.ts";
import type { Releases } from "./releases.ts";
import { readSnippet, snippetValues } from "./snippet.ts";
import { snippetPage } from "./snippet-page.ts";

const BROTLI_QUALITY = 11;
const HEADERS = {
  "content-type": "text/javascript; charset=utf-8",
  "cache-control": "public, max-age=31536000, immutable",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};

/** `/widget/1.2.3/hwbe-finder.js`: the finder as one file, the same bytes for ever. */
export function registerReleases(app: Hono, releases: Releases | undefined): void {
  const bodies = new Map<string, ReturnType<typeof finishBody>>();
  app.get("/widget/:version{[0-9]+\\.[0-9]+\\.[0-9]+}/hwbe-finder.js", async (c) => {
    const release = await releases?.find(c.req.param("version"));
    if (!release) return problem(c, 404, "There is no such version.");
    const body = bodies.get(release.version) ?? finishBody([release.script], HEADERS);
    bodies.set(release.version, body);
    return sendFinished(c, body, { quality: BROTLI_QUALITY });
  });
}

/** The page on which web editors make their tag. */
export function registerSnippet(app: Hono, { directory: source, baseUrl, releases }: { directory: DirectorySource; baseUrl: string; releases: Releases | undefined }): void {
  app.get("/developers/snippet", async (c) => {
    const directory = source.current();
    const params = new URL(c.req.url).searchParams;
    const values = snippetValues(directory.vocabularies, directory.organisations);
    const page = snippetPage({ baseUrl, params, values, choices: readSnippet(params, values), release: releases?.current });
    const options = { title: "Put the finder on your website", description: "Make the tag that puts the finder on your website.", canonical: `${baseUrl}/developers/snippet`, current: "developers" } as const;
    return c.html(layout({ ...options, staleSince: source.staleSince() }, page), 200, { "cache-control": PUBLIC_CACHE });
  });
}
