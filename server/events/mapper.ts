import type { Event } from "../contract/event.ts";
import type { Organisation, Organiser } from "../contract/organisation.ts";
import type { Venue } from "../contract/venue.ts";
import type { TermRef } from "../contract/vocabulary.ts";
import { londonIso } from "../wording/london-time.ts";
import type { Reference } from "./reference.ts";
import type { EventRow } from "./repository.ts";

/** Picks the terms with these slugs, in the order of the vocabulary. */
function terms(all: readonly TermRef[], slugs: readonly string[]): TermRef[] {
  return all.filter((term) => slugs.includes(term.slug)).map(({ slug, label }) => ({ slug, label }));
}

function found<Value>(rows: ReadonlyMap<string, Value>, slug: string): Value {
  const row = rows.get(slug);
  if (!row) throw new Error(`An event refers to ${slug}, which was not read with the reference data`);
  return row;
}

function organiser(reference: Reference, slug: string): Organiser {
  const { name, short_name, kind, ods_code, website } = found(reference.organisations, slug);
  return { slug, label: name, shortName: short_name, kind, odsCode: ods_code, website };
}

function venue(reference: Reference, slug: string): Venue {
  const row = found(reference.venues, slug);
  const borough = reference.boroughs.find(({ gss }) => gss === row.borough_gss);
  return {
    slug,
    name: row.name,
    address: row.address,
    postcode: row.postcode,
    borough: borough ? { slug: borough.slug, label: borough.name } : null,
    latitude: row.latitude,
    longitude: row.longitude,
    access: {
      stepFree: row.step_free,
      hearingLoop: row.hearing_loop,
      accessibleToilet: row.accessible_toilet,
      note: row.access_note,
    },
    transport: {
      nearestStation: row.nearest_station,
      stationStepFree: row.station_step_free,
      directions: row.directions,
      parking: row.parking,
      parkingCost: row.parking_cost,
      blueBadge: row.blue_badge,
      patientTransport: row.patient_transport,
    },
  };
}

/** The alliance of the place where the event is held; for one with no place, that of its organiser. */
function alliance(reference: Reference, row: EventRow): TermRef | null {
  const gss = row.venue ? found(reference.venues, row.venue).borough_gss : null;
  const ofPlace = reference.memberships.find(({ borough_gss, valid_to }) => borough_gss === gss && valid_to === null)?.alliance;
  const slug = ofPlace ?? found(reference.organisations, row.organisation).alliance;
  const member = reference.alliances.find((candidate) => candidate.slug === slug);
  return member ? { slug: member.slug, label: member.name } : null;
}

function bookingUrl(row: EventRow, page: string): string | null {
  if (row.booking_route === "organiser") return row.booking_url;
  return row.booking_route === "here" ? `${page}#get-a-place` : null;
}

function contact({ contact_name: name, contact_phone: phone, contact_email: email }: EventRow): Event["contact"] {
  return name === null ? null : { name, phone, email };
}

function audience({ for_patients, for_carers }: EventRow): Event["audience"] {
  return [...(for_patients ? (["patients"] as const) : []), ...(for_carers ? (["carers"] as const) : [])];
}

function bookers({ booking_self, booking_professional }: EventRow): Event["booking"]["who"] {
  return [...(booking_self ? (["self"] as const) : []), ...(booking_professional ? (["professional"] as const) : [])];
}

/** A row as the wire format has it. `baseUrl` is the service's own public address, without a slash at its end. */
export function toEvent(row: EventRow, reference: Reference, baseUrl: string): Event {
  const url = `${baseUrl}/events/${row.slug}`;
  const series = row.series ? found(reference.series, row.series) : null;
  const languages = reference.languages.map(({ code, label }) => ({ slug: code.toLowerCase(), label }));
  return {
    id: row.id,
    slug: row.slug,
    url,
    title: row.title,
    forWhom: row.for_whom,
    summary: row.summary,
    startsAt: londonIso(row.starts_at.getTime()),
    endsAt: londonIso(row.ends_at.getTime()),
    status: row.status === "cancelled" || row.status === "postponed" ? row.status : "scheduled",
    places: { state: row.places_state, left: row.places_left },
    booking: { route: row.booking_route, who: bookers(row), url: bookingUrl(row, url), note: row.booking_note, approval: row.booking_approval, open: !row.booking_closed },
    format: row.format,
    kind: row.kind,
    audience: audience(row),
    organiser: organiser(reference, row.organisation),
    partners: row.partners.map((slug) => ({ slug, label: found(reference.organisations, slug).name })),
    alliance: alliance(reference, row),
    venue: row.venue ? venue(reference, row.venue) : null,
    topics: terms(reference.topics, row.topics),
    tumourGroups: terms(reference.tumourGroups, row.tumour_groups),
    stages: terms(reference.stages, row.stages),
    languages: terms(languages, row.languages.map((code) => code.toLowerCase())),
    support: { bsl: row.bsl, interpreter: row.interpreter, requestBy: row.support_request_by },
    sample: row.sample,
    statusNote: row.status_note,
    previousStartsAt: row.previous_starts_at && londonIso(row.previous_starts_at.getTime()),
    whatHappens: row.what_happens,
    whatToBring: row.what_to_bring,
    effort: row.effort,
    breaks: row.breaks,
    cost: row.cost,
    contact: contact(row),
    series: series && { slug: series.slug, title: series.title },
    sessions: row.sessions.map(({ id, title, starts_at, ends_at, alone }) => ({
      id, title, startsAt: londonIso(Date.parse(starts_at)), endsAt: londonIso(Date.parse(ends_at)), alone,
    })),
    timeZone: "Europe/London",
    lastConfirmed: row.last_confirmed,
    revision: row.revision,
    updatedAt: row.revised_at.toISOString(),
    calendarUrl: `${baseUrl}/v1/events/${row.id}.ics`,
  };
}

export function toOrganisations(reference: Reference): Omit<Organisation, "upcomingEvents">[] {
  return Array.from(reference.organisations.values(), (row) => ({ ...organiser(reference, row.slug), alliance: row.alliance }));
}

export function toVenues(reference: Reference): Venue[] {
  return Array.from(reference.venues.keys(), (slug) => venue(reference, slug));
}
