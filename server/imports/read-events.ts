import { BOOKING_ROUTES, EFFORTS, SUPPORT_LEVELS } from "../contract/event.ts";
import { AUDIENCES, BOOKING_USERS, FORMATS, KINDS } from "../contract/vocabulary.ts";
import { ALL_CANCERS } from "../search/search-vocabulary.ts";
import { Cells, type RowProblem } from "./cells.ts";
import { readHeader, type Header } from "./columns.ts";
import { readCsv, type CsvRecord } from "./csv-records.ts";
import { IMPORT_STATUSES, type ImportedEvent } from "./imported-event.ts";
import { plainName, type Lookup } from "./names.ts";
import { readPreviousStart, readWhen } from "./read-when.ts";
import { shortHash, slugWords } from "./slug.ts";

/** An event, and the line of the file on which its row starts. */
export interface EventRow {
  line: number;
  event: ImportedEvent;
}

export interface ReadEvents {
  /** The rows that are right in themselves, in the order of the file. */
  rows: EventRow[];
  problems: RowProblem[];
  /** Headings that are no column of the layout. */
  unknownColumns: string[];
}

type Draft = { [Key in keyof ImportedEvent]: ImportedEvent[Key] | undefined };
const isComplete = (draft: Draft): draft is ImportedEvent => Object.values(draft).every((value) => value !== undefined);

function readSeries(cells: Cells, organiser: string | undefined, lookup: Lookup): ImportedEvent["series"] | undefined {
  const title = cells.line("series", 200);
  if (!title || organiser === undefined) return title === null ? null : undefined;
  const known = lookup.series.get(organiser);
  if (known && known.find(title).length > 0) {
    const slug = cells.named("series", title, known, "series of this organiser");
    return slug === undefined ? undefined : { slug, title };
  }
  const name = plainName(title);
  // Long enough that nobody can find a title whose slug is that of somebody else's series.
  return { slug: `${slugWords(title) || "series"}-${shortHash(organiser, name)}${shortHash(name, organiser)}`, title };
}

function readTumourGroups(cells: Cells, lookup: Lookup): string[] | undefined {
  const all = (item: string) => /^all[\s-]cancers$/i.test(item);
  const groups = cells.each("cancer types", (item) => (all(item) ? ALL_CANCERS : cells.named("cancer types", item, lookup.tumourGroups, "cancer type")));
  if (groups && groups.length > 1 && groups.includes(ALL_CANCERS)) return cells.refuse("cancer types", "names all cancers, and single ones too");
  return groups?.filter((slug) => slug !== ALL_CANCERS).sort();
}

function readLanguages(cells: Cells, lookup: Lookup): string[] | undefined {
  const languages = cells.allNamed("languages", lookup.languages, "language");
  if (languages?.length !== 0) return languages;
  const english = cells.named("languages", "en", lookup.languages, "language");
  return english === undefined ? undefined : [english];
}

function readEmail(cells: Cells): string | null | undefined {
  const text = cells.line("contact email", 254);
  return text && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? cells.refuse("contact email", "is not an e-mail address") : text;
}

function readCost(cells: Cells): string | null | undefined {
  const text = cells.line("cost", 200);
  return text && /^(free|£0|£0\.00|0)$/i.test(text) ? null : text;
}

function readOrganiser(cells: Cells, { organisations }: Lookup, own: string | undefined): string | undefined {
  const name = cells.line("organiser", 200);
  if (name === null && own !== undefined) return own;
  const given = cells.required("organiser", name);
  const organiser = given && cells.named("organiser", given, organisations, "organisation");
  if (organiser === undefined || own === undefined || organiser === own) return organiser;
  return cells.refuse("organiser", `is another organisation: write "${own}", or leave the cell empty`);
}

