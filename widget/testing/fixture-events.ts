import type { Event } from "../../server/contract/event.ts";
import { addDays, londonDate, londonInstant, londonIso } from "../../server/wording/london-time.ts";

const TOPICS = [
  { slug: "fatigue", label: "Fatigue", words: "tired tiredness exhausted no energy" },
  { slug: "work-and-money", label: "Work and money", words: "benefits debt money worries job" },
  { slug: "food-and-eating", label: "Food and eating", words: "diet nutrition" },
  { slug: "movement", label: "Movement and exercise", words: "yoga walking gym" },
];
const GROUPS = [
  { slug: "breast", label: "Breast cancer", parent: null, words: "brest" },
  { slug: "colorectal", label: "Bowel cancer", parent: null, words: "bowel colon rectal" },
  { slug: "prostate", label: "Prostate cancer", parent: null, words: "" },
];
const STAGES = [
  { slug: "during-treatment", label: "During treatment", words: "chemo" },
  { slug: "after-treatment", label: "After treatment", words: "recovery" },
];
export const VOCABULARY = { topics: TOPICS, tumourGroups: GROUPS, stages: STAGES };

const TITLES = [
  "Managing tiredness after treatment", "Money and work: one-to-one advice", "Eating well with bowel cancer", "Gentle yoga for every body",
  "Moving on from breast cancer", "Carers’ coffee morning", "Health and wellbeing day", "Prostate cancer: living well",
];
const VENUES = [
  { name: "Dimbleby Cancer Care", borough: { slug: "southwark", label: "Southwark" }, latitude: 51.5033, longitude: -0.0871, postcode: "SE1 9RT" },
  { name: "Maggie’s Barts", borough: { slug: "city-of-london", label: "City of London" }, latitude: 51.5174, longitude: -0.1003, postcode: "EC1A 7BE" },
  { name: "Macmillan Centre, Camden", borough: { slug: "camden", label: "Camden" }, latitude: 51.5246, longitude: -0.1366, postcode: "WC1E 6AG" },
];
const ORGANISERS = [
  { slug: "guys-and-st-thomas", label: "Guy’s and St Thomas’ NHS Foundation Trust", shortName: "Guy’s and St Thomas’", kind: "nhs-trust", odsCode: "RJ1", website: null },
  { slug: "maggies", label: "Maggie’s", shortName: "Maggie’s", kind: "charity", odsCode: null, website: null },
] as const;
const ALLIANCES = [
  { slug: "south-east-london", label: "South East London Cancer Alliance" },
  { slug: "north-central-london", label: "North Central London Cancer Alliance" },
];
const PLACES = [
  { state: "available", left: null }, { state: "few", left: 3 }, { state: "open", left: null }, { state: "waiting-list", left: null }, { state: "full", left: null },
] as const satisfies Event["places"][];

/** One for each page of tests: what a browser keeps for a service belongs to that page alone. */
export const SERVICE = `https://directory-${crypto.randomUUID()}.test`;

function pick<Value>(values: readonly Value[], number: number): Value {
  return values[number % values.length]!;
}

function venue(number: number): NonNullable<Event["venue"]> {
  const { name, borough, latitude, longitude, postcode } = pick(VENUES, number);
  return {
    slug: borough.slug, name, address: "1 Example Street, London", postcode, borough, latitude, longitude,
    access: { stepFree: true, hearingLoop: number % 2 === 0, accessibleToilet: true, note: "The entrance is on the left." },
    transport: {
      nearestStation: "London Bridge", stationStepFree: true, directions: "Five minutes on foot from the station.",
      parking: "No parking on site.", parkingCost: null, blueBadge: "Two Blue Badge bays.", patientTransport: "Ask your ward for patient transport.",
    },
  };
}

/** The event of a number: the same for the same number on the same day. Numbers count up through every case that lists show. */
export function fixtureEvent(number: number, now: number): Event {
  const day = addDays(londonDate(now), 1 + number);
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const format = pick(["in-person", "in-person", "online", "hybrid", "phone"] as const, number);
  const slug = `event-${number}`;
  return {
    id, slug, url: `${SERVICE}/events/${slug}`, title: `${pick(TITLES, number)} ${number}`,
    forWhom: "For anybody in London who has finished treatment in the last 12 months.",
    summary: "A friendly session with a nurse and people who have been there too.",
    startsAt: londonIso(londonInstant(day, 14)), endsAt: londonIso(londonInstant(day, 16, 30)),
    status: number === 7 ? "cancelled" : number === 9 ? "postponed" : "scheduled",
    places: pick(PLACES, number),
    booking: { route: "here", who: pick([["self", "professional"], ["self"], ["professional"]] as const, number).slice(), url: null, note: null, approval: false, open: true },
    format, kind: pick(["group-session", "course", "one-to-one"] as const, number),
    audience: number % 8 === 5 ? ["carers"] : ["patients", "carers"],
    organiser: pick(ORGANISERS, number), partners: [], alliance: pick(ALLIANCES, number),
    venue: format === "online" || format === "phone" ? null : venue(number),
    topics: [pick(TOPICS, number)].map(({ slug, label }) => ({ slug, label })),
    tumourGroups: number % 4 === 0 ? [pick(GROUPS, number / 4)].map(({ slug, label }) => ({ slug, label })) : [],
    stages: [pick(STAGES, number)].map(({ slug, label }) => ({ slug, label })),
    languages: [{ slug: "en", label: "English" }],
    support: { bsl: "on-request", interpreter: number % 3 === 0 ? "provided" : "no", requestBy: day },
    sample: true, statusNote: number === 9 ? "The room was not free." : null,
    previousStartsAt: number === 9 ? londonIso(londonInstant(day, 10)) : null,
    whatHappens: "We talk, share tips and have tea.", whatToBring: "A drink and comfortable clothes.", effort: "seated", breaks: true, cost: null,
    contact: { name: "Support team", phone: "020 7946 0000", email: "team@example.org" }, series: null,
    sessions: [{ id: id.replace(/^0/, "1"), title: "First part", startsAt: londonIso(londonInstant(day, 14)), endsAt: londonIso(londonInstant(day, 15)), alone: true }],
    timeZone: "Europe/London", lastConfirmed: londonDate(now), revision: 1, updatedAt: new Date(now).toISOString(),
    calendarUrl: `${SERVICE}/v1/events/${id}.ics`,
  };
}

export function fixtureEvents(count: number, now: number): Event[] {
  return Array.from({ length: count }, (_, number) => fixtureEvent(number, now));
}
