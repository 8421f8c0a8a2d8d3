import type { FacetField } from "../contract/values.ts";
import { distanceKm } from "./distance.ts";
import type { SearchDocument } from "./search-document.ts";
import { ALL_CANCERS } from "./search-vocabulary.ts";

export interface Candidate {
  readonly document: SearchDocument;
  /** The series that it belongs to, of which one date is enough. */
  readonly series: string | undefined;
}

export interface Alternatives<Listed> {
  online: Listed[];
  similar: Listed[];
}

/** Values of filters, as a finder for a part of the directory is kept to them. */
export type Kept = Readonly<Partial<Record<FacetField, readonly string[]>>>;

const MOST = 3;
const DAY_MS = 24 * 60 * 60 * 1000;
const FROM_HOME = ["online", "hybrid", "phone"];
const AT_A_VENUE = ["in-person", "hybrid"];

function shared(field: FacetField, a: SearchDocument, b: SearchDocument): number {
  return a.values[field]?.filter((value) => b.values[field]?.includes(value)).length ?? 0;
}

/** Whether they are for one stage of treatment: an event that names none is for all. */
function sharesStage(a: SearchDocument, b: SearchDocument): boolean {
  return !a.values.stage?.length || !b.values.stage?.length || shared("stage", a, b) > 0;
}

function has(field: FacetField, { values }: SearchDocument, value: string): boolean {
  return values[field]?.includes(value) ?? false;
}

/** Whether who could go to `event`, for these tumour groups, can have a place at `other` and would find there what they looked for. */
function suits(other: SearchDocument, event: SearchDocument, tumourGroups: readonly string[]): boolean {
  const audience = has("audience", event, "patients") ? "patients" : "carers";
  const groups = tumourGroups.length > 0 ? tumourGroups : [ALL_CANCERS];
  return other.id !== event.id
    && has("available", other, "true")
    && has("audience", other, audience)
    && shared("topic", other, event) > 0
    && shared("language", other, event) > 0
    && sharesStage(other, event)
    && groups.every((group) => has("tumour-group", other, group));
}

/** Whether an event is of a part of the directory. What is joined from home belongs to every borough. */
function isWithin(document: SearchDocument, kept: Kept): boolean {
  const isPlaced = AT_A_VENUE.some((format) => has("format", document, format));
  return (Object.entries(kept) as [FacetField, readonly string[]][]).every(
    ([field, values]) => (field === "borough" && !isPlaced) || values.some((value) => has(field, document, value)),
  );
}

/** How many topics they share, and one more when both are for some cancers and not for all. */
function inCommon(other: SearchDocument, event: SearchDocument): number {
  const isSpecial = ![other, event].some((document) => has("tumour-group", document, ALL_CANCERS));
  return shared("topic", other, event) + (isSpecial ? 1 : 0);
}

/** How long to wait and how far to go: a kilometre counts for as much as a day. Nobody travels to what they join from home. */
function trouble({ startsAt, point }: SearchDocument, event: SearchDocument, isFromHome: boolean): number {
  const kilometres = !isFromHome && point && event.point ? distanceKm(point, event.point) : 0;
  return startsAt / DAY_MS + kilometres;
}

/** Most in common first, then least trouble; one of each series, and none that was taken before. */
function best<Listed extends Candidate>(suited: readonly Listed[], event: SearchDocument, isFromHome: boolean, taken: Set<string>): Listed[] {
  const ranked = suited
    .map((listed) => ({ listed, common: inCommon(listed.document, event), trouble: trouble(listed.document, event, isFromHome) }))
    .sort((a, b) => b.common - a.common || a.trouble - b.trouble || (a.listed.document.id < b.listed.document.id ? -1 : 1));
  const chosen: Listed[] = [];
  for (const { listed } of ranked) {
    const key = listed.series ?? listed.document.id;
    if (taken.has(key)) continue;
    taken.add(key);
    if (chosen.push(listed) === MOST) break;
  }
  return chosen;
}

/**
 * Up to three events each that a person could go to instead of one for `tumourGroups` (none: all cancers). They start at `from` or later,
 * have places, are for the same people and cancers, are for one of its stages, speak one of its languages and share a topic. For an event in person, `online`
 * is what can be joined from home and `similar` what is held at a venue; for one online or by phone, `similar` can be joined from home.
 * `kept` keeps to a part of the directory: to one of the values of each field.
 */
export function findAlternatives<Listed extends Candidate>(
  { document: event }: Candidate, tumourGroups: readonly string[], events: readonly Listed[], from: number, kept: Kept = {},
): Alternatives<Listed> {
  const suited = events.filter(({ document }) => document.startsAt >= from && isWithin(document, kept) && suits(document, event, tumourGroups));
  const held = (formats: readonly string[]) => suited.filter(({ document }) => formats.some((format) => has("format", document, format)));
  const taken = new Set<string>();
  if (has("format", event, "in-person")) {
    return { online: best(held(FROM_HOME), event, true, taken), similar: best(held(AT_A_VENUE), event, false, taken) };
  }
  return { online: [], similar: has("format", event, "hybrid") ? best(suited, event, false, taken) : best(held(FROM_HOME), event, true, taken) };
}
