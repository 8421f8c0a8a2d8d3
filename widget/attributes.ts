import type { FacetField } from "../server/contract/values.ts";

export const SCOPE_FIELDS = ["alliance", "organiser", "tumour-group", "topic", "borough"] as const satisfies readonly FacetField[];
export type ScopeField = (typeof SCOPE_FIELDS)[number];

/** The filters that the host page has set. A person can narrow them and never leave them. */
export type Scope = Readonly<Partial<Record<ScopeField, readonly string[]>>>;

export const MODES = ["public", "clinician"] as const;
export type Mode = (typeof MODES)[number];

export const THEMES = ["inherit", "nhs"] as const;
export type Theme = (typeof THEMES)[number];

export const SYNCS = ["off", "url"] as const;
export type Sync = (typeof SYNCS)[number];

/** The level of the finder's own heading. Event titles stand one below it. */
export type HeadingLevel = 2 | 3 | 4 | 5;

/** How the values of the vocabularies are written. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

type AttributeValue = string | null | undefined;

/** A script may set a property to a number or to anything else. */
const text = (value: AttributeValue) => String(value ?? "").trim().toLowerCase();

/** Slugs separated by spaces or commas. Whatever is no slug is left out. */
function readSlugs(value: AttributeValue): string[] {
  const words = text(value).split(/[\s,]+/);
  return [...new Set(words)].filter((word) => SLUG.test(word));
}

export function readScope(attribute: (name: ScopeField) => AttributeValue): Scope {
  const entries = SCOPE_FIELDS.map((field) => [field, readSlugs(attribute(field))] as const);
  return Object.fromEntries(entries.filter(([, slugs]) => slugs.length > 0));
}

/** 2 to 5, and 2 for anything else: the finder never has an `h1`, and its events have a level below. */
export function readHeadingLevel(value: AttributeValue): HeadingLevel {
  return ([2, 3, 4, 5] as const).find((level) => String(level) === text(value)) ?? 2;
}

/** A whole number from 1 to 100; 20 for anything else. */
export function readPageSize(value: AttributeValue): number {
  const size = Number(text(value) || Number.NaN);
  return Number.isInteger(size) && size >= 1 && size <= MAX_PAGE_SIZE ? size : DEFAULT_PAGE_SIZE;
}

/** One of the values allowed; the first of them for anything else. */
export function readOneOf<const Value extends string>(allowed: readonly [Value, ...Value[]], value: AttributeValue): Value {
  return allowed.find((one) => one === text(value)) ?? allowed[0];
}

/** The address of a service without a slash at its end; the fallback for anything that is not a web address. */
export function readFeed(value: AttributeValue, base: string, fallback: string): string {
  const address = String(value ?? "").trim();
  if (!address || !URL.canParse(address, base)) return fallback;
  const { protocol, origin, pathname } = new URL(address, base);
  return protocol === "https:" || protocol === "http:" ? `${origin}${pathname.replace(/\/+$/, "")}` : fallback;
}

/** The service that a script comes from: what stands before `/widget/` in its address, else its origin. */
export function serviceOf(scriptUrl: string): string {
  const folder = scriptUrl.lastIndexOf("/widget/");
  return folder > 0 ? scriptUrl.slice(0, folder) : new URL(scriptUrl).origin;
}
