import { FeedProblem } from "./feed.ts";
import type { Failure } from "./state.ts";

/** What to tell a person about an error of the feed. A browser that says it is online may still be wrong. */
export function failureOf(error: unknown, isOnline: boolean): Failure {
  const nearError = error instanceof FeedProblem ? error.errors.find(({ parameter }) => parameter === "near") : undefined;
  if (nearError) return { kind: "unknown-place", suggestions: (nearError.suggestions ?? []).slice(0, 4) };
  return { kind: isOnline ? "unavailable" : "offline" };
}
