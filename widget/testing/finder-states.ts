import type { Event } from "../../server/contract/event.ts";
import type { Mode } from "../attributes.ts";
import type { View } from "../state.ts";
import type { FinderPage } from "./finder-page.ts";
import { SERVICE } from "./fixture-events.ts";
import type { FixtureFeed } from "./fixture-feed.ts";

/** A state that a finder can be in, and the way to it. To have it checked for accessibility in every theme, it only has to stand here. */
export interface FinderState {
  /** Attributes of the tag besides its mode. */
  readonly tag?: Readonly<Record<string, string>>;
  /** The modes that have this state; both when left out. */
  readonly modes?: readonly Mode[];
  /** The views that show it differently; the list alone when left out. */
  readonly views?: readonly View[];
  /** How many events the directory holds; 45 when left out. */
  readonly events?: number;
  /** What is so before the finder asks. */
  readonly before?: (feed: FixtureFeed) => void;
  /** The selector of what shows that the finder is there; events and filters when left out. */
  readonly opensWith?: string;
  /** What a person then does. */
  readonly does?: (page: FinderPage) => Promise<unknown>;
}

const ALL_VIEWS: readonly View[] = ["list", "month", "map"];
const LONG = "Lebensqualitätsverbesserungsmaßnahmenberatungstermine for everybody who would like to know more about how to live well";

const every = (change: Partial<Event>) => (feed: FixtureFeed) => feed.replaceEvents((events) => events.map((event) => ({ ...event, ...change })));

function press(page: FinderPage, ...selectors: string[]): void {
  for (const selector of selectors) page.find(selector)?.click();
}

function openGroups(page: FinderPage, selector = "details"): void {
  for (const group of page.all<HTMLDetailsElement>(selector)) group.open = true;
}

/** Opens the details of the events that stand at these places of the list. */
async function openEvents(page: FinderPage, ...places: number[]): Promise<void> {
  const titles = page.all(".title");
  for (const place of places) titles[place]?.click();
  await page.hasAll(".detail .summary", places.length);
}

/** An event that cannot be had, in a directory where no other can. */
async function openWhereNothingIsLeft(page: FinderPage): Promise<void> {
  await openEvents(page, 0);
  await page.says(".detail", "no similar events");
}

async function shortlist(page: FinderPage, count: number): Promise<void> {
  for (const button of page.all(".shortlist-button").slice(0, count)) button.click();
  openGroups(page, ".shortlist");
  await page.hasAll(".shortlist li a[lang]", count);
}

async function everythingOpen(page: FinderPage): Promise<void> {
  await openEvents(page, 0, 1);
  await shortlist(page, 2);
  if (!page.find(".filters.open")) press(page, ".filters-button");
  openGroups(page);
  await page.shows(".filters.open");
}

/** Opens an event that only the index of the directory has brought so far, once the service is prepared. */
async function openUnread(page: FinderPage, prepare: (feed: FixtureFeed) => void): Promise<void> {
  await page.searchesByItself();
  prepare(page.feed);
  page.type("#q", "money 41");
  await page.says("#count", "1 event found");
  press(page, ".title");
}

function askDevice(page: FinderPage, tell: (failed: PositionErrorCallback | null | undefined) => void): void {
  Object.defineProperty(navigator.geolocation, "getCurrentPosition", { configurable: true, value: (_: unknown, failed: PositionErrorCallback) => tell(failed) });
  press(page, ".here");
}

