import { html } from "hono/html";
import type { Hono } from "hono";
import type { DirectorySource } from "../events/live-directory.ts";
import { PUBLIC_CACHE } from "../http/headers.ts";
import type { Html } from "../pages/markup.ts";
import { readSnippet, snippetValues, type SnippetChoices } from "./snippet.ts";

const TITLE = "Find cancer wellbeing events";

/** What the page may do, and who may frame it: the sites on the list, or nobody (CSP level 3, frame-ancestors). */
const policy = (origins: readonly string[]) => [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'",
  `frame-ancestors ${origins.length > 0 ? origins.join(" ") : "'none'"}`,
].join("; ");

function page({ attributes }: SnippetChoices, origins: readonly string[]): Html {
  const { alliance = "", organiser = "", topic = "", borough = "", theme = "nhs", mode = "" } = attributes;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${TITLE}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<base target="_top">
<link rel="stylesheet" href="/assets/embed-styles.css">
<script type="module" src="/widget/v1/hwbe-finder.js"></script>
<script type="module" src="/assets/embed.js"></script>
</head>
<body data-origins="${origins.join(" ")}">
<main><hwbe-finder heading-level="2" alliance="${alliance}" organiser="${organiser}" tumour-group="${attributes["tumour-group"] ?? ""}" topic="${topic}"
borough="${borough}" theme="${theme}" mode="${mode}"><a href="/events">${TITLE}</a></hwbe-finder></main>
</body>
</html>`;
}

/** `/embed`: the finder as a page to frame, for websites that take no scripts. Takes the attributes of the tag as parameters. */
export function registerEmbed(app: Hono, { directory: source, origins }: { directory: DirectorySource; origins: readonly string[] }): void {
  app.get("/embed", (c) => {
    const directory = source.current();
    const chosen = readSnippet(new URL(c.req.url).searchParams, snippetValues(directory.vocabularies, directory.organisations));
    return c.html(page(chosen, origins), 200, {
      "cache-control": PUBLIC_CACHE,
      "content-security-policy": policy(origins),
      "cross-origin-opener-policy": "unsafe-none",
      "permissions-policy": "camera=(), geolocation=(self), microphone=()",
      "referrer-policy": "strict-origin-when-cross-origin",
    });
  });
}
