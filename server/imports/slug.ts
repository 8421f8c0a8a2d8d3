import { createHash } from "node:crypto";

const MAX_WORDS = 70;

/** Text as lower-case words joined by hyphens, at most 70 characters, cut between words; "" when no Latin letter or digit is in it. */
export function slugWords(text: string): string {
  const words = text.normalize("NFKD").replace(/[\p{M}'’]/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    const next = slug === "" ? word.slice(0, MAX_WORDS) : `${slug}-${word}`;
    if (next.length > MAX_WORDS) break;
    slug = next;
  }
  return slug;
}

/** Eight hexadecimal digits that stand for these texts, the same each time. */
export function shortHash(...texts: string[]): string {
  return createHash("sha256").update(texts.join("\u0000")).digest("hex").slice(0, 8);
}

/** Slugs for an event, the best first: its title and day; then one that no other event has. */
export function eventSlugs(event: { title: string; date: string; organiser: string; reference: string }): [string, string] {
  const plain = [slugWords(event.title) || "event", event.date].join("-");
  return [plain, `${plain}-${shortHash(event.organiser, event.reference)}`];
}
