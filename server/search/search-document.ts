import type { FacetField } from "../contract/values.ts";
import type { EventSummary } from "../contract/event.ts";
import type { Point } from "./distance.ts";
import { Lexicon, type DocumentWords, type WeightedText } from "./lexicon.ts";
import { ALL_CANCERS, type SearchVocabulary } from "./search-vocabulary.ts";

/** What search needs to know of one event. Instants are milliseconds. */
export interface SearchDocument {
  id: string;
  startsAt: number;
  endsAt: number;
  values: Partial<Record<FacetField, readonly string[]>>;
  words: DocumentWords;
  point: Point | undefined;
}

const WEIGHTS = { title: 8, topic: 6, organiser: 5, synonym: 4, forWhom: 3, summary: 2 };

/** A person who asks for one cancer is shown events for it, for the wider group, for its parts, and for all cancers. */
function tumourGroupValues(event: EventSummary, vocabulary: SearchVocabulary): string[] {
  const values = new Set(event.tumourGroups.map((group) => group.slug));
  for (const { slug } of event.tumourGroups) {
    for (const group of vocabulary.tumourGroups) {
      if (group.parent === slug) values.add(group.slug);
      if (group.slug === slug && group.parent) values.add(group.parent);
    }
  }
  return [...values];
}

/** What people call the help that an event or its place gives. */
const ACCESS_WORDS = {
  "step-free": "wheelchair access",
  "hearing-loop": "hearing loop deaf",
  bsl: "BSL British Sign Language deaf",
  interpreter: "interpreter translation",
};

function accessValues({ venue, support }: EventSummary): (keyof typeof ACCESS_WORDS)[] {
  const values: (keyof typeof ACCESS_WORDS)[] = [];
  if (venue?.access.stepFree) values.push("step-free");
  if (venue?.access.hearingLoop) values.push("hearing-loop");
  if (support.bsl !== "no") values.push("bsl");
  if (support.interpreter !== "no") values.push("interpreter");
  return values;
}

function isAvailable({ status, places, booking }: EventSummary): boolean {
  return status !== "cancelled" && booking.open && ["open", "available", "few"].includes(places.state);
}

function filterValues(event: EventSummary, tumourGroups: readonly string[]): SearchDocument["values"] {
  const slugs = (terms: readonly { slug: string }[]) => terms.map((term) => term.slug);
  return {
    "tumour-group": tumourGroups,
    topic: slugs(event.topics),
    stage: slugs(event.stages),
    audience: event.audience,
    format: [event.format],
    kind: [event.kind],
    borough: event.venue?.borough ? [event.venue.borough.slug] : [],
    alliance: event.alliance ? [event.alliance.slug] : [],
    organiser: slugs([event.organiser, ...event.partners]),
    access: accessValues(event),
    language: slugs(event.languages),
    available: isAvailable(event) ? ["true"] : [],
    booking: event.booking.who,
  };
}

function vocabularyTexts(event: EventSummary, vocabulary: SearchVocabulary): WeightedText[] {
  const chosen = [
    [event.topics, vocabulary.topics],
    [event.tumourGroups, vocabulary.tumourGroups],
    [event.stages, vocabulary.stages],
  ] as const;
  return chosen.flatMap(([refs, terms]) =>
    refs.flatMap(({ slug, label }) => [
      { text: label, weight: WEIGHTS.topic },
      { text: terms.find((term) => term.slug === slug)?.words.split(" ") ?? "", weight: WEIGHTS.synonym },
    ]),
  );
}

function texts(event: EventSummary, vocabulary: SearchVocabulary): WeightedText[] {
  const { organiser, partners, venue } = event;
  return [
    { text: event.title, weight: WEIGHTS.title },
    { text: [organiser.label, organiser.shortName, ...partners.map((partner) => partner.label)].join(" "), weight: WEIGHTS.organiser },
    { text: venue ? `${venue.name} ${venue.borough?.label ?? ""} ${venue.postcode}` : "", weight: WEIGHTS.organiser },
    { text: event.languages.map((language) => language.label).join(" "), weight: WEIGHTS.synonym },
    { text: event.audience.join(" "), weight: WEIGHTS.forWhom },
    { text: event.forWhom, weight: WEIGHTS.forWhom },
    { text: accessValues(event).map((need) => ACCESS_WORDS[need]).join(" "), weight: WEIGHTS.summary },
    { text: `${event.format} ${event.kind} ${event.summary}`, weight: WEIGHTS.summary },
    ...vocabularyTexts(event, vocabulary),
  ];
}

/** Reads events, whole or as summaries, for the search of service and widget alike. */
export class DocumentReader {
  readonly lexicon = new Lexicon();
  readonly #vocabulary: SearchVocabulary;
  /** One list for every event that is for all cancers, which is most of them. */
  readonly #everyGroup: readonly string[];
  readonly #lists = new Map<string, readonly string[]>();

  constructor(vocabulary: SearchVocabulary) {
    this.#vocabulary = vocabulary;
    this.#everyGroup = [ALL_CANCERS, ...vocabulary.tumourGroups.map((group) => group.slug)];
  }

  /** Few lists of values differ, so that thousands of events can hold the same ones. */
  #share(values: readonly string[]): readonly string[] {
    const key = values.join(" ");
    const shared = this.#lists.get(key);
    if (!shared) this.#lists.set(key, values);
    return shared ?? values;
  }

  read(event: EventSummary): SearchDocument {
    const groups = event.tumourGroups.length === 0 ? this.#everyGroup : tumourGroupValues(event, this.#vocabulary);
    const values = filterValues(event, groups);
    for (const field of Object.keys(values) as FacetField[]) values[field] = this.#share(values[field] ?? []);
    return {
      id: event.id,
      startsAt: Date.parse(event.startsAt),
      endsAt: Date.parse(event.endsAt),
      values,
      words: this.lexicon.read(texts(event, this.#vocabulary)),
      point: event.venue ? { latitude: event.venue.latitude, longitude: event.venue.longitude } : undefined,
    };
  }
}
