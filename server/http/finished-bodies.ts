import { hash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/**
 * The bytes of one encoding, in parts that may be shared with other bodies, with all that is sent before them. `head` and
 * `unchangedHead` are names and values by turns.
 */
export interface Representation {
  parts: readonly Buffer[];
  length: number;
  etag: string;
  head: readonly string[];
  unchangedHead: readonly string[];
}

/** An answer that can be sent again as it is, in every encoding that was asked for so far. */
export interface FinishedBody {
  /** Headers that do not depend on the encoding. */
  headers: Readonly<Record<string, string>>;
  etag: string;
  isCompressible: boolean;
  encodings: Partial<Record<Encoding, Representation>> & { identity: Representation };
}

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;
const MIN_COMPRESSED = 512;
const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.+-]*json|javascript|xml)|image\/svg)/;
const SUFFIX: Record<Encoding, string> = { br: "-br", gzip: "-gz", identity: "" };

/** A short fingerprint of bytes or text: equal ones have it on every replica. */
export function fingerprint(content: Buffer | string): string {
  return hash("sha1", content, "base64url").slice(0, 20);
}

function represent({ headers, etag: fingerprint }: Pick<FinishedBody, "headers" | "etag">, encoding: Encoding, parts: readonly Buffer[]): Representation {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  // Each encoding is a representation of its own, with its own strong validator (RFC 9110 section 8.8.3).
  const etag = `"${fingerprint}${SUFFIX[encoding]}"`;
  const all = { ...headers, etag, vary: "Accept-Encoding", ...(encoding !== "identity" && { "content-encoding": encoding }) };
  const { "content-type": _, "content-encoding": _encoding, ...unchanged } = all as Record<string, string>;
  return { parts, length, etag, head: [...Object.entries(all).flat(), "content-length", String(length)], unchangedHead: Object.entries(unchanged).flat() };
}

/** `etag` may be given when it is known more cheaply than by reading all bytes. */
export function finishBody(parts: readonly Buffer[], headers: Readonly<Record<string, string>>, etag = fingerprint(Buffer.concat(parts))): FinishedBody {
  const identity = represent({ headers, etag }, "identity", parts);
  const isCompressible = identity.length >= MIN_COMPRESSED && COMPRESSIBLE.test(headers["content-type"] ?? "");
  return { headers, etag, isCompressible, encodings: { identity } };
}

const chosen = new Map<string, Encoding>();
const MAX_CHOSEN = 200;

function choose(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(",")
    .map((item) => item.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name);
  return accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "identity";
}

/** Brotli where it is taken, else gzip, else nothing (RFC 9110 section 12.5.3). */
export function negotiate(acceptEncoding: string | undefined, body: FinishedBody): Encoding {
  if (!acceptEncoding || !body.isCompressible) return "identity";
  let encoding = chosen.get(acceptEncoding);
  if (!encoding) {
    encoding = choose(acceptEncoding);
    if (chosen.size < MAX_CHOSEN) chosen.set(acceptEncoding, encoding);
  }
  return encoding;
}

async function compress(bytes: Buffer, encoding: Exclude<Encoding, "identity">, quality: number): Promise<Buffer> {
  if (encoding === "gzip") return gz(bytes, { level: GZIP_LEVEL });
  return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

/** The body in an encoding. It is compressed once and kept. */
export async function encoded(body: FinishedBody, encoding: Encoding, quality = BROTLI_QUALITY): Promise<Representation> {
  const { identity } = body.encodings;
  if (encoding === "identity") return identity;
  return (body.encodings[encoding] ??= represent(body, encoding, [await compress(Buffer.concat(identity.parts), encoding, quality)]));
}

/** If-None-Match, by weak comparison (RFC 9110 section 13.1.2). A match on any encoding says that the reader's copy is good. */
export function isUnchanged(ifNoneMatch: string | undefined, body: FinishedBody): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => {
    const opaque = tag.trim().replace(/^W\//, "");
    return Object.values(SUFFIX).some((suffix) => opaque === `"${body.etag}${suffix}"`);
  });
}
