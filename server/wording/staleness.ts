const DAY_MS = 86_400_000;

/** About 3 months: after so many days people are told to check with the organiser. */
export const STALE_AFTER_DAYS = 91;

/** Whether the day on which an organiser last checked an event, `2026-03-03`, is so long ago that the event may have changed. */
export function isStale(lastConfirmed: string, now: number): boolean {
  return now - Date.parse(lastConfirmed) > STALE_AFTER_DAYS * DAY_MS;
}
