import { inflateRawSync } from "node:zlib";
import { UnreadableFileError } from "./unreadable-file.ts";

const MAX_UNPACKED_BYTES = 40 * 1024 * 1024;
const MAX_ENTRIES = 500;
const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const damaged = (cause?: unknown) => new UnreadableFileError("The file is damaged. Open it in Excel, and save it again as an Excel workbook (.xlsx).", { cause });
const tooLarge = () => new UnreadableFileError("The file holds too much. Copy the rows into a new workbook, and save that.");

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  at: number;
}

function* entriesOf(zip: Buffer): Generator<Entry> {
  // Whoever unpacks it must find the directory that was looked at: the archive may be read in one way only.
  const end = zip.length - END_BYTES;
  const count = zip.readUInt16LE(end + 10);
  if (zip.readUInt32LE(end) !== END_OF_DIRECTORY || zip.readUInt16LE(end + 8) !== count || zip.readUInt32LE(end - LOCATOR_64_BYTES) === LOCATOR_64) throw damaged();
  if (count > MAX_ENTRIES) throw tooLarge();
  let at = zip.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw damaged();
    yield { method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), unpacked: zip.readUInt32LE(at + 24), at: zip.readUInt32LE(at + 42) };
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/** How long an entry really is. Stops unpacking as soon as that is more than `most`. */
function unpackedSize(zip: Buffer, { method, packed, at }: Entry, most: number): number {
  if (zip.readUInt32LE(at) !== LOCAL) throw damaged();
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + packed > zip.length || (method !== STORED && method !== DEFLATED)) throw damaged();
  if (method === STORED) return packed;
  return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length;
}

/** Throws `UnreadableFileError` for an archive that would unpack to more than 40 MB, or to more than it says (APPNOTE.TXT, sections 4.3 and 4.4). */
export function checkZip(zip: Buffer): void {
  let left = MAX_UNPACKED_BYTES;
  try {
    for (const entry of entriesOf(zip)) {
      if (entry.unpacked > left) throw tooLarge();
      if (unpackedSize(zip, entry, left) !== entry.unpacked) throw damaged();
      left -= entry.unpacked;
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged(error);
  }
}
