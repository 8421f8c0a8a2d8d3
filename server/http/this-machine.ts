import type { Context } from "hono";

const LOCAL = new Set(["127.0.0.1", "0:0:0:0"]);
/** Another name that leads here could be anybody's. */
const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const PROXIED = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];

/** Whether somebody at this very machine is asking, and no proxy for somebody elsewhere. */
export function isThisMachine(c: Context): boolean {
  return LOCAL.has(c.get("clientAddress")) && LOCAL_NAME.test(new URL(c.req.url).host) && PROXIED.every((name) => c.req.header(name) === undefined);
}
