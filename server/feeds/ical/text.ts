const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const CONTROL = /[^\P{Cc}\t\n]/gu;
const SPECIAL = /[\\;,\n]/g;

/**
 * Text as readers of a calendar get it back: every kind of line break as `\n`, other control characters but the tab left out
 * (RFC 5545 section 3.1 allows none), halves of surrogate pairs replaced by U+FFFD, nothing blank at either end. U+0085, U+2028
 * and U+2029 are lawful, but readers that split lines on them lose the rest of the value.
 */
export function normalText(value: string): string {
  return value.toWellFormed().replace(LINE_BREAK, "\n").replace(CONTROL, "").trim();
}

/** {@link normalText} on one line, for what calendars show as a heading or a label. */
export function oneLine(value: string): string {
  return normalText(value).replace(/\s*\n\s*/g, " ");
}

/** Writes normal text as a TEXT value (RFC 5545 section 3.3.11). */
export function escapeText(value: string): string {
  return value.replace(SPECIAL, (character) => (character === "\n" ? "\\n" : `\\${character}`));
}
