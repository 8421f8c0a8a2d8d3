import { englishLater } from "./languages/english-later.ts";

/** The words that the first view does not need, in one language. */
export type LaterStrings = typeof englishLater;

/** These words in the language of the finder that is being drawn; see `strings.ts`. */
export let laterStrings: LaterStrings = englishLater;

/** English where a catalogue does not say otherwise. */
export function speakLater(words: LaterStrings = englishLater): void {
  laterStrings = words;
}
