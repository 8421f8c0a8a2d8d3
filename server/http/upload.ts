import type { Context } from "hono";
import { BodyError, readBytes } from "./body.ts";

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** The fields beside the file, and the heads of the parts. */
const REST_BYTES = 64 * 1024;
const MAX_PARTS = 10;

/** A form with one file, which is undefined when none was chosen; or too much to read. */
export type Upload = { form: URLSearchParams; file: UploadedFile | undefined } | "too large";

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

const malformed = (cause?: unknown) => new BodyError(400, "What was sent is not a form with a file.", { cause });

function countParts(bytes: Buffer, type: string): number {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  if (boundary === undefined) throw malformed();
  let count = 0;
  for (let at = bytes.indexOf(`--${boundary}`); at >= 0 && count <= MAX_PARTS + 1; at = bytes.indexOf(`--${boundary}`, at + 1)) count += 1;
  return count - 1;
}

async function readParts(c: Context, bytes: Buffer): Promise<FormData> {
  const type = c.req.header("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new BodyError(415, "What was sent must be of type multipart/form-data.");
  if (countParts(bytes, type) > MAX_PARTS) throw malformed();
  try {
    return await new Response(Uint8Array.from(bytes), { headers: { "content-type": type } }).formData();
  } catch (error) {
    throw malformed(error);
  }
}

/** A form of type `multipart/form-data` (RFC 7578) with a field `file` of at most 5 MB. Throws `BodyError`. */
export async function readUpload(c: Context): Promise<Upload> {
  let bytes: Buffer;
  try {
    bytes = await readBytes(c, MAX_FILE_BYTES + REST_BYTES);
  } catch (error) {
    if (error instanceof BodyError && error.status === 413) return "too large";
    throw error;
  }
  const parts = await readParts(c, bytes);
  const form = new URLSearchParams();
  for (const [name, value] of parts) if (typeof value === "string") form.append(name, value);
  const file = parts.get("file");
  if (!(file instanceof File) || file.size === 0) return { form, file: undefined };
  if (file.size > MAX_FILE_BYTES) return "too large";
  return { form, file: { name: file.name.slice(-200), bytes: Buffer.from(await file.arrayBuffer()) } };
}
