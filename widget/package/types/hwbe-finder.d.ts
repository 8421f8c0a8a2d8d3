/** Filters by field: `{ topic: ["fatigue"] }`. The values are those of `GET /v1/vocabularies`. */
export type Filters = Readonly<Partial<Record<string, readonly string[]>>>;

/** A person opened an event. */
export interface HwbeSelectDetail {
  id: string;
  slug: string;
  url: string;
  title: string;
}

/** A person's search has settled. `q` may tell of their health. */
export interface HwbeSearchDetail {
  q: string;
  filters: Filters;
  total: number;
}

export interface HwbeFinderEventMap {
  "hwbe-select": CustomEvent<HwbeSelectDetail>;
  "hwbe-search": CustomEvent<HwbeSearchDetail>;
}

/** A finder of cancer Health and Wellbeing Events. Each property is an attribute too: `pageSize` is `page-size`. */
export declare class HwbeFinder extends HTMLElement {
  /** Brings the engine that searches in this browser. Without it the service answers every search. */
  static loadLocalSearch: (() => Promise<unknown>) | undefined;
  /** Brings what clinicians alone need. Without it every finder is a public one. */
  static loadClinician: (() => Promise<unknown>) | undefined;
  /** Brings what keeps the search in the address of the page. Without it none does. */
  static loadUrlSync: (() => Promise<unknown>) | undefined;
  /** The address of the service. An application has to set it. */
  feed: string | null;
  alliance: string | null;
  organiser: string | null;
  tumourGroup: string | null;
  topic: string | null;
  borough: string | null;
  headingLevel: string | null;
  pageSize: string | null;
  theme: string | null;
  mode: string | null;
  sync: string | null;
  /** Resolves when all changes are drawn. */
  readonly updateComplete: Promise<boolean>;
  /** Searches as a person would. What is left out stays as it is; `filters` replace all that were chosen. */
  search(change: { q?: string; near?: string; filters?: Filters }): void;
  /** Asks the service again for what is shown. */
  refresh(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "hwbe-finder": HwbeFinder;
  }
  interface HTMLElementEventMap extends HwbeFinderEventMap {}
}
