import type { Context, Handler } from "hono";
import type { Event } from "../../contract/event.ts";
import type { DirectorySource } from "../../events/live-directory.ts";
import { eventNotFoundPage } from "../../pages/error-pages.ts";
import { otherDates } from "../../pages/other-dates.ts";
import type { Referrals, Refusal } from "../referral.ts";
import { ReferralsUnavailableError } from "../database/referrals-database.ts";
import { stopOf } from "./stops.ts";

/** What the pages that take and show referrals need. */
export interface ReferralPages {
  referrals: Referrals;
  directory: DirectorySource;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** A request about one event. */
export interface Visit {
  c: Context;
  event: Event;
  /** The other events of its series that are to come, soonest first. */
  otherDates: readonly Event[];
  /** What keeps everybody from a place. */
  stop: Refusal | undefined;
}

export type VisitHandler = (visit: Visit) => Promise<Response>;

export interface VisitOptions {
  who: Event["booking"]["who"][number];
  /** What is shown when the database is away. */
  unavailable: (c: Context, event: Event) => Promise<Response>;
}

/** A handler of an address with the `slug` of an event. */
export function forEvent({ directory, now }: ReferralPages, { who, unavailable }: VisitOptions, handle: VisitHandler): Handler {
  return async (c) => {
    const current = directory.current();
    const found = current.bySlug(c.req.param("slug") ?? "");
    if (!found) return eventNotFoundPage(c);
    const event = found.read();
    const visit = { c, event, otherDates: otherDates(current, found, now()), stop: stopOf(event, who, now()) };
    return unlessAway(() => handle(visit), () => unavailable(c, event));
  };
}

/** Answers otherwise while the database is away. */
export async function unlessAway(answer: () => Promise<Response>, otherwise: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ReferralsUnavailableError) return otherwise();
    throw error;
  }
}
