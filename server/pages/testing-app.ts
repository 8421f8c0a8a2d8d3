import { Hono } from "hono";
import type { Event } from "../contract/event.ts";
import { directoryOf, sourceOf } from "../testing/fixture-directory.ts";
import { registerPages } from "./routes.ts";

/** Noon of Monday 2 March 2026. */
export const NOW = Date.parse("2026-03-02T12:00:00Z");

export const DAY = 24 * 60 * 60 * 1000;

/** The pages over a directory of just these events. */
export function pagesOf(events: readonly Event[], { staleSince, openApi = {} }: { staleSince?: number; openApi?: unknown } = {}): Hono {
  const app = new Hono();
  registerPages(app, {
    directory: sourceOf(directoryOf(events, NOW), staleSince),
    baseUrl: "https://events.example",
    openApi: () => openApi,
    now: () => NOW,
  });
  return app;
}

/** The HTML of a page, with its white space as one space. */
export async function textOf(app: Hono, path: string): Promise<string> {
  const response = await app.request(path);
  return (await response.text()).replace(/\s+/g, " ");
}
