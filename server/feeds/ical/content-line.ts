import { escapeText } from "./text.ts";

const LINE_OCTETS = 75;
const FOLD = "\r\n ";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many octets of UTF-8 a UTF-16 code unit brings: half of a surrogate pair brings half of its four. */
function octets(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

/** The index after the last code unit that fits into `room` octets. */
function reach(line: string, from: number, room: number): number {
  let end = from;
  for (let used = 0; end < line.length; end++) {
    used += octets(line.charCodeAt(end));
    if (used > room) break;
  }
  return end;
}

/** Where to cut: at the end of a whole character as people see it, or of a code point where one such fills the line. */
function cut(line: string, from: number, room: number): number {
  const end = reach(line, from, room);
  if (end === line.length || line.charCodeAt(end) < 0x80) return end;
  const start = graphemes.segment(line.slice(from, end + 2)).containing(end - from)?.index ?? 0;
  if (start > 0) return from + start;
  const insidePair = (line.charCodeAt(end) & 0xfc00) === 0xdc00;
  return insidePair ? end - 1 : end;
}

/** Folds a well-formed line at 75 octets of UTF-8 and ends it with CRLF (RFC 5545 section 3.1). */
export function fold(line: string): string {
  const parts: string[] = [];
  for (let from = 0; from < line.length || parts.length === 0; ) {
    const end = cut(line, from, parts.length === 0 ? LINE_OCTETS : LINE_OCTETS - 1);
    parts.push(line.slice(from, end));
    from = end;
  }
  return `${parts.join(FOLD)}\r\n`;
}

/** A property whose value is TEXT: normal text, which is escaped here. */
export function textProperty(name: string, value: string): string {
  return fold(`${name}:${escapeText(value)}`);
}

/** A property whose value is a URI: nothing is escaped. What an address may not hold is percent-encoded. */
export function uriProperty(name: string, url: string): string {
  return fold(`${name}:${new URL(url).href}`);
}
