import fc from "fast-check";
import { BOOKING_ROUTES, EFFORTS, SUPPORT_LEVELS } from "../../contract/event.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../../contract/vocabulary.ts";
import { arbitraryText } from "../../testing/random-text.ts";
import { addDays, londonDate, londonInstant, londonIso } from "../../wording/london-time.ts";
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS, type Column } from "../columns.ts";
import { IMPORT_STATUSES, type ImportedEvent } from "../imported-event.ts";
import { Names, type Lookup } from "../names.ts";

/** What stands for every organisation, venue, topic, cancer type and stage in random rows; languages are `en` and `cy`. */
export const SLUGS = ["alpha", "beta", "gamma-delta"];
const names = new Names(SLUGS.map((slug) => ({ slug, names: [slug.toUpperCase()] })));
export const lookup: Lookup = {
  organisations: names, venues: names, topics: names, tumourGroups: names, stages: names,
  languages: new Names([{ slug: "en", names: ["English"] }, { slug: "cy", names: ["Welsh"] }]),
  series: new Map(SLUGS.map((slug) => [slug, names])),
};

export const COLUMNS: readonly Column[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];

const cut = (text: string, longest: number) => Array.from(text).slice(0, longest).join("");
const visible = arbitraryText().map((text) => text.replace(/\r\n?/g, "\n").replace(/(?![\n\t])\p{Cc}/gu, ""));
const text = (longest: number) => visible.map((value) => cut(value, longest).trim());
const line = (longest: number) => visible.map((value) => cut(value.replace(/\s+/g, " ").trim(), longest).trim());
const filled = (longest: number) => line(longest).filter((value) => value !== "");
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const textOrNull = (longest: number) => text(longest).map((value) => (value === "" ? null : value));
const lineOrNull = (longest: number) => line(longest).map((value) => (value === "" ? null : value));
const some = fc.subarray(SLUGS);
const link = fc.webUrl({ validSchemes: ["https"], withQueryParameters: true, withFragments: true });

/** A minute of a day between 6am and 8pm, which no change of the clocks leaves out or brings twice. */
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2020-01-01", days));
const at = (date: string, minutes: number) => londonInstant(date, 0, minutes);

const when = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }), fc.uniqueArray(fc.integer({ min: 360, max: 1100 }), { maxLength: 4 }), fc.array(filled(60), { minLength: 4, maxLength: 4 }), fc.boolean())
  .map(([date, days, starts, titles, alone]) => ({
    startsAt: at(date, 360),
    endsAt: at(addDays(date, days), 1200),
    sessions: starts.sort((a, b) => a - b).map((start, index) => ({
      title: titles[index]!.replaceAll("|", "/"), startsAt: at(date, start), endsAt: at(date, start + 30), alone,
    })),
  }));

const facts = fc.record<Omit<ImportedEvent, "startsAt" | "endsAt" | "sessions">>({
  reference: filled(100), organiser: fc.constantFrom(...SLUGS), partners: some,
  series: orNull(fc.constantFrom(...SLUGS).map((slug) => ({ slug, title: slug }))), venue: orNull(fc.constantFrom(...SLUGS)),
  title: filled(200), forWhom: filled(300), summary: filled(1000), whatHappens: textOrNull(10_000), whatToBring: textOrNull(1000),
  format: fc.constantFrom(...FORMATS), kind: fc.constantFrom(...KINDS), audience: fc.subarray([...AUDIENCES], { minLength: 1 }),
  topics: some, tumourGroups: some, stages: some, languages: fc.subarray(["cy", "en"], { minLength: 1 }),
  effort: orNull(fc.constantFrom(...EFFORTS)), breaks: orNull(fc.boolean()), bsl: fc.constantFrom(...SUPPORT_LEVELS),
  interpreter: fc.constantFrom(...SUPPORT_LEVELS), askBy: orNull(day), cost: orNull(fc.integer({ min: 1, max: 99 }).map((pounds) => `£${pounds}, or what you can pay`)),
  contactName: lineOrNull(200), contactPhone: orNull(fc.constant("020 7946 0018")), contactEmail: orNull(fc.constant("desk@example.org")),
  capacity: orNull(fc.integer({ min: 0, max: 100_000 })), waitingList: fc.boolean(), bookingRoute: fc.constantFrom(...BOOKING_ROUTES),
  bookingBy: fc.subarray([...BOOKING_USERS], { minLength: 1 }), bookingUrl: orNull(link), bookingNote: textOrNull(500), joinUrl: orNull(link),
  status: orNull(fc.constantFrom(...IMPORT_STATUSES)), statusNote: textOrNull(500), previousStartsAt: orNull(day.map((date) => at(date, 600))),
  lastConfirmed: orNull(day),
}, { noNullPrototype: true });

