import type { EventIndex } from "../contract/event-page.ts";
import type { Term, Vocabularies } from "../contract/vocabulary.ts";

/** The terms that events carry, with every word that people use for each. */
export type SearchVocabulary = EventIndex["vocabulary"];

/** The value of `tumour-group` that asks for events that are for people with any cancer, and no others. */
export const ALL_CANCERS = "all-cancers";

function searchTerm({ slug, label, synonyms, misspellings }: Term) {
  return { slug, label, words: [...synonyms, ...misspellings].join(" ") };
}

export function searchVocabulary({ topics, tumourGroups, stages }: Pick<Vocabularies, "topics" | "tumourGroups" | "stages">): SearchVocabulary {
  return {
    topics: topics.map(searchTerm),
    tumourGroups: tumourGroups.map((term) => ({ ...searchTerm(term), parent: term.parent })),
    stages: stages.map(searchTerm),
  };
}
