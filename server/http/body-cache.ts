import type { FinishedBody } from "./finished-bodies.ts";

export const MAX_BYTES = 32 * 1024 * 1024;
/** What a body takes that is made of parts which events hold anyway. */
const BYTES_OF_SHARED = 8 * 1024;
/** Of its length, what the compressed forms of a text take together at most. They are made when they are first asked for. */
const COMPRESSED = 0.5;

function weigh({ isCompressible, encodings: { identity: { parts, length } } }: FinishedBody): number {
  return (parts.length > 1 ? BYTES_OF_SHARED : length) + (isCompressible ? length * COMPRESSED : 0);
}

/** Finished bodies by address, of one edition of the directory. The oldest give way when there are too many. */
export class BodyCache {
  readonly #edition: () => string;
  readonly #bodies = new Map<string, FinishedBody>();
  #of = "";
  #bytes = 0;

  constructor(edition: () => string) {
    this.#edition = edition;
  }

  get(address: string): FinishedBody | undefined {
    this.#refresh();
    return this.#bodies.get(address);
  }

  /** Keeps a body that was made under `edition`, unless the directory has moved on since. */
  put(address: string, body: FinishedBody, edition: string): void {
    this.#refresh();
    if (edition !== this.#of || this.#bodies.has(address)) return;
    this.#bodies.set(address, body);
    this.#bytes += weigh(body);
    for (const [oldest, kept] of this.#bodies) {
      if (this.#bytes <= MAX_BYTES) break;
      this.#bodies.delete(oldest);
      this.#bytes -= weigh(kept);
    }
  }

  edition(): string {
    this.#refresh();
    return this.#of;
  }

  #refresh(): void {
    const edition = this.#edition();
    if (edition === this.#of) return;
    this.#of = edition;
    this.#bodies.clear();
    this.#bytes = 0;
  }
}
