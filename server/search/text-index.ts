import Fuse from "fuse.js/basic";
import { add, emptySet, type Bitset } from "./bitset.ts";
import type { DocumentWords, Lexicon } from "./lexicon.ts";
import { queryTokens } from "./tokens.ts";

interface WordMatch {
  number: number;
  /** 0 to 1: how near the word is to what was typed. */
  quality: number;
}

const PREFIX_QUALITY = 0.8;
const FUZZY_QUALITY = 0.6;
const MIN_PREFIX = 3;
const MAX_PREFIX_WORDS = 40;
const MIN_FUZZY = 4;
const MAX_FUZZY_WORDS = 6;
const FUZZY_THRESHOLD = 0.4;
const FUZZY_TIE = 0.08;
const MAX_LENGTH_DIFFERENCE = 2;

/**
 * Words to documents. Fuzzy matching runs over the distinct words, not over documents, so its cost rises with the vocabulary
 * alone. Every word of a query must match a document, each in whichever field it stands.
 */
export class TextIndex {
  readonly #lexicon: Lexicon;
  readonly #size: number;
  /** The postings of word `n` stand from `#starts[n]` to `#starts[n + 1]`. */
  readonly #starts: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #weights: Uint8Array;
  readonly #sorted: string[];
  readonly #fuse: Fuse<string>;

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
    this.#sorted = lexicon.words.filter((_, number) => this.#isUsed(number)).sort();
    this.#fuse = new Fuse(this.#sorted, { includeScore: true, threshold: FUZZY_THRESHOLD, distance: 20 });
  }

  /** Documents that match every word, with a score each; undefined when the query has no word to search for. */
  search(query: string): { matches: Bitset; scores: Float64Array } | undefined {
    const typed = queryTokens(query);
    if (typed.length === 0) return undefined;
    const scores = new Float64Array(this.#size);
    const found = new Uint8Array(this.#size);
    typed.forEach((token, position) => this.#scoreToken(token, position, scores, found));
    const matches = emptySet(this.#size);
    for (let document = 0; document < this.#size; document++) {
      if (found[document] === typed.length) add(matches, document);
    }
    return { matches, scores };
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

  #scoreToken(token: string, position: number, scores: Float64Array, found: Uint8Array): void {
    const best = new Map<number, number>();
    for (const { number, quality } of this.#wordsLike(token)) {
      for (let posting = this.#starts[number]!; posting < this.#starts[number + 1]!; posting++) {
        const document = this.#documents[posting]!;
        const score = this.#weights[posting]! * quality;
        if (found[document] === position && score > (best.get(document) ?? 0)) best.set(document, score);
      }
    }
    for (const [document, score] of best) {
      scores[document]! += score;
      found[document] = position + 1;
    }
  }

  #wordsLike(token: string): WordMatch[] {
    const sure = [...this.#exact(token), ...this.#startingWith(token)];
    return sure.length > 0 ? sure : this.#fuzzy(token);
  }

  #match(word: string, quality: number): WordMatch[] {
    const number = this.#lexicon.number(word);
    return number !== undefined && this.#isUsed(number) ? [{ number, quality }] : [];
  }

  #exact(token: string): WordMatch[] {
    const singular = token.length > 3 && token.endsWith("s") ? this.#match(token.slice(0, -1), 1) : [];
    return [...this.#match(token, 1), ...singular];
  }

  #startingWith(token: string): WordMatch[] {
    if (token.length < MIN_PREFIX) return [];
    const matches: WordMatch[] = [];
    for (let place = this.#firstFrom(token); matches.length < MAX_PREFIX_WORDS; place++) {
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

  #fuzzy(token: string): WordMatch[] {
    if (token.length < MIN_FUZZY) return [];
    const near = this.#fuse
      .search(token, { limit: 40 })
      .filter(({ item }) => Math.abs(item.length - token.length) <= MAX_LENGTH_DIFFERENCE);
    const best = near[0]?.score ?? 0;
    return near
      .filter(({ score = 1 }) => score <= best + FUZZY_TIE)
      .slice(0, MAX_FUZZY_WORDS)
      .flatMap(({ item, score = 1 }) => this.#match(item, FUZZY_QUALITY * (1 - score)));
  }
}
