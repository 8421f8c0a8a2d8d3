import type { MiddlewareHandler } from "hono";

/** Fresh for a minute; then shown while it is asked for again, and for a day when the service cannot be reached (RFC 5861). */
export const PUBLIC_CACHE = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";

const OPEN_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Age, Date, Link",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};

/** What a finished answer of the feed carries besides its type. */
export const FEED_HEADERS = { ...OPEN_HEADERS, "cache-control": PUBLIC_CACHE };

/** The feed is for everybody: any site may read it, and no credentials ever go with it (Fetch standard, CORS protocol). */
export const openToAll: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "OPTIONS") {
    return c.body(null, 204, {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "If-None-Match, Accept",
      "access-control-max-age": "86400",
      allow: "GET, HEAD, OPTIONS",
    });
  }
  for (const [name, value] of Object.entries(OPEN_HEADERS)) c.header(name, value);
  return next();
};

const POLICY = [
  "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "script-src 'self'", "connect-src 'self'", "form-action 'self'",
  "frame-ancestors 'none'", "base-uri 'none'",
].join("; ");

const PAGE_HEADERS = {
  "content-security-policy": POLICY,
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "x-content-type-options": "nosniff",
};

/** Two years (RFC 6797 section 6.1), for a service whose own address is https. */
const HTTPS_ONLY = { "strict-transport-security": "max-age=63072000" };

/** For our own pages. Nothing may frame them, and nothing from elsewhere runs in them. */
export function pageHeaders(baseUrl: string): MiddlewareHandler {
  const headers = Object.entries({ ...PAGE_HEADERS, ...(baseUrl.startsWith("https:") && HTTPS_ONLY) });
  return (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    return next();
  };
}
