import { open, type FileHandle } from "node:fs/promises";
import { UnreadableFileError } from "./unreadable-file.ts";

const REASONS: Partial<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user may not read it",
};

/** Opens a file to read. Throws `UnreadableFileError` when it cannot be. */
export async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    throw Object.assign(new Error(), { code: "EISDIR" });
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""];
    throw reason === undefined ? error : new UnreadableFileError(`${path} cannot be read: ${reason}.`);
  }
}
