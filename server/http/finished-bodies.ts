import { hash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** An answer that can be sent again as it is. `headers` leaves out what depends on the encoding. */
export interface FinishedBody {
  headers: Readonly<Record<string, string>>;
  etag: string;
  bytes: Partial<Record<Encoding, Buffer>> & { identity: Buffer };
}

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);
const BROTLI_QUALITY = 5;
const MIN_COMPRESSED = 512;
const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.+-]*json|javascript|xml)|image\/svg)/;

/** A strong validator of the bytes themselves (RFC 9110 section 8.8.3), so that equal bytes have it on every replica. */
export function finishBody(bytes: Buffer, headers: Record<string, string>): FinishedBody {
  return { headers, etag: hash("sha1", bytes, "base64url").slice(0, 20), bytes: { identity: bytes } };
}

const chosen = new Map<string, Encoding>();

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
  const { identity } = body.bytes;
  if (!acceptEncoding || identity.length < MIN_COMPRESSED || !COMPRESSIBLE.test(body.headers["content-type"] ?? "")) return "identity";
  let encoding = chosen.get(acceptEncoding);
  if (!encoding) {
    encoding = choose(acceptEncoding);
    if (chosen.size < 200) chosen.set(acceptEncoding, encoding);
  }
  return encoding;
}

/** Compresses once and keeps the result. */
export async function compressed(body: FinishedBody, encoding: Encoding, quality = BROTLI_QUALITY): Promise<Buffer> {
  const { identity } = body.bytes;
  if (encoding === "br") {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length };
    body.bytes.br ??= await brotli(identity, { params });
  }
  if (encoding === "gzip") body.bytes.gzip ??= await gz(identity, { level: 6 });
  return body.bytes[encoding] ?? identity;
}

const suffix: Record<Encoding, string> = { br: "-br", gzip: "-gz", identity: "" };

/** Each encoding is a representation of its own, with its own strong validator. */
export function etagOf(body: FinishedBody, encoding: Encoding): string {
  return `"${body.etag}${suffix[encoding]}"`;
}

/** If-None-Match, by weak comparison (RFC 9110 section 13.1.2). A match on any encoding says that the reader's copy is good. */
export function isUnchanged(ifNoneMatch: string | undefined, body: FinishedBody): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => {
    const opaque = tag.trim().replace(/^W\//, "");
    return (["br", "gzip", "identity"] as const).some((encoding) => opaque === etagOf(body, encoding));
  });
}

export function headersFor(body: FinishedBody, encoding: Encoding): Record<string, string> {
  return {
    ...body.headers,
    etag: etagOf(body, encoding),
    vary: "Accept-Encoding",
    ...(encoding !== "identity" && { "content-encoding": encoding }),
  };
}
