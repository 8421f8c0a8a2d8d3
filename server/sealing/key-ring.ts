import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

export const KEY_BYTES = 32;

/** Keys that seal details: by id, and the id of the one that seals what is new. Keys that are not current open what is older. */
export interface SealingKeys {
  current: string;
  byId: ReadonlyMap<string, Buffer>;
}

/** A key was asked for that is not on the ring. */
export class MissingKeyError extends Error {
  override name = "MissingKeyError";
}

const PURPOSES = ["index", "request", "link", "form", "draft", "challenge", "visitor", "staff"] as const;
/** Each use of the secret has a key of its own (HKDF, RFC 5869), so that a value made for one is worth nothing for another. */
export type Purpose = (typeof PURPOSES)[number];

/**
 * All keys of the service. The sealing keys are rotated; the secret stays, as blind indexes and links are made with it. Where
 * keys lie in a file, `read` gives what is there now, so that a key which is added while the service runs is used.
 */
export class KeyRing {
  readonly #read: () => SealingKeys;
  readonly #derived: ReadonlyMap<Purpose, Buffer>;
  #keys: SealingKeys;

  constructor(read: () => SealingKeys, secret: Buffer) {
    this.#read = read;
    this.#keys = read();
    this.#derived = new Map(PURPOSES.map((purpose) => [purpose, Buffer.from(hkdfSync("sha256", secret, "", `hwbe ${purpose}`, KEY_BYTES))]));
  }

  /** The key that seals what is new. */
  current(): { id: string; key: Buffer } {
    this.#reload();
    return { id: this.#keys.current, key: this.sealingKey(this.#keys.current) };
  }

  /** Throws `MissingKeyError`. */
  sealingKey(id: string): Buffer {
    if (!this.#keys.byId.has(id)) this.#reload();
    const key = this.#keys.byId.get(id);
    if (!key) throw new MissingKeyError(`There is no sealing key ${id}`);
    return key;
  }

  #reload(): void {
    this.#keys = this.#read();
  }

  /** The key of one purpose, for ciphers. */
  keyFor(purpose: Purpose): Buffer {
    return this.#derived.get(purpose)!;
  }

  /** HMAC-SHA256 (RFC 2104) of the parts, which cannot run into each other. */
  mac(purpose: Purpose, ...parts: (string | Buffer)[]): Buffer {
    const hmac = createHmac("sha256", this.keyFor(purpose));
    for (const part of parts) {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      hmac.update(length).update(bytes);
    }
    return hmac.digest();
  }
}

/** Whether two are equal, in a time that does not tell where they differ. */
export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
