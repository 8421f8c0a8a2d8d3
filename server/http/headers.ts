import type { MiddlewareHandler } from "hono";

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
  await next();
  c.header("access-control-allow-origin", "*");
  c.header("access-control-expose-headers", "ETag, Age, Link");
  c.header("cross-origin-resource-policy", "cross-origin");
};

const POLICY = [
  "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "script-src 'self'", "form-action 'self'",
  "frame-ancestors 'none'", "base-uri 'none'",
].join("; ");

/** For our own pages. Nothing may frame them, and nothing from elsewhere runs in them. */
export const pageHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("content-security-policy", POLICY);
  c.header("cross-origin-opener-policy", "same-origin");
  c.header("referrer-policy", "strict-origin-when-cross-origin");
  c.header("permissions-policy", "camera=(), geolocation=(), microphone=()");
};

export const noSniffing: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("x-content-type-options", "nosniff");
};

/** Fresh for a minute; then shown while it is asked for again, and for a day when the service cannot be reached (RFC 5861). */
export const PUBLIC_CACHE = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
