import type { Event } from "../contract/event.ts";
import type { Venue } from "../contract/venue.ts";

/** A venue of which everything is known. */
export const EXAMPLE_VENUE: Venue = {
  slug: "example-cancer-centre",
  name: "Example Cancer Centre",
  address: "1 Example Street, London",
  postcode: "SE1 9RT",
  borough: { slug: "southwark", label: "Southwark" },
  latitude: 51.5033,
  longitude: -0.0871,
  access: { stepFree: true, hearingLoop: true, accessibleToilet: true, note: "The lift is behind the desk." },
  transport: {
    nearestStation: "London Bridge",
    stationStepFree: true,
    directions: "5 minutes on foot from the station.",
    parking: "None on site.",
    parkingCost: "£3 an hour at the car park nearby.",
    blueBadge: "2 bays at the front door.",
    patientTransport: "Ask your ward.",
  },
};

/** A plain event of Tuesday 3 March 2026, 2pm to 4:30pm, of which everything is known. `slug` makes its id and addresses. */
export function exampleEvent({ slug = "managing-tiredness", ...values }: Partial<Event> = {}): Event {
  const id = values.id ?? `00000000-0000-4000-8000-${[...slug].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e12, 7).toString().padStart(12, "0")}`;
  return {
    id,
    slug,
    url: `https://events.example/events/${slug}`,
    title: "Managing tiredness",
    forWhom: "For anybody who has had treatment for cancer.",
    summary: "Ways to save energy, and to get some back.",
    startsAt: "2026-03-03T14:00:00+00:00",
    endsAt: "2026-03-03T16:30:00+00:00",
    status: "scheduled",
    places: { state: "available", left: null },
    booking: { route: "here", who: ["self", "professional"], url: `https://events.example/events/${slug}#get-a-place`, note: null, approval: false, open: true },
    format: "in-person",
    kind: "group-session",
    audience: ["patients", "carers"],
    organiser: {
      slug: "example-trust", label: "Example NHS Trust", shortName: "Example Trust", kind: "nhs-trust", odsCode: "RXX", website: "https://trust.example/",
    },
    partners: [{ slug: "example-charity", label: "Example Charity" }],
    alliance: { slug: "selca", label: "South East London Cancer Alliance" },
    venue: EXAMPLE_VENUE,
    topics: [{ slug: "fatigue", label: "Tiredness and fatigue" }],
    tumourGroups: [],
    stages: [{ slug: "after-treatment", label: "After treatment" }],
    languages: [{ slug: "en", label: "English" }],
    support: { bsl: "on-request", interpreter: "no", requestBy: "2026-02-24" },
    sample: false,
    statusNote: null,
    previousStartsAt: null,
    whatHappens: "A nurse talks for an hour. Then there is time for questions.",
    whatToBring: "A pen, if you like to take notes.",
    effort: "seated",
    breaks: true,
    cost: null,
    contact: { name: "Cancer information centre", phone: "020 7946 0018", email: "information@trust.example" },
    series: null,
    sessions: [],
    timeZone: "Europe/London",
    lastConfirmed: "2026-02-01",
    revision: 0,
    updatedAt: "2026-02-01T09:00:00.000Z",
    calendarUrl: `https://events.example/v1/events/${id}.ics`,
    ...values,
  };
}
