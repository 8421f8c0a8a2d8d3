import type { Event } from "../../server/contract/event.ts";
import type { FacetField } from "../../server/contract/values.ts";
import { dateTimeRange, longDate, nearDay, time } from "../../server/wording/dates.ts";
import { placesWords } from "../../server/wording/places.ts";
import { carersWelcome, howTiring } from "../../server/wording/who-it-is-for.ts";
import type { Miles } from "../state.ts";

/** `1,234`. A browser's own number formats take longer to make ready than the first events to draw. */
const number = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
/** `1 event`, `2 events`. */
const countEvents = (count: number) => (count === 1 ? "1 event" : `${number(count)} events`);

/** The words of the first view in English. `english-later.ts` has the others. */
export const english = {
  language: "en-GB",
  /** `rtl` for a language that is written from right to left. Undefined follows the page. */
  direction: undefined as "rtl" | undefined,

  dates: {
    /** `Tuesday 3 March 2026, 2pm to 4:30pm` */
    range: (part: { startsAt: string; endsAt: string }) => dateTimeRange(Date.parse(part.startsAt), Date.parse(part.endsAt)),
    long: longDate,
    /** `Tuesday 3 March 2026, 2pm` */
    moment: (instant: number) => `${longDate(instant)}, ${time(instant)}`,
    /** `Today`, `Tomorrow`, or undefined. */
    near: (instant: number, now: number): string | undefined => nearDay(instant, now),
    /** The short names of a weekday and a month, with the day between them: `Tue`, `3`, `Mar`. */
    block: (instant: number): readonly string[] => longDate(instant).split(" ").slice(0, 3).map((word) => word.slice(0, 3)),
  },
  places: placesWords,
  carers: carersWelcome,
  tiring: howTiring,
  placesOld: "Ask if there are places",
  number,
  countEvents,
  /** What a value of a field is called, by its code. English is what the service calls it. */
  label: (_field: FacetField, _value: string, label: string) => label,

  /** What each finder of a page is called, so that its heading and its search are told from those of the others. */
  finder: (place: number) => (place > 1 ? `Find an event, list ${place}` : "Find an event"),

  search: {
    label: "What are you looking for?",
    hint: "For example: tiredness, money",
    near: "Postcode or borough",
    within: "Within",
    miles: (miles: Miles) => (miles === 1 ? "1 mile" : `${miles} miles`),
    submit: "Search",
    unknownPlace: "We do not know that place. Try the first half of a postcode, or a London borough.",
    didYouMean: "Did you mean:",
  },

  filters: (chosen: number) => (chosen > 0 ? `Filters (${chosen} chosen)` : "Filters"),

  results: {
    found: (total: number) => (total === 0 ? "No events found" : `${countEvents(total)} found`),
    loading: "Loading events",
    orOnline: ", or online",
    away: (miles: number) => (miles < 0.5 ? "less than half a mile away" : miles === 1 ? "1 mile away" : `${miles} miles away`),
    sample: "Sample",
    sampleNote: "These are sample events, to show how the finder works.",
  },

  formats: {
    "in-person": "In person",
    online: "Online",
    hybrid: "In person or online",
    phone: "By phone",
  } satisfies Record<Event["format"], string>,

  postponed: "New date",

  detail: {
    loading: "Loading the details",
    failed: "We could not load the details.",
    retry: "Try again",
    page: "Open full page",
  },

  failure: {
    unavailable: "Sorry, we cannot load events right now",
    offline: "You are offline",
    offlineNext: "We will try again when you are back online.",
    kept: (when: string) => `This list is from ${when}. Places may have changed since then.`,
    retry: "Try again",
    directory: "Open the full directory",
    helpLine: "0808 808 00 00",
    ask: "You can also ask your clinical nurse specialist. Or call the Macmillan Support Line, free, on",
    stale: (when: string) => `We could not check for changes since ${when}. Please check with the organiser before you travel.`,
  },
};
