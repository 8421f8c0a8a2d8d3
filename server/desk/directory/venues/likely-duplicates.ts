import { plainName } from "../../../imports/names.ts";

export interface VenueName {
  slug: string;
  name: string;
  postcode: string;
}

export interface LikelyDuplicate {
  first: VenueName;
  second: VenueName;
  /** From 0 to 1: the share of the words of both names that both have. */
  likeness: number;
}

const LITTLE_WORDS = new Set(["the", "of", "at", "and", "for", "in"]);
/** Units of a hospital share its postcode, so that a postcode alone says little. */
const ALIKE_AT_ONE_POSTCODE = 0.5;
const ALIKE_ELSEWHERE = 0.75;

function wordsOf({ name }: VenueName): Set<string> {
  return new Set(plainName(name).split(" ").filter((word) => word !== "" && !LITTLE_WORDS.has(word)));
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Two entries that may be one place: alike in name, and the more so where their postcodes differ. The most alike first. */
export function likelyDuplicates(venues: readonly VenueName[]): LikelyDuplicate[] {
  const words = new Map(venues.map((venue) => [venue.slug, wordsOf(venue)]));
  const byWord = new Map<string, VenueName[]>();
  const pairs = new Map<string, LikelyDuplicate>();
  for (const second of venues) {
    for (const word of words.get(second.slug)!) {
      const sharing = byWord.get(word) ?? [];
      for (const first of sharing) {
        const likeness = likenessOf(words.get(first.slug)!, words.get(second.slug)!);
        const least = first.postcode === second.postcode ? ALIKE_AT_ONE_POSTCODE : ALIKE_ELSEWHERE;
        if (likeness >= least) pairs.set(`${first.slug} ${second.slug}`, { first, second, likeness });
      }
      byWord.set(word, [...sharing, second]);
    }
  }
  const bySamePostcode = ({ first, second }: LikelyDuplicate) => Number(first.postcode === second.postcode);
  return [...pairs.values()].sort((a, b) => bySamePostcode(b) - bySamePostcode(a) || b.likeness - a.likeness || (a.first.slug < b.first.slug ? -1 : 1));
}
