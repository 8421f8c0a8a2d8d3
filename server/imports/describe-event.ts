import { FIXED_LABELS } from "../contract/vocabulary.ts";
import { dateTimeRange, longDate } from "../wording/dates.ts";
import type { ImportedEvent } from "./imported-event.ts";
import type { Lookup, Names } from "./names.ts";

/** What of an event a file would change, in words. */
export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

const LONGEST = 160;
const LEAD = 30;
const NONE = "nothing";

const yesNo = (value: boolean | null) => (value === null ? NONE : value ? "yes" : "no");
const day = (date: string | null) => (date === null ? NONE : longDate(Date.parse(date)));
const named = (slugs: readonly string[], names: Names) => slugs.map((slug) => names.nameOf(slug)).join(", ") || NONE;

function sessionsOf({ sessions }: ImportedEvent): string {
  return sessions.map(({ title, startsAt, endsAt, alone }) => `${dateTimeRange(startsAt, endsAt)}: ${title}${alone ? " (may be attended alone)" : ""}`).join("; ") || NONE;
}

function seriesName({ series, organiser }: ImportedEvent, lookup: Lookup): string {
  if (series === null) return NONE;
  const name = lookup.series.get(organiser)?.nameOf(series.slug) ?? series.slug;
  return name === series.slug ? series.title : name;
}

/** What an event says, by the name of the field. */
function describe(event: ImportedEvent, lookup: Lookup): Record<string, string> {
  return {
    Title: event.title,
    "For whom": event.forWhom,
    Summary: event.summary,
    "What happens": event.whatHappens ?? NONE,
    "What to bring": event.whatToBring ?? NONE,
    When: dateTimeRange(event.startsAt, event.endsAt),
    Parts: sessionsOf(event),
    How: FIXED_LABELS.format[event.format],
    Venue: event.venue === null ? NONE : lookup.venues.nameOf(event.venue),
    Kind: FIXED_LABELS.kind[event.kind],
    Audience: event.audience.map((one) => FIXED_LABELS.audience[one]).join(", "),
    Topics: named(event.topics, lookup.topics),
    "Cancer types": event.tumourGroups.length === 0 ? "all cancers" : named(event.tumourGroups, lookup.tumourGroups),
    Stages: named(event.stages, lookup.stages),
    Languages: named(event.languages, lookup.languages),
    Series: seriesName(event, lookup),
    Partners: named(event.partners, lookup.organisations),
    Effort: event.effort ?? NONE,
    Breaks: yesNo(event.breaks),
    BSL: event.bsl,
    Interpreter: event.interpreter,
    "Ask by": day(event.askBy),
    Cost: event.cost ?? "free",
    Contact: [event.contactName, event.contactPhone, event.contactEmail].filter((part) => part !== null).join(", ") || NONE,
    Capacity: event.capacity === null ? "no limit" : `${event.capacity} places`,
    "Waiting list": yesNo(event.waitingList),
    Booking: event.bookingRoute,
    "Who can book": event.bookingBy.map((one) => FIXED_LABELS.booking[one]).join(", "),
    "Booking link": event.bookingUrl ?? NONE,
    "Booking note": event.bookingNote ?? NONE,
    "Join link": event.joinUrl ?? NONE,
    Status: event.status ?? NONE,
    "Status note": event.statusNote ?? NONE,
    "Moved from": event.previousStartsAt === null ? NONE : longDate(event.previousStartsAt),
    "Last confirmed": day(event.lastConfirmed),
  };
}

/** A long text from shortly before where it differs from another. */
function excerpt(text: string, other: string): string {
  if (text.length <= LONGEST) return text;
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const from = at <= LEAD ? 0 : at - LEAD;
  return `${from > 0 ? "…" : ""}${text.slice(from, from + LONGEST)}${from + LONGEST < text.length ? "…" : ""}`;
}

/** Where two events differ, in the order in which people read an event. */
export function changesBetween(before: ImportedEvent, after: ImportedEvent, lookup: Lookup): FieldChange[] {
  const [had, has] = [describe(before, lookup), describe(after, lookup)];
  return Object.entries(has).flatMap(([field, text]) => {
    const earlier = had[field] ?? NONE;
    return earlier === text ? [] : [{ field, before: excerpt(earlier, text), after: excerpt(text, earlier) }];
  });
}
