const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ndash: "–", mdash: "—", rsquo: "’", lsquo: "‘", pound: "£", bull: "•" };

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code < 0xd800 ? String.fromCodePoint(code) : "";
}

/** Text of a calendar without the HTML that some programs put into it, and without white space that nobody sees. */
export function plainText(text: string): string {
  const isHtml = /<\/?(?:p|br|div|span|a|b|i|u|ul|ol|li|strong|em|html|body|h[1-6]|table)\b[^<>]{0,2000}>/i.test(text);
  const plain = isHtml
    ? text.replace(/<(?:script|style)\b[^<]{0,10000}<\/(?:script|style)>/gi, "").replace(/<(?:br|\/p|\/div|\/h[1-6]|\/tr|\/ul|\/ol)\b[^<>]{0,2000}>/gi, "\n")
      .replace(/<li\b[^<>]{0,2000}>/gi, "\n• ").replace(/<\/?[a-z][^<>]{0,2000}>/gi, "").replace(/&(#?\w{1,10});/g, entity)
    : text;
  return plain.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** At most `longest` characters. What is cut off is marked so. */
export function cutText(text: string, longest: number): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("").trimEnd()}…`;
}
