import type { Mode } from "./attributes.ts";

/** How many events fit on a shortlist: the sheet that it prints stays readable. */
export const SHORTLIST_LIMIT = 20;

/** To how many events the service takes a referral of one patient at once. */
export const REFERRED_LIMIT = 10;

/** How many events stand side by side: more cannot be taken in. */
export const COMPARED_LIMIT = 3;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function idsIn(text: string | null): string[] {
  const ids = (text ?? "").split(" ").filter((id) => UUID.test(id));
  return [...new Set(ids)].slice(0, SHORTLIST_LIMIT);
}

/**
 * Ids of events that a person has put aside, and nothing about a person. They stay on the device; those of a professional go when the
 * browser tab closes, as several patients share that machine.
 */
export class ShortlistStore {
  readonly #mode: Mode;
  readonly #key: string;
  #isRefused = false;

  constructor(mode: Mode, service: string) {
    this.#mode = mode;
    this.#key = `hwbe-shortlist ${service}`;
  }

  /** Undefined where the browser refuses storage (a sandboxed frame, a strict policy, no room). */
  read(): readonly string[] | undefined {
    const text = this.#attempt((storage) => storage.getItem(this.#key));
    return text === undefined ? undefined : idsIn(text);
  }

  write(ids: readonly string[]): void {
    this.#attempt((storage) => (ids.length === 0 ? storage.removeItem(this.#key) : storage.setItem(this.#key, ids.join(" "))));
  }

  #attempt<Result>(action: (storage: Storage) => Result): Result | undefined {
    if (this.#isRefused) return undefined;
    try {
      return action(this.#mode === "clinician" ? sessionStorage : localStorage);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.#isRefused = true;
      return undefined;
    }
  }
}

/** The list with an event added, or without it if it was there. A list of `limit` events takes no more. */
export function toggled(ids: readonly string[], id: string, limit: number): readonly string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length < limit ? [...ids, id] : ids;
}

/** Which events of a shortlist are compared: those that were picked, or all where there are no more than fit. */
export function comparedOf(ids: readonly string[], picked: readonly string[]): readonly string[] {
  return ids.length > COMPARED_LIMIT ? ids.filter((id) => picked.includes(id)) : ids;
}