/** A random event that the reader takes and the database stores. */
const arbitraryImportedEvent: fc.Arbitrary<ImportedEvent> = fc.tuple(facts, when).map(([drawn, times]) => ({
  ...drawn,
  ...times,
  partners: drawn.partners.filter((slug) => slug !== drawn.organiser),
  venue: drawn.format === "in-person" || drawn.format === "hybrid" ? (drawn.venue ?? "alpha") : null,
  contactName: drawn.contactName ?? "Desk",
  contactPhone: drawn.bookingRoute === "phone" ? "020 7946 0018" : drawn.contactPhone,
  bookingUrl: drawn.bookingRoute === "organiser" ? (drawn.bookingUrl ?? "https://example.org/") : drawn.bookingUrl,
  waitingList: drawn.waitingList && drawn.capacity !== null,
  statusNote: drawn.status === null ? null : drawn.statusNote,
  previousStartsAt: drawn.status === "postponed" ? drawn.previousStartsAt : null,
}));

const yesNo = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");
const clock = (instant: number) => londonIso(instant).slice(11, 16);

/** An event as the cells of its row. */
export function cellsOf(of: ImportedEvent): Record<Column, string> {
  const sessions = of.sessions.map(({ title, startsAt, endsAt }) => `${londonDate(startsAt)} ${clock(startsAt)} to ${clock(endsAt)} ${title}`);
  return {
    reference: of.reference, organiser: of.organiser, title: of.title, "for whom": of.forWhom, summary: of.summary,
    date: londonDate(of.startsAt), "start time": clock(of.startsAt), "end time": clock(of.endsAt), "end date": londonDate(of.endsAt),
    format: of.format, kind: of.kind, audience: of.audience.join("|"), booking: of.bookingRoute, "who can book": of.bookingBy.join("; "),
    series: of.series?.slug ?? "", partners: of.partners.join("|"), venue: of.venue ?? "", "what happens": of.whatHappens ?? "",
    "what to bring": of.whatToBring ?? "", sessions: sessions.join(" | "), "attend parts": yesNo(of.sessions[0]?.alone ?? null),
    topics: of.topics.join(";"), "cancer types": of.tumourGroups.join("|"), stages: of.stages.join("|"), languages: of.languages.join("|"),
    effort: of.effort ?? "", breaks: yesNo(of.breaks), bsl: of.bsl, interpreter: of.interpreter, "ask by": of.askBy ?? "", cost: of.cost ?? "",
    "contact name": of.contactName ?? "", "contact phone": of.contactPhone ?? "", "contact email": of.contactEmail ?? "",
    capacity: of.capacity?.toString() ?? "", "waiting list": yesNo(of.waitingList), "booking link": of.bookingUrl ?? "",
    "booking note": of.bookingNote ?? "", "join link": of.joinUrl ?? "", status: of.status ?? "", "status note": of.statusNote ?? "",
    "previous date": of.previousStartsAt === null ? "" : londonDate(of.previousStartsAt),
    "previous start time": of.previousStartsAt === null ? "" : clock(of.previousStartsAt), "last confirmed": of.lastConfirmed ?? "",
  };
}

/** How a file is written. */
export interface Layout {
  separator: string;
  end: string;
  mark: boolean;
  columns: readonly Column[];
}

export const arbitraryLayout: fc.Arbitrary<Layout> = fc.record({
  separator: fc.constantFrom(",", ";", "\t"), end: fc.constantFrom("\n", "\r\n"), mark: fc.boolean(),
  columns: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }),
});

export function fileOf(rows: readonly Record<Column, string>[], { separator, end, mark, columns }: Layout): Uint8Array {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.map(quoted).join(separator));
  return new TextEncoder().encode((mark ? "\ufeff" : "") + lines.map((cells) => cells + end).join(""));
}

/** Random events, no two of one organiser and reference. */
export function arbitraryImportedEvents(maxLength: number): fc.Arbitrary<ImportedEvent[]> {
  return fc.uniqueArray(arbitraryImportedEvent, { maxLength, selector: ({ organiser, reference }) => `${organiser} ${reference}` });
}
