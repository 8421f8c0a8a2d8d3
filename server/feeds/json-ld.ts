import type { Event, Session } from "../contract/event.ts";
import { FIXED_LABELS } from "../contract/vocabulary.ts";
import { virtualLocation, place } from "./json-ld-place.ts";

type Properties = Record<string, unknown>;

const SCHEMA = "https://schema.org/";

const ATTENDANCE_MODES = {
  "in-person": "OfflineEventAttendanceMode",
  online: "OnlineEventAttendanceMode",
  hybrid: "MixedEventAttendanceMode",
  // The vocabulary knows no telephone; what it says of online, that nobody travels, is true of it.
  phone: "OnlineEventAttendanceMode",
} as const satisfies Record<Event["format"], string>;

const AVAILABILITIES = {
  open: "InStock",
  available: "InStock",
  few: "LimitedAvailability",
  "waiting-list": "SoldOut",
  full: "SoldOut",
} as const satisfies Record<Event["places"]["state"], string>;

function status({ status, previousStartsAt }: Event): string {
  if (status === "cancelled") return `${SCHEMA}EventCancelled`;
  if (status === "scheduled") return `${SCHEMA}EventScheduled`;
  return `${SCHEMA}${previousStartsAt === null ? "EventPostponed" : "EventRescheduled"}`;
}

function location(event: Event): unknown {
  const remote = event.format === "in-person" ? [] : [virtualLocation(event)];
  const all = event.venue ? [place(event.venue), ...remote] : remote;
  return all.length === 1 ? all[0] : all;
}

function organizer({ organiser, contact }: Event): Properties {
  return {
    "@type": "Organization",
    name: organiser.label,
    ...(organiser.website && { url: organiser.website }),
    ...(contact && {
      contactPoint: {
        "@type": "ContactPoint",
        name: contact.name,
        ...(contact.phone && { telephone: contact.phone }),
        ...(contact.email && { email: contact.email }),
      },
    }),
  };
}

function offer({ booking, cost, places, url }: Event): Properties {
  return {
    "@type": "Offer",
    url: booking.url ?? url,
    availability: SCHEMA + (booking.open ? AVAILABILITIES[places.state] : "SoldOut"),
    ...(cost === null ? { price: 0, priceCurrency: "GBP" } : { description: cost }),
  };
}

function part(session: Session, eventStatus: string): Properties {
  return { "@type": "Event", name: session.title, startDate: session.startsAt, endDate: session.endsAt, eventStatus };
}

function description({ summary, whatHappens, statusNote, sample }: Event): string {
  return [statusNote, summary, whatHappens, sample && "This is a sample event. It is not real."].filter(Boolean).join("\n\n");
}

/**
 * An event as JSON-LD of schema.org's `Event`, for its own page. It is an `Event`, not an `EducationEvent`, for a coffee
 * morning teaches nothing. An online event's location is that page, never an address to join. A cancelled event offers no
 * places. What is not known is left out; dates have London's offset. The texts are as the organiser wrote them: put the
 * result into a page with {@link jsonLdScript}.
 */
export function eventJsonLd(event: Event): Properties {
  const eventStatus = status(event);
  const keywords = [...event.topics, ...event.tumourGroups, ...event.stages].map(({ label }) => label);
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": event.url,
    identifier: event.id,
    url: event.url,
    name: event.title,
    description: description(event),
    startDate: event.startsAt,
    endDate: event.endsAt,
    ...(event.previousStartsAt && { previousStartDate: event.previousStartsAt }),
    eventStatus,
    eventAttendanceMode: SCHEMA + ATTENDANCE_MODES[event.format],
    location: location(event),
    organizer: organizer(event),
    ...(event.partners.length > 0 && { contributor: event.partners.map(({ label }) => ({ "@type": "Organization", name: label })) }),
    isAccessibleForFree: event.cost === null,
    ...(event.status !== "cancelled" && { offers: offer(event) }),
    ...(event.places.left !== null && { remainingAttendeeCapacity: event.places.left }),
    audience: event.audience.map((who) => ({ "@type": "Audience", audienceType: FIXED_LABELS.audience[who] })),
    inLanguage: event.languages.map(({ slug }) => slug),
    ...(keywords.length > 0 && { keywords }),
    ...(event.series && { superEvent: { "@type": "EventSeries", name: event.series.title } }),
    ...(event.sessions.length > 0 && { subEvent: event.sessions.map((session) => part(session, eventStatus)) }),
  };
}

/**
 * Data as JSON that may stand inside a `<script type="application/ld+json">` as it is: without `<` it can neither end the
 * element nor open a comment in it (HTML, "Restrictions for contents of script elements").
 */
export function jsonLdScript(data: Properties): string {
  return JSON.stringify(data).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
