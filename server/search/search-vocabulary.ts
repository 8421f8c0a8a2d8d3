import type { EventIndex } from "../contract/event-page.ts";
import type { Term, Vocabularies } from "../contract/vocabulary.ts";
import { pairOf, queryTokens, tokens } from "./tokens.ts";

/** The terms that events carry, with every word that people use for each. */
export type SearchVocabulary = EventIndex["vocabulary"];

/** The value of `tumour-group` that asks for events that are for people with any cancer, and no others. */
export const ALL_CANCERS = "all-cancers";

/** The terms that have a word for themselves, such as `chemo` or `womb`. */
function ownersOfWords(terms: readonly Term[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { slug, label, synonyms, misspellings } of terms) {
    for (const name of [queryTokens(label), ...[...synonyms, ...misspellings].map(tokens)]) {
      const [word, ...others] = name;
      if (word !== undefined && others.length === 0) owners.set(word, (owners.get(word) ?? new Set()).add(slug));
    }
  }
  return owners;
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, place) => pairOf(words[place]!, word));
}

/**
 * What people call a term, as words. A word inside a longer name is left out when it is the name of another term: "on chemo"
 * is said of having treatment, but who types "chemo" means starting chemotherapy. The words of a longer name also stand in pairs,
 * so that "chemo brain" finds what is called that.
 */
function wordsOf({ slug, synonyms, misspellings }: Term, owners: ReadonlyMap<string, ReadonlySet<string>>): string {
  const words = [...synonyms, ...misspellings].flatMap((name) => {
    const parts = tokens(name);
    return [...parts.filter((word) => parts.length === 1 || (owners.get(word)?.has(slug) ?? true)), ...pairsOf(queryTokens(name))];
  });
  return [...new Set(words)].join(" ");
}

export function searchVocabulary({ topics, tumourGroups, stages }: Pick<Vocabularies, "topics" | "tumourGroups" | "stages">): SearchVocabulary {
  const owners = ownersOfWords([...topics, ...tumourGroups, ...stages]);
  const searchTerm = (term: Term) => ({ slug: term.slug, label: term.label, words: wordsOf(term, owners) });
  return {
    topics: topics.map(searchTerm),
    tumourGroups: tumourGroups.map((term) => ({ ...searchTerm(term), parent: term.parent })),
    stages: stages.map(searchTerm),
  };
}
