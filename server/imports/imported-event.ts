import type { BOOKING_ROUTES, EFFORTS, SUPPORT_LEVELS } from "../contract/event.ts";
import type { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../contract/vocabulary.ts";

type OneOf<Values extends readonly unknown[]> = Values[number];

/** The states that a row may give an event. */
export const IMPORT_STATUSES = ["published", "cancelled", "postponed"] as const;

export interface ImportedSession {
  title: string;
  startsAt: number;
  endsAt: number;
  alone: boolean;
}

/**
 * An event as one row of a file tells it. Instants are milliseconds since 1970, days `2026-12-03`; what it belongs to is
 * given by slug. `organiser` and `reference` together say which event it is. `cost` null means free, `capacity` null no limit.
 */
export interface ImportedEvent {
  reference: string;
  organiser: string;
  partners: readonly string[];
  /** `title` is used when there is no series of that slug yet. */
  series: { slug: string; title: string } | null;
  venue: string | null;
  title: string;
  forWhom: string;
  summary: string;
  whatHappens: string | null;
  whatToBring: string | null;
  startsAt: number;
  endsAt: number;
  sessions: readonly ImportedSession[];
  format: OneOf<typeof FORMATS>;
  kind: OneOf<typeof KINDS>;
  audience: readonly OneOf<typeof AUDIENCES>[];
  topics: readonly string[];
  tumourGroups: readonly string[];
  stages: readonly string[];
  languages: readonly string[];
  effort: OneOf<typeof EFFORTS> | null;
  breaks: boolean | null;
  bsl: OneOf<typeof SUPPORT_LEVELS>;
  interpreter: OneOf<typeof SUPPORT_LEVELS>;
  askBy: string | null;
  cost: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  capacity: number | null;
  waitingList: boolean;
  bookingRoute: OneOf<typeof BOOKING_ROUTES>;
  bookingBy: readonly OneOf<typeof BOOKING_USERS>[];
  bookingUrl: string | null;
  bookingNote: string | null;
  joinUrl: string | null;
  /** Null leaves a published, cancelled or postponed event as it is, and publishes any other. */
  status: OneOf<typeof IMPORT_STATUSES> | null;
  statusNote: string | null;
  previousStartsAt: number | null;
  lastConfirmed: string | null;
}
