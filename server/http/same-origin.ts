import type { Context, MiddlewareHandler } from "hono";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a form comes from our own pages, by what browsers say of it themselves (Fetch Metadata, RFC 6454 section 7). */
function isOwn(c: Context, origins: ReadonlySet<string>): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = c.req.header("origin");
  return origin !== undefined && origins.has(origin);
}

/**
 * Refuses what another site makes a person's browser send: anything but reading must come from our own pages. A request that does
 * not say where it comes from is refused too.
 */
export function sameOriginOnly(baseUrl: string, refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  const own = new URL(baseUrl).origin;
  return async (c, next) => {
    if (SAFE.has(c.req.method) || isOwn(c, new Set([own, new URL(c.req.url).origin]))) return next();
    return refuse(c);
  };
}
