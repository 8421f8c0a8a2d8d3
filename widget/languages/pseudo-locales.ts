import { english } from "./english.ts";
import { englishClinician } from "./english-clinician.ts";
import { englishLater } from "./english-later.ts";
import type { Catalogue } from "./languages.ts";

type Transform = (text: string) => string;

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries([..."àƀçđéƒĝĥîĵķļɱñôþǫŕšţûṽŵẋýž"].map((letter, place) => [String.fromCharCode(97 + place), letter]));

/** Longer by about a third, as a translation may be, and in brackets, so that a word that is cut or was forgotten shows. */
const accent: Transform = (text) => {
  const letters = text.replace(/[a-z]/g, (letter) => ACCENTED[letter] ?? letter);
  return `[${letters}${" one two three four five".slice(0, Math.ceil(text.length / 3))}]`;
};

/** Latin letters that run from right to left (Unicode Bidirectional Algorithm, RLO to PDF). */
const mirror: Transform = (text) => `\u202e${text}\u202c`;

/** The same tree of words, each transformed; and functions that transform what they say. */
function every<Words>(words: Words, transform: Transform): Words;
function every(words: unknown, transform: Transform): unknown {
  if (typeof words === "string") return transform(words);
  if (typeof words === "function") return (...facts: unknown[]) => every(words(...facts), transform);
  if (Array.isArray(words)) return words.map((word) => every(word, transform));
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, every(word, transform)]));
}

function catalogue(transform: Transform, own: { language: string; direction: "rtl" | undefined }): Catalogue {
  const { failure, ...strings } = every(english, transform);
  return { strings: { ...strings, failure: { ...failure, helpLine: english.failure.helpLine }, ...own }, later: every(englishLater, transform), clinician: every(englishClinician, transform) };
}

/**
 * No languages, but English made strange, to test with (named as in the Unicode CLDR): `en-XA` is accented and longer, `ar-XB` runs
 * from right to left. A word that stays plain English in them is one that a translation could not reach.
 */
export const accented = catalogue(accent, { language: "en-XA", direction: undefined });
export const mirrored = catalogue(mirror, { language: "ar-XB", direction: "rtl" });
