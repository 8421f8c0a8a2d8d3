import type { ClinicianStrings } from "../strings-clinician.ts";
import type { LaterStrings } from "../strings-later.ts";
import type { Strings } from "../strings.ts";

/** Every word of the finder in one language. */
export interface Catalogue {
  readonly strings: Strings;
  readonly later: LaterStrings;
  readonly clinician: ClinicianStrings;
}

/** What brings a catalogue, by language tag in lower case. English is in the script itself. */
export const catalogues: Partial<Record<string, () => Promise<Catalogue>>> = {};

/** The language of a place in a page: the nearest `lang`, also outside the shadow root in which it lies. Empty where there is none. */
export function languageOf(place: Element): string {
  const nearest = place.closest<HTMLElement>("[lang]");
  const root = place.getRootNode();
  return nearest?.lang ?? (root instanceof ShadowRoot ? languageOf(root.host) : "");
}

/**
 * The catalogue for a language tag: that of the whole tag, or of the tag without its last parts (RFC 4647, section 3.4, "Lookup").
 * Undefined means English. Rejects when the catalogue could not be had.
 */
export async function loadCatalogue(tag: string): Promise<Catalogue | undefined> {
  const parts = tag.toLowerCase().split("-");
  for (; parts.length > 0; parts.pop()) {
    const load = catalogues[parts.join("-")];
    if (load) return load();
  }
  return undefined;
}
