import type { FacetField, Sort } from "../server/contract/values.ts";
import type { Event } from "../server/contract/event.ts";
import type { Miles, When } from "./state.ts";

/** The free line that people in the United Kingdom can call about cancer. */
export const HELP_LINE = "0808 808 00 00";

const number = (count: number) => count.toLocaleString("en-GB");
const events = (count: number) => (count === 1 ? "1 event" : `${number(count)} events`);

/** Every word that the finder says. A translation is another object of this shape. */
export const strings = {
  language: "en-GB",
  finder: (place: number) => (place > 1 ? `Find an event, list ${place}` : "Find an event"),
  heading: "Find an event",

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

  filters: {
    title: "Filters",
    open: (chosen: number) => (chosen > 0 ? `Filters (${chosen} chosen)` : "Filters"),
    show: (total: number) => `Show ${events(total)}`,
    chosen: (count: number) => `${count} chosen`,
    more: (count: number, group: string) => `Show all ${count}: ${group.toLowerCase()}`,
    when: "When",
  },

  whens: {
    any: "Any time",
    today: "Today",
    tomorrow: "Tomorrow",
    week: "This week",
    weekend: "This weekend",
    "four-weeks": "Next 4 weeks",
  } satisfies Record<When, string>,

  /** In the order in which the groups stand. */
  facets: {
    "tumour-group": "Type of cancer",
    topic: "Topic",
    audience: "Who it is for",
    format: "How you take part",
    access: "Access and language support",
    available: "Places",
    kind: "Kind of event",
    stage: "Stage of treatment",
    booking: "How to get a place",
    borough: "Borough",
    organiser: "Organiser",
    language: "Language",
    alliance: "Cancer alliance",
  } satisfies Record<FacetField, string>,

  chips: {
    title: "What you have chosen",
    words: (q: string) => `“${q}”`,
    near: (place: string, miles: Miles) => `Within ${miles === 1 ? "1 mile" : `${miles} miles`} of ${place}`,
    remove: "Remove",
    clear: "Clear all",
  },

  results: {
    count: events,
    found: (total: number) => (total === 0 ? "No events found" : `${events(total)} found`),
    shown: (shown: number, total: number) => `Showing ${number(shown)} of ${events(total)}`,
    sort: "Sort by",
    sorts: { relevance: "Best match", distance: "Nearest first", date: "Soonest first" } satisfies Record<Sort, string>,
    more: "Show more events",
    loading: "Loading events",
    loadingMore: "Loading more events",
    away: (miles: number) => (miles === 1 ? "1 mile away" : `${miles} miles away`),
    sample: "Sample",
    sampleNote: "These are sample events, to show how the finder works.",
    attribution: "Distances are in a straight line.",
  },

  formats: {
    "in-person": "In person",
    online: "Online",
    hybrid: "In person or online",
    phone: "By phone",
  } satisfies Record<Event["format"], string>,

  status: { cancelled: "Cancelled", postponed: "New date" },

  detail: {
    loading: "Loading the details",
    failed: "We could not load the details.",
    retry: "Try again",
    places: "Places",
    forWhom: "Who it is for",
    carers: "Carers, family and friends are welcome.",
    when: "When",
    movedFrom: (when: string) => `Moved from ${when}`,
    sessions: "Sessions",
    alone: "You can come to this part only",
    about: "What happens",
    bring: "What to bring",
    effort: {
      seated: "You can stay seated.",
      "some-standing": "There is some standing.",
      "gentle-activity": "There is gentle activity.",
    } satisfies Record<NonNullable<Event["effort"]>, string>,
    breaks: "There are breaks.",
    howTiring: "How tiring it is",
    where: "Where",
    onlineOnly: "Online. You get the link to join when you have a place.",
    phoneOnly: "By phone. The organiser calls you.",
    hybrid: "You can also join online.",
    gettingThere: "Getting there",
    station: (name: string, stepFree: boolean | null) => (stepFree ? `${name} (step-free station)` : name),
    parkingCost: (cost: string) => `Cost of parking: ${cost}`,
    access: "Access",
    stepFree: (yes: boolean) => (yes ? "Step-free access" : "No step-free access"),
    hearingLoop: (yes: boolean) => (yes ? "Hearing loop" : "No hearing loop"),
    toilet: (yes: boolean) => (yes ? "Accessible toilet" : "No accessible toilet"),
    bsl: { provided: "British Sign Language (BSL) provided", "on-request": "British Sign Language (BSL) if you ask" },
    interpreter: { provided: "Language interpreter provided", "on-request": "Language interpreter if you ask" },
    requestBy: (date: string) => `Ask by ${date}`,
    languages: (names: string) => `In ${names}`,
    cost: "Cost",
    free: "Free",
    contact: "Questions",
    organiser: "Run by",
    with: (partners: string) => `with ${partners}`,
    booking: "How to get a place",
    confirmed: (date: string) => `The organiser last checked this on ${date}.`,
    calendar: "Add to calendar",
    page: "Open full page",
    hide: "Hide details",
    show: "Show details",
  },

  book: {
    here: "Book or refer",
    refer: "Refer",
    waitingList: "Join the waiting list",
    how: "How to get a place",
  },

  who: {
    both: "Book for yourself, or be referred",
    self: "Book for yourself",
    professional: "A health professional refers you",
  },

  clinician: {
    both: "You can refer, or the person can book",
    self: "The person books for themselves",
    professional: "You can refer",
    keys: "In the list: up and down arrows move between events, S adds to the shortlist.",
    shortlist: (count: number) => `Shortlist (${events(count)})`,
    empty: "Add events from the list to make a sheet for a patient.",
    full: (limit: number) => `A shortlist holds up to ${limit} events.`,
    add: "Add to shortlist",
    added: "In shortlist",
    remove: "Remove",
    print: "Open printable sheet",
    clear: "Clear shortlist",
    loading: "Loading the shortlist",
    gone: "This event is no longer listed.",
  },

  empty: {
    title: "No events match your search",
    nothing: "There are no events here at the moment",
    tryThis: "You could:",
    remove: (chip: string) => `Remove: ${chip}`,
    widen: (miles: Miles) => `Look within ${miles} miles`,
    clear: "Clear all and see every event",
    ask: "You can also ask your clinical nurse specialist. Or call the Macmillan Support Line, free, on",
  },

  failure: {
    unavailable: "Sorry, we cannot load events right now",
    offline: "You are offline",
    offlineNext: "We will try again when you are back online.",
    kept: "This is the last list we had.",
    retry: "Try again",
    directory: "Open the full directory",
    stale: (when: string) => `We could not check for changes since ${when}. Please check with the organiser before you travel.`,
  },
} as const;

export type Strings = typeof strings;
