import { readReferenceFile } from "../reference/read.ts";
import { numberOf } from "./expand.ts";
import type { Dates, SampleSeries } from "./sample-series.ts";
import { HELD, TITLES, TOPIC_WORDS } from "./variation-words.ts";

const VENUES = readReferenceFile("venues");
const LANGUAGES = readReferenceFile("languages").filter(({ code }) => code !== "en" && code !== "bfi");
/** Nobody says "people with cancer in children". */
const GROUPS = readReferenceFile("tumour-groups").filter(({ slug }) => slug !== "children" && slug !== "teenage-and-young-adult");
const ORGANISATIONS = readReferenceFile("organisations").filter(({ slug, kind, alliance }) => slug !== "great-ormond-street" && (kind !== "nhs-trust" || alliance !== null));
const ALLIANCE_OF = new Map(readReferenceFile("alliance-membership").filter(({ valid_to }) => valid_to === null).map(({ borough_gss, alliance }) => [borough_gss, alliance]));
/** Organisations that are for people with one cancer. */
const ONE_CANCER = new Map(Object.entries({
  "breast-cancer-now": "breast", "future-dreams": "breast", "prostate-cancer-uk": "prostate", "lymphoma-action": "lymphoma", "leukaemia-care": "leukaemia",
  "bowel-cancer-uk": "colorectal", "roy-castle-lung-cancer-foundation": "lung", "target-ovarian-cancer": "ovarian", ovacome: "ovarian",
  "heartburn-cancer-uk": "oesophageal", moorfields: "eye",
}));
const WEEKS = 52;
const CANCELLED_NOTE = "The speaker is unwell. We are sorry.";
const POSTPONED_NOTE = "Moved because the room was not free.";

type Pick = <Value>(what: string, from: readonly Value[]) => Value;

/** Whether something is so for one in so many. */
type OneIn = (what: string, many: number) => boolean;

/** In the middle of a sentence a name starts small, unless it is an abbreviation. */
function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label[0]!.toLowerCase() + label.slice(1);
}

function placeOf({ venue, format }: SampleSeries, pick: Pick) {
  if (!venue) return { slug: format ?? "online", words: format === "phone" ? "by phone" : "online", venue: undefined, organisers: ORGANISATIONS };
  const place = pick("venue", VENUES);
  const alliance = ALLIANCE_OF.get(place["borough_gss"] ?? null);
  const organisers = ORGANISATIONS.filter((organisation) => organisation["alliance"] === null || organisation["alliance"] === alliance);
  return { slug: String(place["slug"]), words: `at ${place["name"]}`, venue: String(place["slug"]), organisers };
}

function groupOf(organiser: string, pick: Pick, oneIn: OneIn) {
  const own = ONE_CANCER.get(organiser);
  if (own) return GROUPS.find(({ slug }) => slug === own);
  return oneIn("all cancers", 2) ? undefined : pick("group", GROUPS);
}

function whom(audience: SampleSeries["for"], cancer: string): string {
  if (audience === "carers") return `People who look after someone with ${cancer}`;
  return `People with ${cancer}${audience === "both" ? ", and the people close to them" : ""}`;
}

function titleOf(start: string, audience: SampleSeries["for"], cancer: string | undefined): string {
  const people = audience === "carers" ? "carers of people" : "people";
  return cancer === undefined ? start : `${start} for ${people} with ${cancer}`;
}

/** A course begins once; what is short is often held again. */
function datesOf(isCourse: boolean, pick: Pick): Dates {
  const everyWeeks = pick("interval", [1, 2, 4]);
  const times = isCourse ? 1 : pick("times", [1, 1, 2, 4]);
  const weeks = Array.from({ length: WEEKS - everyWeeks * (times - 1) }, (_, week) => week);
  return { weekday: pick("weekday", [1, 2, 3, 4, 5]), everyWeeks, times, fromDay: 1 + 7 * pick("week", weeks) };
}

function bookingOf({ places, booking }: SampleSeries, website: string | null, oneIn: OneIn): SampleSeries["booking"] {
  if (places === null) return { route: "drop-in" };
  if (booking?.professional) return { route: "here", self: booking.self ?? true, professional: true };
  if (website?.startsWith("https:") && oneIn("own booking", 6)) return { route: "organiser", url: website };
  return oneIn("by telephone", 10) ? { route: "phone" } : { route: "here" };
}

/** How a series is held, apart from what it is about. */
function heldLike({ format, bsl, interpreter, breaks, courseSessions, parts, for: audience }: SampleSeries) {
  return {
    ...(audience && { for: audience }), ...(format && { format }), ...(bsl && { bsl }), ...(interpreter && { interpreter }), ...(breaks && { breaks }),
    ...(courseSessions && { courseSessions }), ...(parts && { parts }),
  };
}

function placesOf({ places }: SampleSeries, number: number) {
  if (!places) return places === null && { places };
  return { places: { ...places, taken: [numberOf(`taken ${number}`, places.capacity + 1)] } };
}

/** One more series, for a directory of any size: held like `shape`, on another topic, somewhere else, in words of its own. */
export function variation(number: number, shapes: readonly SampleSeries[]): SampleSeries {
  const pick: Pick = (what, from) => from[numberOf(`${what} ${number}`, from.length)]!;
  const oneIn: OneIn = (what, many) => numberOf(`${what} ${number}`, many) === 0;
  const shape = pick("shape", shapes);
  const kind = shape.kind ?? "group-session";
  const { topic, name, effort, stages, sentences } = pick("topic", TOPIC_WORDS);
  const place = placeOf(shape, pick);
  const organiser = pick("organiser", place.organisers);
  const group = groupOf(String(organiser["slug"]), pick, oneIn);
  const cancer = group && inSentence(String(group["label"]));
  const language = oneIn("other language", 12) ? pick("language", LANGUAGES) : undefined;
  const booking = bookingOf(shape, organiser["website"] as string | null, oneIn);
  return {
    ...heldLike(shape),
    ...placesOf(shape, number),
    key: `${topic}-${place.slug}-${number}`,
    title: `${titleOf(pick("title", TITLES[kind])(name), shape.for, cancer)}, ${place.words}${language ? `, in ${language["label"]}` : ""}`,
    organiser: String(organiser["slug"]),
    kind,
    forWhom: whom(shape.for, cancer ?? "any cancer"),
    summary: `${pick("sentence", sentences)} ${pick("held", HELD[kind])}`,
    happens: sentences.join(" "),
    topics: [topic],
    tumourGroups: group ? [String(group["slug"])] : [],
    stages,
    languages: [language ? String(language["code"]) : "en"],
    dates: datesOf(kind === "course", pick),
    at: [oneIn("evening", 8) ? 18 : pick("hour", [9, 10, 11, 13, 14]), pick("half", [0, 30]), shape.at[2]],
    effort,
    ...(place.venue && { venue: place.venue }),
    ...(booking && { booking }),
    ...(oneIn("cancelled", 60) && { cancelled: { date: 0, note: CANCELLED_NOTE } }),
    ...(oneIn("postponed", 90) && { postponed: { date: 0, days: 7, note: POSTPONED_NOTE } }),
  };
}
