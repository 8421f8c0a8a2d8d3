/** How many events fit on a shortlist: the sheet that it prints stays readable. */
export const SHORTLIST_LIMIT = 20;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idsIn(text: string | null): string[] {
  const ids = (text ?? "").split(" ").filter((id) => UUID.test(id));
  return [...new Set(ids)].slice(0, SHORTLIST_LIMIT);
}

/**
 * Ids of events that a professional has put aside, kept until the browser tab closes. It holds nothing about a person.
 * Where the browser refuses storage (a sandboxed frame, a strict policy) the list lives as long as the page.
 */
export class ShortlistStore {
  readonly #key: string;

  constructor(service: string) {
    this.#key = `hwbe-shortlist ${service}`;
  }

  read(): readonly string[] {
    return idsIn(this.#storage()?.getItem(this.#key) ?? null);
  }

  write(ids: readonly string[]): void {
    if (ids.length === 0) this.#storage()?.removeItem(this.#key);
    else this.#storage()?.setItem(this.#key, ids.join(" "));
  }

  #storage(): Storage | undefined {
    try {
      return sessionStorage;
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }
}

/** The list with an event added, or without it if it was there. A full list stays as it is. */
export function toggleShortlisted(ids: readonly string[], id: string): readonly string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length < SHORTLIST_LIMIT ? [...ids, id] : ids;
}
