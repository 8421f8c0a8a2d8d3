import { open, readFile } from "node:fs/promises";

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The ids of referrals whose details were erased because someone asked, one a line, in a file beside the database and not in it.
 * When the database is put back from a copy of an earlier day, the details are erased again. An id tells nothing about a person.
 */
export class ErasureJournal {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Answers when it is on disk. */
  async add(id: string): Promise<void> {
    const file = await open(this.#file, "a", 0o600);
    try {
      // A line that a crash cut off must not run into this one.
      await file.appendFile(`\n${id}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** Every id once. A line that was cut off by a crash is left out. */
  async read(): Promise<string[]> {
    const text = await readFile(this.#file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    return [...new Set(text.split("\n").filter((line) => ID.test(line)))];
  }
}
