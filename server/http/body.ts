import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** More than any referral of a system needs. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** More than any form needs. Reading a form takes a time that grows with the square of its fields. */
export const MAX_FORM_BYTES = 64 * 1024;
const MAX_FORM_FIELDS = 500;

/**
 * A body that cannot be taken: 400 malformed or broken off, 413 too large (RFC 9110 section 15.5.14), 415 of another type
 * (section 15.5.16).
 */
export class BodyError extends Error {
  override name = "BodyError";
  readonly status: ContentfulStatusCode & (400 | 413 | 415);

  constructor(status: 400 | 413 | 415, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

const tooLarge = () => new BodyError(413, "What was sent is too large.");

/** Stops reading as soon as there is too much, whatever the sender said of its length. Throws `BodyError`. */
export async function readBytes(c: Context, most: number): Promise<Buffer> {
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of arriving(c)) {
    size += chunk.length;
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** That somebody goes away while they send, or is cut off, is no fault of ours to be logged. */
async function* arriving(c: Context): AsyncGenerator<Uint8Array> {
  try {
    yield* c.req.raw.body ?? [];
  } catch (cause) {
    throw new BodyError(400, "What was sent did not arrive whole.", { cause });
  }
}

async function readText(c: Context, type: string, most: number): Promise<string> {
  const sent = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (sent !== type) throw new BodyError(415, `What was sent must be of type ${type}.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(c, most));
  } catch (error) {
    throw error instanceof TypeError ? new BodyError(400, "What was sent is not UTF-8.") : error;
  }
}

/** A form as browsers send it without JavaScript. Throws `BodyError`. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const text = await readText(c, "application/x-www-form-urlencoded", MAX_FORM_BYTES);
  if (text.split("&", MAX_FORM_FIELDS + 1).length > MAX_FORM_FIELDS) throw tooLarge();
  return new URLSearchParams(text);
}

/** Any JSON (RFC 8259). Throws `BodyError`. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await readText(c, "application/json", MAX_BODY_BYTES);
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyError(400, "What was sent is not JSON.");
  }
}
