import fc from "fast-check";
import { BOOKING_ROUTES, EFFORTS, EVENT_STATUSES, SUPPORT_LEVELS, type Event, type Places } from "../contract/event.ts";
import { ORGANISATION_KINDS } from "../contract/organisation.ts";
import type { Venue } from "../contract/venue.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS, type TermRef } from "../contract/vocabulary.ts";
import { londonIso, summerTime } from "../wording/london-time.ts";
import { arbitraryText } from "./random-text.ts";

const MINUTE = 60_000;
const YEARS = { min: 2024, max: 2037 };

/** A whole minute within three hours of a change of London's clocks, so in the hours that are left out or come twice too. */
export function arbitraryInstantNearClockChange(): fc.Arbitrary<number> {
  return fc
    .tuple(fc.integer(YEARS), fc.constantFrom("start", "end"), fc.integer({ min: -180, max: 180 }))
    .map(([year, which, minutes]) => summerTime(year)[which] + minutes * MINUTE);
}

/** A whole minute of the years 2024 to 2037, often near a change of the clocks. Milliseconds since 1970. */
export function arbitraryInstant(): fc.Arbitrary<number> {
  const any = fc.integer({ min: Date.UTC(YEARS.min) / MINUTE, max: Date.UTC(YEARS.max) / MINUTE }).map((minutes) => minutes * MINUTE);
  return fc.oneof(any, arbitraryInstantNearClockChange());
}

const LANGUAGES = [
  { slug: "en", label: "English" },
  { slug: "cy", label: "Welsh" },
  { slug: "ar", label: "Arabic" },
];

const slug = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}$/);
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });
const date = arbitraryInstant().map((instant) => new Date(instant).toISOString().slice(0, 10));

/** Objects with the usual prototype, as parsed JSON has them, so that `deepEqual` takes both for the same. */
function record<Value>(shape: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }): fc.Arbitrary<Value> {
  return fc.record<Value>(shape, { noNullPrototype: true });
}

function termRef(text: fc.Arbitrary<string>): fc.Arbitrary<TermRef> {
  return record({ slug, label: text });
}

/** Never minus nought, which JSON does not keep. */
function degrees(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((value) => value + 0);
}

function venue(text: fc.Arbitrary<string>): fc.Arbitrary<Venue> {
  const known = orNull(fc.boolean());
  return record({
    slug,
    name: text,
    address: text,
    postcode: fc.constantFrom("SW17 0QT", "SE1 9RT", "E1 1FR"),
    borough: orNull(termRef(text)),
    latitude: degrees(49, 61),
    longitude: degrees(-9, 2),
    access: record({ stepFree: known, hearingLoop: known, accessibleToilet: known, note: orNull(text) }),
    transport: record({
      nearestStation: orNull(text),
      stationStepFree: known,
      directions: orNull(text),
      parking: orNull(text),
      parkingCost: orNull(text),
      blueBadge: orNull(text),
      patientTransport: orNull(text),
    }),
  });
}

const places: fc.Arbitrary<Places> = fc.oneof(
  fc.constantFrom("open" as const, "available" as const, "waiting-list" as const, "full" as const).map((state) => ({ state, left: null })),
  fc.integer({ min: 1, max: 5 }).map((left) => ({ state: "few" as const, left })),
);

interface Span {
  startsAt: string;
  endsAt: string;
}

function span(startsAt: number, minutes: number): Span {
  return { startsAt: londonIso(startsAt), endsAt: londonIso(startsAt + minutes * MINUTE) };
}

/** When it is: one happening, a day with parts, or a course with one session a week. */
function times(text: fc.Arbitrary<string>): fc.Arbitrary<Span & Pick<Event, "sessions">> {
  const part = record({ id: fc.uuid(), title: text, alone: fc.boolean() });
  const parts = fc.tuple(fc.integer({ min: 15, max: 240 }), fc.uniqueArray(part, { maxLength: 6, selector: ({ id }) => id }));
  return fc.tuple(arbitraryInstant(), parts, fc.constantFrom("parts", "weeks")).map(([start, [minutes, sessions], kind]) => {
    const step = kind === "weeks" ? 7 * 24 * 60 : minutes;
    const spans = sessions.map((session, index) => ({ ...session, ...span(start + index * step * MINUTE, minutes) }));
    return { ...span(start, minutes + Math.max(0, sessions.length - 1) * step), sessions: spans };
  });
}