function readDraft(cells: Cells, lookup: Lookup, own: string | undefined): Draft {
  const organiser = readOrganiser(cells, lookup, own);
  const venueName = cells.line("venue", 200);
  const status = cells.choice("status", IMPORT_STATUSES);
  return {
    reference: cells.required("reference", cells.line("reference", 100)),
    organiser,
    partners: cells.allNamed("partners", lookup.organisations, "organisation")?.filter((slug) => slug !== organiser),
    series: readSeries(cells, organiser, lookup),
    venue: venueName && cells.named("venue", venueName, lookup.venues, "venue"),
    title: cells.required("title", cells.line("title", 200)),
    forWhom: cells.required("for whom", cells.line("for whom", 300)),
    summary: cells.required("summary", cells.line("summary", 1000)),
    whatHappens: cells.text("what happens", 10_000),
    whatToBring: cells.text("what to bring", 1000),
    ...readWhen(cells),
    format: cells.required("format", cells.choice("format", FORMATS)),
    kind: cells.required("kind", cells.choice("kind", KINDS)),
    audience: cells.choices("audience", AUDIENCES),
    topics: cells.allNamed("topics", lookup.topics, "topic"),
    tumourGroups: readTumourGroups(cells, lookup),
    stages: cells.allNamed("stages", lookup.stages, "stage"),
    languages: readLanguages(cells, lookup),
    effort: cells.choice("effort", EFFORTS),
    breaks: cells.yesNo("breaks"),
    bsl: cells.choice("bsl", SUPPORT_LEVELS) ?? "no",
    interpreter: cells.choice("interpreter", SUPPORT_LEVELS) ?? "no",
    askBy: cells.date("ask by"),
    cost: readCost(cells),
    contactName: cells.line("contact name", 200),
    contactPhone: cells.line("contact phone", 50),
    contactEmail: readEmail(cells),
    capacity: cells.capacity("capacity"),
    waitingList: cells.yesNo("waiting list") ?? false,
    bookingRoute: cells.required("booking", cells.choice("booking", BOOKING_ROUTES)),
    bookingBy: cells.choices("who can book", BOOKING_USERS),
    bookingUrl: cells.link("booking link"),
    bookingNote: cells.text("booking note", 500),
    joinUrl: cells.link("join link"),
    status,
    statusNote: cells.text("status note", 500),
    previousStartsAt: readPreviousStart(cells, status),
    lastConfirmed: cells.date("last confirmed"),
  };
}

/** What must hold between columns. */
function checkTogether(cells: Cells, draft: Draft): void {
  const { format, venue, bookingRoute, contactName, contactPhone, contactEmail } = draft;
  const hasPlace = format === "in-person" || format === "hybrid";
  if (format && hasPlace && venue === null) cells.refuse("venue", `is empty, but the format is ${format}`);
  if (format && !hasPlace && venue) cells.refuse("venue", `is given, but the format is ${format}`);
  if (bookingRoute === "organiser" && draft.bookingUrl === null) cells.refuse("booking link", "is empty, but booking is at the organiser");
  if (bookingRoute === "phone" && contactPhone === null) cells.refuse("contact phone", "is empty, but booking is by phone");
  if (contactName === null && (contactPhone || contactEmail)) cells.refuse("contact name", "is empty, but there is a way to reach the contact");
  if (draft.status === null && draft.statusNote) cells.refuse("status", "is empty, but there is a status note");
  if (draft.waitingList && draft.capacity === null) cells.refuse("capacity", "is empty, but there is a waiting list");
}

interface Sheet {
  header: Header;
  lookup: Lookup;
  /** All rows are of this organisation, which they need not name. */
  own: string | undefined;
}

function readRow(record: CsvRecord, { header, lookup, own }: Sheet): { event?: ImportedEvent; problems: RowProblem[] } {
  const cells = new Cells(record, header);
  if (record.cells.slice(header.width).some((cell) => cell.trim() !== "")) {
    cells.refuse("reference", "the row has more cells than the first row: put text that holds the separator in quotes");
  }
  const draft = readDraft(cells, lookup, own);
  checkTogether(cells, draft);
  return cells.problems.length === 0 && isComplete(draft) ? { event: draft, problems: [] } : { problems: cells.problems };
}

/** Reads a CSV file of events. Throws `UnreadableFileError` when no row can be read at all. */
export function readEvents(bytes: Uint8Array, lookup: Lookup): ReadEvents {
  return readEventRecords(readCsv(bytes), lookup);
}

/**
 * Reads a table of events, one a row, in the layout that README.md tells; with `own`, those of that organisation alone. A row
 * with any problem is left out, and so is one with the organiser and reference of a row before it. Throws `UnreadableFileError`
 * when no row can be read at all.
 */
export function readEventRecords([first, ...records]: readonly CsvRecord[], lookup: Lookup, own?: string): ReadEvents {
  const header = readHeader(first, own === undefined ? [] : ["organiser"]);
  const result: ReadEvents = { rows: [], problems: [], unknownColumns: header.unknown };
  const lines = new Map<string, number>();
  for (const record of records) {
    const { event, problems } = readRow(record, { header, lookup, own });
    result.problems.push(...problems);
    if (!event) continue;
    const identity = `${event.organiser} ${event.reference}`;
    const earlier = lines.get(identity);
    if (earlier === undefined) result.rows.push({ line: record.line, event });
    else result.problems.push({ line: record.line, column: "reference", reason: `is that of line ${earlier} too` });
    if (earlier === undefined) lines.set(identity, record.line);
  }
  return result;
}
