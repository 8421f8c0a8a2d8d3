/** What may stand in a file for one thing of the directory: its slug, or a name of it. */
export interface Named {
  slug: string;
  names: readonly string[];
}

/** Case, accents, punctuation and "&" for "and" do not matter in a name. */
export function plainName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Finds the slug of what a file names. */
export class Names {
  readonly #firstNames: ReadonlyMap<string, string>;
  readonly #byName = new Map<string, Set<string>>();

  constructor(all: readonly Named[]) {
    this.#firstNames = new Map(all.map(({ slug, names }) => [slug, names[0] ?? slug]));
    for (const { slug, names } of all) {
      for (const name of [slug, ...names].map(plainName)) {
        this.#byName.set(name, (this.#byName.get(name) ?? new Set()).add(slug));
      }
    }
  }

  /** Every slug that the text may mean: none, one, or several that share a name. A slug itself means that one alone. */
  find(text: string): string[] {
    if (this.#firstNames.has(text)) return [text];
    return [...(this.#byName.get(plainName(text)) ?? [])];
  }

  /** The name to show for a slug. */
  nameOf(slug: string): string {
    return this.#firstNames.get(slug) ?? slug;
  }
}

/** What rows of a file may refer to. */
export interface Lookup {
  organisations: Names;
  venues: Names;
  topics: Names;
  tumourGroups: Names;
  stages: Names;
  languages: Names;
  /** Of each organisation, by its slug. */
  series: ReadonlyMap<string, Names>;
}