/** What hangs together: whether there is a place, what the status brings with it. */
function tied(text: fc.Arbitrary<string>): fc.Arbitrary<Pick<Event, "format" | "venue" | "status" | "statusNote" | "previousStartsAt">> {
  const parts = record({
    format: fc.constantFrom(...FORMATS),
    venue: venue(text),
    status: fc.constantFrom(...EVENT_STATUSES),
    statusNote: orNull(text),
    previousStartsAt: orNull(arbitraryInstant().map(londonIso)),
  });
  return parts.map((drawn) => ({
    ...drawn,
    venue: drawn.format === "in-person" || drawn.format === "hybrid" ? drawn.venue : null,
    previousStartsAt: drawn.status === "postponed" ? drawn.previousStartsAt : null,
  }));
}

/**
 * A random event that the contract takes. `text` makes every text that an organiser writes; unless given, it is well-formed
 * and holds what breaks writers. Ids are random: use `fc.uniqueArray` with `selector` where several must differ.
 */
export function arbitraryEvent({ text = arbitraryText() }: { text?: fc.Arbitrary<string> } = {}): fc.Arbitrary<Event> {
  const terms = fc.uniqueArray(termRef(text), { maxLength: 3, selector: (term) => term.slug });
  const optional = orNull(text);
  const facts = record({
    id: fc.uuid(),
    slug,
    title: text,
    forWhom: text,
    summary: text,
    places,
    booking: record({
      route: fc.constantFrom(...BOOKING_ROUTES),
      who: fc.uniqueArray(fc.constantFrom(...BOOKING_USERS), { minLength: 1 }),
      url: orNull(fc.webUrl({ withQueryParameters: true, withFragments: true })),
      note: optional,
      approval: fc.boolean(),
      open: fc.boolean(),
    }),
    kind: fc.constantFrom(...KINDS),
    audience: fc.uniqueArray(fc.constantFrom(...AUDIENCES), { minLength: 1 }),
    organiser: record({
      slug,
      label: text,
      shortName: text,
      kind: fc.constantFrom(...ORGANISATION_KINDS),
      odsCode: orNull(fc.constantFrom("RJ7", "RJ1", "RPY")),
      website: orNull(fc.webUrl()),
    }),
    partners: terms,
    alliance: orNull(termRef(text)),
    topics: terms,
    tumourGroups: terms,
    stages: terms,
    languages: fc.shuffledSubarray(LANGUAGES, { minLength: 1 }),
    support: record({ bsl: fc.constantFrom(...SUPPORT_LEVELS), interpreter: fc.constantFrom(...SUPPORT_LEVELS), requestBy: orNull(date) }),
    sample: fc.boolean(),
    whatHappens: optional,
    whatToBring: optional,
    effort: orNull(fc.constantFrom(...EFFORTS)),
    breaks: orNull(fc.boolean()),
    cost: optional,
    contact: orNull(record({ name: text, phone: orNull(fc.constant("020 7946 0018")), email: orNull(fc.emailAddress()) })),
    series: orNull(record({ slug, title: text })),
    lastConfirmed: orNull(date),
    revision: fc.nat({ max: 1000 }),
    updatedAt: arbitraryInstant().map((instant) => new Date(instant + 123).toISOString()),
  });
  return fc.tuple(facts, times(text), tied(text)).map(([event, when, rest]) => ({
    ...event,
    ...when,
    ...rest,
    url: `https://events.example/events/${event.slug}`,
    calendarUrl: `https://events.example/v1/events/${event.id}.ics`,
    timeZone: "Europe/London",
  }));
}
