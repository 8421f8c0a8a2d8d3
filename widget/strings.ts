import { english } from "./languages/english.ts";

/** The words of the first view, in one language. */
export type Strings = typeof english;

/**
 * The words of the finder that is being drawn. A finder sets its own before it draws or speaks, and does both without a pause,
 * so that finders of several languages can stand on a page.
 */
export let strings: Strings = english;

/** English where no other words are given. */
export function speak(words: Strings = english): void {
  strings = words;
}
