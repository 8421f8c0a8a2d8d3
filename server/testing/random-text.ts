import fc from "fast-check";

const AWKWARD = [
  ",", ";", "\\", "\\n", "\\,", ":", '"', "'", "^n", "\n", "\r\n", "\r", "\t", "  ", "\u0000", "\u0007", "\u001b", "\u007f",
  "\u0085", "\u2028", "\u2029", "\ufeff", "\u200f", "</script>", "<!--", "]]>", "&amp;", "BEGIN:VEVENT", "END:VCALENDAR",
  "Croeso i bawb: tŷ, dŵr, ŵyr", "مرحبا بكم، جلسة دعم", "ਪੰਜਾਬੀ", "বাংলা", "支援小組", "e\u0301te\u0301", "👩🏽‍⚕️", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇬🇧",
  "z\u0351\u036b\u0343\u0368\u0365", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "x".repeat(200), "…", "£5–£10",
];

/** Any UTF-16 code unit, so halves of surrogate pairs that stand alone too: well-formed text never has them. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** Well-formed text of what breaks writers: separators, line ends, control characters, markup, many scripts, emoji, long words. */
export function arbitraryText(maxLength = 12): fc.Arbitrary<string> {
  const words = fc.oneof(fc.constantFrom(...AWKWARD), fc.lorem({ maxCount: 4 }), fc.string({ unit: "grapheme", maxLength: 12 }));
  return fc.array(words, { maxLength }).chain((parts) => fc.constantFrom(" ", "").map((joint) => parts.join(joint)));
}

/** {@link arbitraryText}, and any code units at all, lone surrogates among them. */
export function arbitraryCodeUnits(): fc.Arbitrary<string> {
  return fc.oneof(arbitraryText(), fc.string({ unit: codeUnit, maxLength: 120 }));
}
