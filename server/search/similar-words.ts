import Fuse from "fuse.js/min-basic";
import { faultsBetween } from "./faults.ts";

export interface SimilarWord {
  word: string;
  /** 0 to 1: how near it is to what was typed. */
  quality: number;
}

const MIN_LENGTH = 4;
const MAX_WORDS = 6;
const THRESHOLD = 0.5;
const LETTERS_PER_FAULT = 4;

/** Finds what a misspelt word may have meant. Words of about its length alone are compared with it: that is most of the time saved. */
export class SimilarWords {
  /** The words of each length. */
  readonly #fuses: readonly (Fuse<string> | undefined)[];

  constructor(words: readonly string[]) {
    const lists: string[][] = [];
    for (const word of words) (lists[word.length] ??= []).push(word);
    this.#fuses = Array.from(lists, (list) => list && new Fuse(list, { threshold: THRESHOLD, ignoreLocation: true }));
  }

  /** The words with the fewest faults between them and what was typed: one in four letters at most. */
  find(typed: string): SimilarWord[] {
    if (typed.length < MIN_LENGTH) return [];
    const most = Math.floor(typed.length / LETTERS_PER_FAULT);
    const near = this.#fuses
      .slice(typed.length - most, typed.length + most + 1)
      .flatMap((fuse) => fuse?.search(typed) ?? [])
      .map(({ item }) => ({ word: item, faults: faultsBetween(typed, item) }));
    const fewest = near.reduce((least, { faults }) => Math.min(least, faults), most);
    return near
      .filter(({ faults }) => faults <= fewest)
      .slice(0, MAX_WORDS)
      .map(({ word }) => ({ word, quality: 1 - fewest / typed.length }));
  }
}
