import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FieldError, Problem } from "../contract/problem.ts";

const TITLES: Partial<Record<number, string>> = {
  400: "The request cannot be understood",
  401: "A key is needed",
  403: "This key may not do this",
  404: "There is nothing here",
  405: "This method is not allowed here",
  409: "This cannot be done as things stand",
  413: "This is too large",
  415: "This is of a kind that cannot be read",
  422: "This cannot be done",
  429: "There were too many requests",
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
