import type { Event, Session } from "../../contract/event.ts";
import { londonDate } from "../../wording/london-time.ts";

/** One entry in a person's calendar. `session` is there when the entry is one session of a course, with its place in it. */
export interface Occurrence {
  uid: string;
  startsAt: number;
  endsAt: number;
  session?: { title: string; number: number; of: number };
}

function days(sessions: readonly Session[]): number {
  return new Set(sessions.map(({ startsAt }) => londonDate(Date.parse(startsAt)))).size;
}

/**
 * The entries of an event. One whose sessions are on several days, such as a course of six weeks, has one entry a session:
 * a single entry would fill all six weeks. Any other event, a day with parts too, has one. The UID is the id of the session
 * or of the event, a UUID that never changes (RFC 7986 section 5.3).
 */
export function occurrences(event: Event): Occurrence[] {
  const { id, startsAt, endsAt, sessions } = event;
  if (days(sessions) < 2) return [{ uid: id, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }];
  return sessions.map((session, index) => ({
    uid: session.id,
    startsAt: Date.parse(session.startsAt),
    endsAt: Date.parse(session.endsAt),
    session: { title: session.title, number: index + 1, of: sessions.length },
  }));
}
