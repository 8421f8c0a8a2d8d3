import { z } from "zod";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS, Slug, TermRef } from "./vocabulary.ts";
import { Organiser } from "./organisation.ts";
import { Venue } from "./venue.ts";

/** An instant as ISO 8601 with the offset that London has at that time, for example `2026-03-03T14:00:00+00:00`. */
export const LondonDateTime = z.iso.datetime({ offset: true });

export const EVENT_STATUSES = ["scheduled", "cancelled", "postponed"] as const;

/**
 * Places, as far as the public may know: `open` has no limit, `few` has 1 to 5 left (`left` tells how many), `waiting-list`
 * has none but takes names, `full` has none. `left` is null in every state but `few`.
 */
export const PLACE_STATES = ["open", "available", "few", "waiting-list", "full"] as const;
export const Places = z
  .object({ state: z.enum(PLACE_STATES), left: z.number().int().min(1).max(5).nullable() })
  .meta({ id: "Places" });
export type Places = z.infer<typeof Places>;

export const BOOKING_ROUTES = ["here", "organiser", "phone", "drop-in"] as const;

/**
 * How to get a place: `here` on this service, at the `organiser`'s own address, by `phone`, or `drop-in` without booking.
 * `url` is where to go for a place (absolute); `who` says who may ask for one; `approval`, whether the organiser looks at each
 * request before a place is given; `open` is false while the organiser takes no new requests, whatever places are left.
 */
export const Booking = z
  .object({
    route: z.enum(BOOKING_ROUTES),
    who: z.array(z.enum(BOOKING_USERS)).min(1),
    url: z.url().nullable(),
    note: z.string().nullable(),
    approval: z.boolean(),
    open: z.boolean(),
  })
  .meta({ id: "Booking" });
export type Booking = z.infer<typeof Booking>;

/** A line that the organiser publishes for questions. It never names a private person. */
export const Contact = z
  .object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
  .meta({ id: "Contact" });

export const SUPPORT_LEVELS = ["provided", "on-request", "no"] as const;
export const EFFORTS = ["seated", "some-standing", "gentle-activity"] as const;

/** A part of an event. `alone` says whether a person may attend this part without the others. */
export const Session = z
  .object({
    id: z.uuid(),
    title: z.string(),
    startsAt: LondonDateTime,
    endsAt: LondonDateTime,
    alone: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof Session>;

/** What a list of events shows, and what search and filters need. Empty `tumourGroups` means: for all cancers. */
export const EventSummary = z
  .object({
    id: z.uuid(),
    slug: Slug,
    url: z.url(),
    title: z.string(),
    forWhom: z.string(),
    summary: z.string(),
    startsAt: LondonDateTime,
    endsAt: LondonDateTime,
    status: z.enum(EVENT_STATUSES),
    places: Places,
    booking: Booking,
    format: z.enum(FORMATS),
    kind: z.enum(KINDS),
    audience: z.array(z.enum(AUDIENCES)).min(1),
    organiser: Organiser,
    partners: z.array(TermRef),
    alliance: TermRef.nullable(),
    venue: Venue.nullable(),
    topics: z.array(TermRef),
    tumourGroups: z.array(TermRef),
    stages: z.array(TermRef),
    languages: z.array(TermRef).min(1),
    support: z.object({
      bsl: z.enum(SUPPORT_LEVELS),
      interpreter: z.enum(SUPPORT_LEVELS),
      requestBy: z.iso.date().nullable(),
    }),
    effort: z.enum(EFFORTS).nullable(),
    breaks: z.boolean().nullable(),
    sample: z.boolean(),
  })
  .meta({ id: "EventSummary" });
export type EventSummary = z.infer<typeof EventSummary>;

/** One dated happening, whole. `revision` rises by one with each change of what is published, and never falls. */
export const Event = EventSummary.extend({
  statusNote: z.string().nullable(),
  previousStartsAt: LondonDateTime.nullable(),
  whatHappens: z.string().nullable(),
  whatToBring: z.string().nullable(),
  cost: z.string().nullable().meta({ description: "null means: free" }),
  contact: Contact.nullable(),
  series: z.object({ slug: Slug, title: z.string() }).nullable(),
  sessions: z.array(Session),
  timeZone: z.literal("Europe/London"),
  lastConfirmed: z.iso.date().nullable(),
  revision: z.number().int().nonnegative(),
  updatedAt: z.iso.datetime(),
  calendarUrl: z.url(),
}).meta({ id: "Event" });
export type Event = z.infer<typeof Event>;
