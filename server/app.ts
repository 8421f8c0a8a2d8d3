import { join } from "node:path";
import { Hono } from "hono";
import { openApiDocument } from "./events/openapi.ts";
import type { DirectorySource } from "./events/live-directory.ts";
import { registerEventRoutes } from "./events/routes.ts";
import { registerCalendarRoutes } from "./feeds/routes.ts";
import { BodyCache } from "./http/body-cache.ts";
import { finish, finishedBodies } from "./http/finish.ts";
import { FEED_HEADERS, openToAll, pageHeaders } from "./http/headers.ts";
import { problem } from "./http/problem.ts";
import { serveFiles } from "./http/static-files.ts";
import { errorPage, notFoundPage } from "./pages/error-pages.ts";
import { registerPages } from "./pages/routes.ts";

export interface AppDependencies {
  directory: DirectorySource;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  /** Where vite puts what it builds. */
  assetsDir: string;
  demoUrl?: string | undefined;
  log: (line: string) => void;
  now?: () => number;
}

/** The whole service as one application that answers requests. It never listens: give its listener to a server. */
export function createApp({ directory, baseUrl, assetsDir, demoUrl, log, now = Date.now }: AppDependencies): { app: Hono; cache: BodyCache } {
  const app = new Hono();
  const cache = new BodyCache(() => directory.edition());
  const document = openApiDocument(baseUrl);

  serveFiles(app, "/widget/v1", join(assetsDir, "widget/v1"));
  serveFiles(app, "/assets", join(assetsDir, "pages"));

  app.use(finishedBodies(cache, () => directory.staleSince(), now));
  app.use("/v1/*", openToAll);
  app.use("/openapi.json", openToAll);
  registerEventRoutes(app, directory, now);
  registerCalendarRoutes(app, directory, baseUrl, now);
  app.get("/openapi.json", (c) => finish(c, JSON.stringify(document), { "content-type": "application/json; charset=utf-8", ...FEED_HEADERS }));

  app.use(pageHeaders);
  registerPages(app, { directory, baseUrl, demoUrl, openApi: () => document, now });

  app.all("/v1/*", (c) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return problem(c, 404, "There is no such address in the feed.");
    c.header("allow", "GET, HEAD, OPTIONS");
    return problem(c, 405, "The feed can only be read.");
  });
  app.notFound((c) => notFoundPage(c));
  app.onError((error, c) => {
    log(`${c.req.method} ${c.req.path} failed: ${error.stack ?? error.message}`);
    return c.req.path.startsWith("/v1/") ? problem(c, 500) : errorPage(c);
  });
  return { app, cache };
}
