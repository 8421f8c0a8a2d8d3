import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { link, open, readFile, rename, rm } from "node:fs/promises";
import { z } from "zod";
import { KEY_BYTES, KeyRing, type SealingKeys } from "./key-ring.ts";

/** Keys that cannot be used, told in one line that says what to change. It never repeats a key. */
export class KeysError extends Error {
  override name = "KeysError";
}

const Key = z.base64().transform((text) => Buffer.from(text, "base64")).refine((key) => key.length === KEY_BYTES);
const KeyFile = z.object({ current: z.string(), keys: z.record(z.string(), z.base64()), secret: z.base64() });
type KeyFile = z.infer<typeof KeyFile>;

function readKey(text: string, where: string): Buffer {
  const read = Key.safeParse(text);
  if (!read.success) throw new KeysError(`${where} must be 32 random bytes as base64: make them with "openssl rand -base64 32".`);
  return read.data;
}

/** `id:key,id:key`, the current one first. */
function readSealingKeys(setting: string): SealingKeys {
  const pairs = setting.split(",").map((pair) => /^([\w.-]{1,40}):(.*)$/.exec(pair.trim()));
  const byId = new Map(pairs.map((pair) => {
    if (!pair) throw new KeysError("The setting REFERRALS_KEYS is not right: use id:key, and more such pairs after a comma, the current one first.");
    return [pair[1]!, readKey(pair[2]!, `The key ${pair[1]} in REFERRALS_KEYS`)] as const;
  }));
  return { current: pairs[0]![1]!, byId };
}

/** The ring of the settings `REFERRALS_KEYS` and `REFERRALS_SECRET`. Throws `KeysError`. */
export function ringFromSettings({ keys, secret }: { keys: string; secret: string }): KeyRing {
  const sealing = readSealingKeys(keys);
  return new KeyRing(() => sealing, readKey(secret, "The setting REFERRALS_SECRET"));
}

const newKey = () => randomBytes(KEY_BYTES).toString("base64");
const newId = (now: Date) => `${now.toISOString().slice(0, 10)}-${randomBytes(3).toString("hex")}`;

async function writeWhole(file: string, content: KeyFile): Promise<string> {
  const aside = `${file}.${randomBytes(4).toString("hex")}`;
  const handle = await open(aside, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return aside;
}

/** Makes the file with new keys, readable by its owner alone, unless there is one. Gives whether it was made. */
export async function ensureKeyFile(file: string, now: Date): Promise<boolean> {
  const id = newId(now);
  const aside = await writeWhole(file, { current: id, keys: { [id]: newKey() }, secret: newKey() });
  try {
    // A link, unlike a rename, leaves a file that another process has just made.
    await link(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(aside);
  }
}

function parseKeyFile(file: string, text: string): KeyFile {
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    throw new KeysError(`The keys in ${file} cannot be read: put the file back from a copy. Without it nobody can open the details of referrals.`);
  }
}

function sealingKeysOf(file: string, { current, keys }: KeyFile): SealingKeys {
  const byId = new Map(Object.entries(keys).map(([id, key]) => [id, readKey(key, `The key ${id} in ${file}`)]));
  if (!byId.has(current)) throw new KeysError(`The current key is missing in ${file}: put the file back from a copy.`);
  return { current, byId };
}

/** The ring of a key file, which is read again when it has changed. Throws `KeysError`. */
export function ringFromFile(file: string): KeyRing {
  let known: { changed: number; keys: SealingKeys } | undefined;
  function read(): SealingKeys {
    const { mtimeMs } = statSync(file);
    if (known?.changed !== mtimeMs) known = { changed: mtimeMs, keys: sealingKeysOf(file, parseKeyFile(file, readFileSync(file, "utf8"))) };
    return known.keys;
  }
  return new KeyRing(read, readKey(parseKeyFile(file, readFileSync(file, "utf8")).secret, `The secret in ${file}`));
}

/** Adds a new current key to the file. The others stay, to open what they have sealed, in copies of the database too. */
export async function addCurrentKey(file: string, now: Date): Promise<string> {
  const content = parseKeyFile(file, await readFile(file, "utf8"));
  const id = newId(now);
  const aside = await writeWhole(file, { ...content, current: id, keys: { ...content.keys, [id]: newKey() } });
  await rename(aside, file);
  return id;
}
