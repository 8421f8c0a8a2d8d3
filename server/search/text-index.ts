import { add, emptySet, fullSet, has, type Bitset } from "./bitset.ts";
import type { DocumentWords, Lexicon } from "./lexicon.ts";
import { SimilarWords } from "./similar-words.ts";
import { isPair, pairOf, queryTokens } from "./tokens.ts";

interface WordMatch {
  number: number;
  /** 0 to 1: how near the word is to what was typed. */
  quality: number;
}

const PREFIX_QUALITY = 0.8;
/** One or two letters that are a word, such as `OT`, are that word. Else they are the start of one that is still being typed. */
const MIN_PREFIX = 3;
/** Where no document has every word, how much of the best score another needs to stand beside it. */
const GOOD_ENOUGH = 0.5;

/**
 * Words to documents. Fuzzy matching runs over the distinct words, not over documents, so its cost rises with the vocabulary
 * alone. Documents match that have every word of a query, each in whichever field it stands; where there are none, those
 * that score best with the words that they have. A rare word counts for more than a common one.
 */
export class TextIndex {
  readonly #lexicon: Lexicon;
  readonly #size: number;
  /** The postings of word `n` stand from `#starts[n]` to `#starts[n + 1]`. */
  readonly #starts: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #weights: Uint8Array;
  readonly #sorted: string[];
  readonly #similarWords: SimilarWords;

  constructor(documents: readonly DocumentWords[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#size = documents.length;
    this.#starts = new Uint32Array(lexicon.words.length + 1);
    for (const { numbers } of documents) for (const number of numbers) this.#starts[number + 1]!++;
    for (let word = 0; word < lexicon.words.length; word++) this.#starts[word + 1]! += this.#starts[word]!;
    const postings = this.#starts.at(-1) ?? 0;
    this.#documents = new Uint32Array(postings);
    this.#weights = new Uint8Array(postings);
    this.#post(documents);
    this.#sorted = lexicon.words.filter((word, number) => this.#isUsed(number) && !isPair(word)).sort();
    this.#similarWords = new SimilarWords(this.#sorted);
  }

  /**
   * The documents of `among` that match, with a score each, and whether none of them has every word; undefined when the query has no
   * word to search for.
   */
  search(query: string, among: Bitset = fullSet(this.#size)): { matches: Bitset; scores: Float64Array; isRelaxed: boolean } | undefined {
    const typed = queryTokens(query);
    if (typed.length === 0) return undefined;
    const scores = new Float64Array(this.#size);
    const found = new Uint8Array(this.#size);
    typed.forEach((_, position) => this.#scoreWord(typed, position, scores, found));
    const candidates = Array.from(found.keys()).filter((document) => found[document]! > 0 && has(among, document));
    const hasEveryWord = (document: number) => found[document] === typed.length;
    const least = GOOD_ENOUGH * candidates.reduce((best, document) => Math.max(best, scores[document]!), 0);
    const matches = emptySet(this.#size);
    const isRelaxed = candidates.length > 0 && !candidates.some(hasEveryWord);
    const isMatch = isRelaxed ? (document: number) => scores[document]! >= least : hasEveryWord;
    for (const document of candidates) if (isMatch(document)) add(matches, document);
    return { matches, scores, isRelaxed };
  }

  #post(documents: readonly DocumentWords[]): void {
    const next = this.#starts.slice();
    documents.forEach(({ numbers, weights }, document) => {
      numbers.forEach((number, place) => {
        const posting = next[number]!++;
        this.#documents[posting] = document;
        this.#weights[posting] = weights[place]!;
      });
    });
  }

  #isUsed(number: number): boolean {
    return this.#starts[number + 1]! > this.#starts[number]!;
  }

  #scoreWord(typed: readonly string[], position: number, scores: Float64Array, found: Uint8Array): void {
    const best = new Map<number, number>();
    for (const { number, quality } of this.#wordsLike(typed, position)) {
      for (let posting = this.#starts[number]!; posting < this.#starts[number + 1]!; posting++) {
        const document = this.#documents[posting]!;
        const score = this.#weights[posting]! * quality;
        if (score > (best.get(document) ?? 0)) best.set(document, score);
      }
    }
    const rarity = Math.log2(1 + this.#size / best.size);
    for (const [document, score] of best) {
      scores[document]! += score * rarity;
      found[document]!++;
    }
  }

  #wordsLike(typed: readonly string[], position: number): WordMatch[] {
    const token = typed[position]!;
    const pairs = [...this.#together(typed[position - 1], token), ...this.#together(token, typed[position + 1])];
    const whole = [...pairs, ...this.#exact(token)];
    const sure = whole.length > 0 && token.length < MIN_PREFIX ? whole : [...whole, ...this.#startingWith(token)];
    return sure.length > 0 ? sure : this.#similar(token);
  }

  /** Two words that name something together, or that are one word: `chemo brain`, `head scarf`. */
  #together(first: string | undefined, second: string | undefined): WordMatch[] {
    return first && second ? [...this.#match(pairOf(first, second), 1), ...this.#match(first + second, 1)] : [];
  }

  #match(word: string, quality: number): WordMatch[] {
    const number = this.#lexicon.number(word);
    return number !== undefined && this.#isUsed(number) ? [{ number, quality }] : [];
  }

  #exact(token: string): WordMatch[] {
    const singular = token.length > 3 && token.endsWith("s") ? token.slice(0, -1) : undefined;
    return [...this.#match(token, 1), ...(singular ? [...this.#match(singular, 1), ...this.#startingWith(singular)] : [])];
  }

  #startingWith(token: string): WordMatch[] {
    const matches: WordMatch[] = [];
    for (let place = this.#firstFrom(token); ; place++) {
      const word = this.#sorted[place];
      if (!word?.startsWith(token)) break;
      if (word !== token) matches.push(...this.#match(word, PREFIX_QUALITY));
    }
    return matches;
  }

  #firstFrom(token: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle]! < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #similar(token: string): WordMatch[] {
    return this.#similarWords.find(token).flatMap(({ word, quality }) => this.#match(word, quality));
  }
}
