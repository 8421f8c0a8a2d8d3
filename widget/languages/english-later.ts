import type { Event } from "../../server/contract/event.ts";
import type { FacetField, Sort } from "../../server/contract/values.ts";
import { longDate } from "../../server/wording/dates.ts";
import { londonInstant } from "../../server/wording/london-time.ts";
import type { Miles, View, When } from "../state.ts";
import { english } from "./english.ts";

/** The words that the first view does not need, in English. */
export const englishLater = {
  dates: {
    /** `December 2026`, of `2026-12`. */
    month: (month: string) => longDate(londonInstant(`${month}-01`, 12)).split(" ").slice(2).join(" "),
    /** `Tuesday 3 March` */
    day: (instant: number) => longDate(instant).split(" ").slice(0, 3).join(" "),
  },

  whens: {
    any: "Any time",
    today: "Today",
    tomorrow: "Tomorrow",
    week: "This week",
    weekend: "This weekend",
    "four-weeks": "Next 4 weeks",
  } satisfies Record<When, string>,

  gone: (title: string) => `“${title}” is no longer in this list.`,
  relaxed: "No event has all of your words. These come nearest.",

  sort: "Sort by",
  sorts: { relevance: "Best match", distance: "Nearest first", date: "Soonest first" } satisfies Record<Sort, string>,
  saved: {
    title: (count: number) => `Saved events (${count})`,
    save: "Save",
    saved: "Saved",
    empty: "Press “Save” on an event to keep it here.",
    kept: "Kept on this device alone, until you clear it.",
    full: (limit: number) => `You can keep up to ${limit} events here.`,
    remove: "Remove",
    print: "Open printable sheet",
    loading: "Loading these events",
    gone: "This event is no longer listed.",
    clear: "Clear all",
  },

  compare: {
    pick: "Compare",
    open: (count: number) => (count > 1 ? `Compare ${count} events` : "Choose 2 or 3 to compare"),
    title: "Compare events",
    close: "Close",
  },

  share: {
    title: "Share, or add to a calendar",
    device: "Share from this device",
    sms: "Send by text message",
    mail: "Send by email",
    text: "Text to copy",
    copy: "Copy",
    copied: "Copied",
    failed: "The text is chosen. Copy it with Ctrl and C, or press and hold it.",
  },

  more: {
    shown: (shown: number, total: number) => `Showing ${english.number(shown)} of ${english.countEvents(total)}`,
    ask: "Show more events",
    loading: "Loading more events",
    attribution: "Distances are in a straight line.",
  },

  filters: {
    show: (total: number) => `Show ${english.countEvents(total)}`,
    chosen: (count: number) => `${count} chosen`,
    more: (count: number) => `Show all ${count}`,
    when: "When",
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
  },

  here: {
    use: "Use my location",
    place: "Your location",
    asking: "Finding where you are",
    failed: "We could not find where you are. Type a postcode or a borough instead.",
  },

  tellUs: { question: "Do you know of an event that is not here?", link: "Tell us about an event" },

  views: {
    title: "How to show the events",
    views: { list: "List", month: "By month", map: "Map" } satisfies Record<View, string>,
    map: "Boroughs of London",
    mapHint: "Choose one or more boroughs. The number says how many events are there.",
    mapLoading: "Loading the map",
    mapFailed: "We could not load the map. You can choose a borough in the filters.",
    earlier: "Earlier",
    later: "Later",
  },

  follow: {
    title: "Follow or share these events",
    hint: "Your calendar then shows new events by itself.",
    calendar: "Add to the calendar on this device",
    google: "Add to Google Calendar",
    outlook: "Add to Outlook",
    page: "This list as a page, with an address to copy",
    mail: "Send the list by email",
    subject: "Cancer wellbeing events in London",
    newTab: "(opens in a new tab)",
  },

  chips: {
    title: "What you have chosen",
    words: (q: string) => `“${q}”`,
    near: (place: string, miles: Miles) => `Within ${miles === 1 ? "1 mile" : `${miles} miles`} of ${place}`,
    remove: "Remove",
    clear: "Clear all",
  },

  detail: {
    places: "Places",
    forWhom: "Who it is for",
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
    requestBy: (date: string) => `Ask for language support by ${date}`,
    languages: (names: string) => `In ${names}`,
    cost: "Cost",
    free: "Free",
    contact: "Questions",
    organiser: "Run by",
    with: (partners: string) => `with ${partners}`,
    booking: "How to get a place",
    checkFirst: "That is more than 3 months ago. Check with them before you travel.",
    confirmed: (date: string) => `The organiser last checked this on ${date}.`,
  },

  alternatives: {
    online: "Online or by phone instead",
    similar: "Other events like this",
    see: "See similar events",
    loading: "Looking for similar events",
    none: "There are no similar events with places at the moment.",
    failed: "We could not look for similar events.",
  },

  who: {
    both: "Book for yourself, or be referred",
    self: "Book for yourself",
    professional: "A health professional refers you",
  },

  empty: {
    title: "No events match your search",
    nothing: "There are no events here at the moment",
    tryThis: "You could:",
    remove: (chip: string) => `Remove: ${chip}`,
    widen: (miles: Miles) => `Look within ${miles} miles`,
    clear: "Clear all and see every event",
  },

  booking: {
    here: "Book or refer",
    refer: "Refer",
    waitingList: "Join the waiting list",
    how: "How to get a place",
  },
};
