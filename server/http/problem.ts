import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FieldError, Problem } from "../contract/problem.ts";

const TITLES: Partial<Record<number, string>> = {
  400: "The request cannot be understood",
  404: "There is nothing here",
  405: "This method is not allowed here",
  500: "Something went wrong on our side",
  503: "The service is not ready",
};

/** A problem body (RFC 9457). It is never cached, and never repeats what was sent. */
export function problem(c: Context, status: ContentfulStatusCode, detail?: string, errors?: FieldError[]): Response {
  const body: Problem = {
    type: "about:blank",
    title: TITLES[status] ?? "The request failed",
    status,
    ...(detail !== undefined && { detail }),
    ...(errors && { errors }),
  };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" });
}
