import { join } from "node:path";
import { Hono, type Context } from "hono";
import { matchedRoutes } from "hono/route";
import { registerDesk, type DeskDependencies } from "./desk/routes.ts";
import { errorLines } from "./error-lines.ts";
import { registerChangeStream } from "./events/change-stream.ts";
import type { DirectorySource } from "./events/live-directory.ts";
import { registerEventRoutes } from "./events/routes.ts";
import { registerCalendarRoutes } from "./feeds/routes.ts";
import { BodyError } from "./http/body.ts";
import { BodyCache } from "./http/body-cache.ts";
import { knowClient } from "./http/client-address.ts";
import { finish, finishedBodies } from "./http/finish.ts";
import { FEED_HEADERS, openToAll, pageHeaders } from "./http/headers.ts";
import { problem } from "./http/problem.ts";
import { sameOriginOnly } from "./http/same-origin.ts";
import { serveFiles } from "./http/static-files.ts";
import { openApiDocument } from "./openapi.ts";
import { registerOutbox } from "./notifications/outbox-pages.ts";
import type { Outbox } from "./notifications/outbox.ts";
import { bodyErrorPage, errorPage, forbiddenPage, notFoundPage } from "./pages/error-pages.ts";
import { registerPages } from "./pages/routes.ts";
import { registerReferralApi } from "./referrals/api/api-routes.ts";
import { registerReferralPages } from "./referrals/pages/routes.ts";
import type { Referrals } from "./referrals/referral.ts";
import { registerSuggestionPages } from "./suggestions/pages/routes.ts";
import { registerEmbed } from "./widget/embed-page.ts";
import { registerReleases, registerSnippet } from "./widget/routes.ts";
import type { Releases } from "./widget/releases.ts";

export interface AppDependencies {
  directory: DirectorySource;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  /** Where vite puts what it builds. */
  assetsDir: string;
  demoUrl?: string | undefined;
  /** Undefined: this service takes no referrals. */
  referrals?: Referrals | undefined;
  /** The desk of organisers and alliances, which takes referrals to be there. `db`: the database as its owner. */
  desk?: Pick<DeskDependencies, "db" | "signIn" | "accounts" | "isDemonstration"> | undefined;
  /** Where e-mails are shown instead of sent, in a demonstration. */
  outbox?: Outbox | undefined;
  /** The versions of the finder as one file; undefined where none could be read. */
  releases?: Releases | undefined;
  /** The websites that may show the finder in a frame. */
  embedOrigins?: readonly string[];
  /** How many proxies of ours stand before the service. */
  proxyHops?: number;
  log: (line: string) => void;
  now?: () => number;
}

/** The route and not the address, which may hold a link that is somebody's. */
function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "an unknown address";
}

/** The whole service as one application that answers requests. It never listens: give its listener to a server. */
export function createApp({ directory, baseUrl, assetsDir, demoUrl, referrals, desk, outbox, releases, embedOrigins = [], proxyHops = 0, log, now = Date.now }: AppDependencies): { app: Hono; cache: BodyCache } {
  const app = new Hono();
  const cache = new BodyCache(() => directory.edition());
  const document = openApiDocument(baseUrl, { takesReferrals: referrals !== undefined });

  registerReleases(app, releases);
  serveFiles(app, "/widget/v1", join(assetsDir, "widget/v1"));
  serveFiles(app, "/assets", join(assetsDir, "pages"));

  app.use(knowClient(proxyHops, log));
  app.use(finishedBodies(cache, () => directory.staleSince(), now));
  if (referrals) registerReferralApi(app, referrals);
  app.use("/v1/*", openToAll);
  app.use("/openapi.json", openToAll);
  registerEventRoutes(app, directory, now);
  registerChangeStream(app, directory);
  registerCalendarRoutes(app, directory, baseUrl, now);
  app.get("/openapi.json", (c) => finish(c, JSON.stringify(document), { "content-type": "application/json; charset=utf-8", ...FEED_HEADERS }));

  app.all("/v1/*", (c) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return problem(c, 404, "There is no such address in the feed.");
    c.header("allow", "GET, HEAD, OPTIONS");
    return problem(c, 405, "The feed can only be read.");
  });

  app.use(pageHeaders(baseUrl));
  app.use(sameOriginOnly(baseUrl, forbiddenPage));
  registerReferralPages(app, { referrals, directory, baseUrl, now });
  registerSuggestionPages(app, { referrals, directory, now });
  if (desk && referrals) registerDesk(app, { ...desk, referrals, directory, baseUrl, log, now });
  if (outbox) registerOutbox(app, outbox);
  registerEmbed(app, { directory, origins: embedOrigins });
  registerSnippet(app, { directory, baseUrl, releases });
  registerPages(app, { directory, baseUrl, demoUrl, openApi: () => document, now });

  app.notFound((c) => notFoundPage(c));
  app.onError((error, c) => {
    const isApi = c.req.path.startsWith("/v1/");
    if (error instanceof BodyError) return isApi ? problem(c, error.status, error.message) : bodyErrorPage(c, error);
    log(`${c.req.method} ${routeOf(c)} failed: ${errorLines(error)}`);
    return isApi ? problem(c, 500) : errorPage(c);
  });
  return { app, cache };
}
