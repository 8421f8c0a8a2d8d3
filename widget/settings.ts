import {
  MODES, readFeed, readHeadingLevel, readOneOf, readPageSize, readScope, serviceOf, SYNCS, THEMES,
  type HeadingLevel, type Mode, type Scope, type Sync, type Theme,
} from "./attributes.ts";

/** What the tag says, unread: each value is an attribute, or a property that a script has set. */
export interface TagValues {
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
}

/** What the host page asked for, as the finder understood it. */
export interface Settings {
  readonly service: string;
  readonly scope: Scope;
  readonly level: HeadingLevel;
  readonly pageSize: number;
  readonly theme: Theme;
  readonly mode: Mode;
  /** Whether the search is kept in the address of the page. */
  readonly sync: Sync;
  /** The language tag of the place where the finder stands; empty where the page names none. */
  readonly language: string;
}

const HOME = serviceOf(import.meta.url);

/** Reads the tag. A bad value counts as none. `base` is the address of the page, `language` that of the place. */
export function readSettings(tag: TagValues, base: string, language: string): Settings {
  const { alliance, organiser, tumourGroup, topic, borough } = tag;
  const scope = { alliance, organiser, "tumour-group": tumourGroup, topic, borough };
  return {
    service: readFeed(tag.feed, base, HOME),
    scope: readScope((field) => scope[field]),
    level: readHeadingLevel(tag.headingLevel),
    pageSize: readPageSize(tag.pageSize),
    theme: readOneOf(THEMES, tag.theme),
    mode: readOneOf(MODES, tag.mode),
    sync: readOneOf(SYNCS, tag.sync),
    language,
  };
}
