import { tokens } from "./tokens.ts";

/** A text of a document, or its words, and how much each counts, 1 to 255. */
export interface WeightedText {
  text: string | readonly string[];
  weight: number;
}

/** The words of a document as numbers of the lexicon, in no order, with the greatest weight that each has there. */
export interface DocumentWords {
  numbers: Uint32Array;
  weights: Uint8Array;
}

/** Numbers for words, so that ten thousand documents can keep their words in a few bytes each. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly words: string[] = [];

  number(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  read(texts: readonly WeightedText[]): DocumentWords {
    const weights = new Map<number, number>();
    for (const { text, weight } of texts) {
      for (const word of typeof text === "string" ? tokens(text) : text) {
        const number = this.#take(word);
        weights.set(number, Math.max(weights.get(number) ?? 0, weight));
      }
    }
    return { numbers: Uint32Array.from(weights.keys()), weights: Uint8Array.from(weights.values()) };
  }

  #take(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.#numbers.set(word, number);
    }
    return number;
  }
}
