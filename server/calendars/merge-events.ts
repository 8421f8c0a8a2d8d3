import { isDeepStrictEqual } from "node:util";
import type { ImportedEvent } from "../imports/imported-event.ts";
import { londonDate } from "../wording/london-time.ts";

/** Fields that only make sense together. */
const GROUPS: readonly (readonly (keyof ImportedEvent)[])[] = [
  ["title"], ["forWhom"], ["summary", "whatHappens"], ["format", "venue", "joinUrl"], ["kind"], ["audience"], ["topics"], ["tumourGroups"],
  ["startsAt", "endsAt"], ["bookingRoute", "bookingUrl", "bookingBy"], ["contactName", "contactPhone", "contactEmail"],
];
const CONFIRM_AFTER_MS = 30 * 86_400_000;

function isSame(one: ImportedEvent, other: ImportedEvent, fields: readonly (keyof ImportedEvent)[]): boolean {
  return fields.every((field) => isDeepStrictEqual(one[field], other[field]));
}

/** An event that was called off by hand stays so; one that waits for an alliance has no status here. */
function statusOf(current: ImportedEvent, said: ImportedEvent, now: ImportedEvent): ImportedEvent["status"] {
  if (current.status === null) return now.status === "cancelled" ? "cancelled" : null;
  return now.status !== said.status && current.status === said.status ? now.status : current.status;
}

/** That a calendar still has an event confirms it. Once a month is enough to say so. */
function confirmed({ lastConfirmed }: ImportedEvent, now: number): string {
  const isRecent = lastConfirmed !== null && now - Date.parse(lastConfirmed) < CONFIRM_AFTER_MS;
  return isRecent ? lastConfirmed : londonDate(now);
}

/** The parts of an event move with it. */
function movedSessions({ sessions, startsAt }: ImportedEvent, newStart: number): ImportedEvent["sessions"] {
  return sessions.map((session) => ({ ...session, startsAt: session.startsAt + newStart - startsAt, endsAt: session.endsAt + newStart - startsAt }));
}

/**
 * An event of the directory with what its calendar changed since it last said `said`. What an organiser changed by hand is theirs, and
 * so are places, and all that calendars do not tell.
 */
export function mergeEvent({ current, said, tells, now }: { current: ImportedEvent; said: ImportedEvent; tells: ImportedEvent; now: number }): ImportedEvent {
  const merged = { ...current };
  for (const fields of GROUPS) {
    if (isSame(said, tells, fields) || !isSame(current, said, fields)) continue;
    Object.assign(merged, Object.fromEntries(fields.map((field) => [field, tells[field]])));
  }
  return { ...merged, sessions: movedSessions(current, merged.startsAt), status: statusOf(current, said, tells), lastConfirmed: confirmed(current, now) };
}
