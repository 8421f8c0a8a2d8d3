const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’‘`]/g;
const WORDS = /[\p{L}\p{N}]+/gu;

/** Words that say nothing about which event is meant. `cancer` is one here: every event is about it. */
const STOP_WORDS = new Set(
  ("a about am an and any are at be been by can do does for from get has have having he her him his how i if im in into is it its ive me my of on or our she " +
    "so some that the their them there they this to us was we what when where which who will with would you your cancer cancers event events " +
    "session sessions").split(" "),
);

/** Words of a text in lower case, without accents or apostrophes: `Men's café` gives `mens`, `cafe`. */
export function tokens(text: string): string[] {
  const plain = text.normalize("NFKD").replace(MARKS, "").replace(APOSTROPHES, "").toLowerCase();
  return plain.match(WORDS) ?? [];
}

/** Nobody types more, and each word that is misspelt costs milliseconds in a large directory. */
const MAX_QUERY_WORDS = 8;

/** The words of a query that an event must match: the first eight that say anything. */
export function queryTokens(query: string): string[] {
  return [...new Set(tokens(query))].filter((token) => !STOP_WORDS.has(token)).slice(0, MAX_QUERY_WORDS);
}

/** Two words that say something together, as one. No text has such a word: `tokens` gives none with this mark. */
export function pairOf(first: string, second: string): string {
  return `${first}+${second}`;
}

export function isPair(word: string): boolean {
  return word.includes("+");
}