/** Every state of the finder, by a name that a person understands. */
export const FINDER_STATES: Readonly<Record<string, FinderState>> = {
  "the first answer is late": { before: (feed) => feed.hold(), opensWith: ".skeleton" },
  "a list": { views: ALL_VIEWS },
  "the directory is empty": { events: 0, opensWith: ".tell-us" },
  "a narrowed list, by distance": {
    does: (page) => {
      page.submit({ "#q": "tired", "#near": "Camden" });
      return page.shows("#sort");
    },
  },
  "nothing found": {
    views: ALL_VIEWS,
    does: (page) => {
      page.submit({ "#q": "zzzzqqq", "#near": "Camden" });
      return page.says(".notice", "No events match");
    },
  },
  "an unknown place": {
    does: (page) => {
      page.submit({ "#near": "Nowhere" });
      return page.says("#near-error", "Camden");
    },
  },
  "the service fails and there is no list": { before: (feed) => (feed.outcome = "failing"), opensWith: ".problem" },
  "the service fails and the last list is kept": {
    does: (page) => {
      page.feed.outcome = "failing";
      page.element.refresh();
      return page.shows(".problem");
    },
  },
  "away from the network, with no list": {
    before: (feed) => {
      feed.outcome = "unreachable";
      Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
    },
    opensWith: ".problem",
  },
  "the service cannot check for changes": { before: (feed) => (feed.staleSince = "2026-03-01T09:00:00Z") },
  "details of events of each kind": { does: (page) => openEvents(page, 0, 2, 4, 7, 9) },
  "details are on their way": {
    does: async (page) => {
      await openUnread(page, (feed) => feed.hold());
      await page.says(".detail", "Loading");
    },
  },
  "details could not be had": {
    does: async (page) => {
      await openUnread(page, (feed) => (feed.outcome = "failing"));
      await page.says(".detail", "could not load");
    },
  },
  "an event with its ways to share": {
    does: async (page) => {
      await openEvents(page, 0);
      openGroups(page, ".share, .follow");
      press(page, ".share .secondary");
      return page.says("[role=status]", "Cop");
    },
  },
  "filters": {
    does: (page) => {
      press(page, ".filters-button");
      openGroups(page, ".filters details");
      return page.shows(".filters.open");
    },
  },
  "filters that are chosen": {
    does: (page) => {
      press(page, 'input[value="fatigue"]', 'input[value="week"]', ".filters-button");
      openGroups(page, ".filters details");
      return page.hasAll(".chip", 2);
    },
  },
  "a borough is chosen on the map": {
    views: ["map"],
    does: async (page) => {
      (await page.shows(".tile button")).click();
      return page.shows('.tile button[aria-pressed="true"]');
    },
  },
  "the map could not be had": {
    does: (page) => {
      page.feed.outcome = "failing";
      press(page, 'input[value="map"]');
      return page.shows('[role="alert"]');
    },
  },
  "no event is put aside": {
    does: (page) => {
      openGroups(page, ".shortlist");
      return page.shows(".shortlist[open]");
    },
  },
  "events are put aside": { does: (page) => shortlist(page, 4) },
  "the shortlist is full": { tag: { "page-size": "22" }, does: (page) => shortlist(page, 20) },
  "events are compared": {
    does: async (page) => {
      await shortlist(page, 3);
      press(page, "#compare");
      return page.shows("#compared");
    },
  },
  "more events are on their way": {
    does: (page) => {
      page.feed.hold();
      press(page, ".more");
      return page.says(".more", "Loading");
    },
  },
  "more events could not be had": {
    does: (page) => {
      page.feed.outcome = "failing";
      press(page, ".more");
      return page.shows(".foot .field-error");
    },
  },
  "the device is asked for its place": {
    modes: ["public"],
    does: (page) => {
      askDevice(page, () => undefined);
      return page.shows('.here[aria-disabled="true"]');
    },
  },
  "the device does not tell its place": {
    modes: ["public"],
    does: (page) => {
      askDevice(page, (failed) => failed?.({ code: 1, message: "", PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 }));
      return page.shows(".place .field-error");
    },
  },
  "concerns of a patient": {
    modes: ["clinician"],
    does: (page) => {
      openGroups(page, ".concerns");
      press(page, ".concerns input:enabled");
      return page.hasAll(".chip", 1);
    },
  },
  "usual filters": {
    modes: ["clinician"],
    before: () => localStorage.setItem(`hwbe-filters ${SERVICE} {}`, "tumour-group=breast"),
    does: (page) => page.shows(".usual"),
  },
  "long names": {
    before: every({ title: LONG, forWhom: LONG, summary: LONG }),
    does: everythingOpen,
  },
  "every event is full": { before: every({ places: { state: "full", left: null } }), does: openWhereNothingIsLeft },
  "every event has a waiting list": { before: every({ places: { state: "waiting-list", left: null } }), does: openWhereNothingIsLeft },
  "every event is cancelled": { before: every({ status: "cancelled" }), does: openWhereNothingIsLeft },
  "every event is postponed": { before: every({ status: "postponed", statusNote: "The room was not free." }) },
  "everything is open": { does: everythingOpen },
  "longer words of another language": { tag: { lang: "en-XA" }, does: everythingOpen },
  "words from right to left": { tag: { lang: "ar-XB" }, does: everythingOpen },
  "deep in the headings of a page": { tag: { "heading-level": "5" }, views: ["list", "month"] },
  "two finders on a page": {
    does: (page) => page.beside(),
  },
};
