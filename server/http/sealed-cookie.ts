import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { z } from "zod";
import { decrypt, encrypt, SealBrokenError } from "../sealing/cipher.ts";

/** Browsers keep cookies of 4,096 bytes, with name and attributes (RFC 6265 section 6.1). */
const MAX_LENGTH = 3_800;

export interface SealedCookieOptions<Value> {
  /** Begins with `__Host-`. */
  name: `__Host-${string}`;
  /** 32 bytes. */
  key: Buffer;
  maxAgeSeconds: number;
  read: z.ZodType<Value>;
}

/** A value was too long for a cookie. */
export class CookieTooLongError extends Error {
  override name = "CookieTooLongError";
}

/**
 * A value that a browser keeps for us and cannot read: sealed with AES-256-GCM, bound to its name and with its time inside. No
 * script sees it, and no other site makes a browser send it along with a form.
 */
export class SealedCookie<Value> {
  readonly #options: SealedCookieOptions<Value>;
  readonly #now: () => number;

  constructor(options: SealedCookieOptions<Value>, now: () => number = Date.now) {
    this.#options = options;
    this.#now = now;
  }

  /** Undefined when there is none, or one that is too old, was changed, or is not of this kind. */
  get(c: Context): Value | undefined {
    const text = getCookie(c, this.#options.name);
    const opened = text === undefined ? undefined : this.#open(text);
    if (opened === undefined || this.#now() - opened.at > this.#options.maxAgeSeconds * 1000) return undefined;
    return this.#options.read.safeParse(opened.value).data;
  }

  /** Throws `CookieTooLongError`. */
  set(c: Context, value: Value): void {
    const { name, key, maxAgeSeconds } = this.#options;
    const text = encrypt(key, name, Buffer.from(JSON.stringify({ at: this.#now(), value }))).toString("base64url");
    if (text.length > MAX_LENGTH) throw new CookieTooLongError("There is more than a cookie can hold");
    setCookie(c, name, text, { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge: maxAgeSeconds });
  }

  clear(c: Context): void {
    setCookie(c, this.#options.name, "", { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge: 0 });
  }

  #open(text: string): { at: number; value: unknown } | undefined {
    const { key, name } = this.#options;
    try {
      return JSON.parse(decrypt(key, name, Buffer.from(text, "base64url")).toString()) as { at: number; value: unknown };
    } catch (error) {
      if (error instanceof SealBrokenError) return undefined;
      throw error;
    }
  }
}
