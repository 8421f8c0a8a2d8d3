import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** The prefix keeps other hosts of the domain, and pages without https, from setting it (RFC 6265bis section 4.1.3.2). */
const COOKIE = "__Host-form";
const BYTES = 18;

declare module "hono" {
  interface ContextVariableMap {
    formVisit: string | undefined;
  }
}

const macOf = (visit: string, key: Buffer) => createHmac("sha256", key).update(visit).digest();

function visitOf(c: Context): string {
  const known = getCookie(c, COOKIE) ?? c.get("formVisit");
  if (known !== undefined) return known;
  const visit = randomBytes(BYTES).toString("base64url");
  c.set("formVisit", visit);
  setCookie(c, COOKIE, visit, { path: "/", secure: true, httpOnly: true, sameSite: "Lax" });
  return visit;
}

/** The value of a form's hidden field `token`. It belongs to a cookie of this browser, which is set when there is none. */
export function formToken(c: Context, key: Buffer): string {
  return macOf(visitOf(c), key).toString("base64url");
}

/** Whether a form has the token that this browser was given. */
export function hasFormToken(c: Context, key: Buffer, form: URLSearchParams): boolean {
  const visit = getCookie(c, COOKIE);
  if (visit === undefined) return false;
  const [sent, right] = [Buffer.from(form.get("token") ?? "", "base64url"), macOf(visit, key)];
  return sent.length === right.length && timingSafeEqual(sent, right);
}
