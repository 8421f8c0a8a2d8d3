import type { Kysely } from "kysely";
import { connect } from "../../db/connect.ts";
import type { Database } from "../../db/schema.ts";
import { addDays, londonDate, londonInstant } from "../wording/london-time.ts";
import { listen, type Listener } from "./change-listener.ts";
import { Directory } from "./directory.ts";
import { readCopy, saveCopy } from "./disk-copy.ts";
import { followDirectory, readDirectory, type ReadDirectory } from "./read-directory.ts";

const POLL_MS = 5_000;
const SAVE_AFTER_MS = 2_000;

export interface LiveDirectoryOptions {
  databaseUrl: string;
  /** Where the last good copy is kept on disk. */
  copyFile: string;
  /** The service's own public address, without a slash at its end. */
  baseUrl: string;
  log: (line: string) => void;
  now?: () => number;
}

/** What those who answer requests need of the directory. */
export type DirectorySource = Pick<LiveDirectory, "current" | "staleSince" | "edition">;

/** Follows the database by change number, and goes on with the last good copy when the database is away. */
export class LiveDirectory {
  readonly #options: LiveDirectoryOptions;
  readonly #db: Kysely<Database>;
  readonly #now: () => number;
  #directory: Directory;
  /** The last edition, which holds until the next event ends or the day in London does. */
  #edition: { name: string; directory: Directory; stale: number | undefined; from: number; until: number } | undefined;
  #read: ReadDirectory | undefined;
  #seenAt: number;
  #away: boolean;
  #following: Promise<void> | undefined;
  #again = false;
  #listener: Listener;
  #poll: NodeJS.Timeout;
  #save: NodeJS.Timeout | undefined;

  /** Use `openLiveDirectory`. */
  constructor(options: LiveDirectoryOptions, db: Kysely<Database>, start: { directory: Directory; read?: ReadDirectory; seenAt: number }) {
    this.#options = options;
    this.#db = db;
    this.#now = options.now ?? Date.now;
    this.#directory = start.directory;
    this.#read = start.read;
    this.#seenAt = start.seenAt;
    this.#away = start.read === undefined;
    this.#listener = listen(options.databaseUrl, () => void this.catchUp());
    this.#poll = setInterval(() => void this.catchUp(), POLL_MS).unref();
  }

  current(): Directory {
    return this.#directory;
  }

  /** When the database was last seen, in milliseconds, while it is away; undefined while it answers. */
  staleSince(): number | undefined {
    return this.#away ? this.#seenAt : undefined;
  }

  /** Names all that a public answer depends on besides its address: equal editions give equal bytes. */
  edition(): string {
    const now = this.#now();
    const kept = this.#edition;
    const stale = this.staleSince();
    if (kept && kept.directory === this.#directory && kept.stale === stale && now >= kept.from && now < kept.until) return kept.name;
    const ended = this.#directory.ended(now);
    const today = londonDate(now);
    const name = `${this.#directory.changeNumber}-${ended.count}-${today}${stale === undefined ? "" : `-${stale}`}`;
    const until = Math.min(ended.next, londonInstant(addDays(today, 1)));
    this.#edition = { name, directory: this.#directory, stale, from: now, until };
    return name;
  }

  /** Takes in what has changed. Calls while one is under way are served by one more after it. */
  catchUp(): Promise<void> {
    if (this.#following) {
      this.#again = true;
      return this.#following;
    }
    this.#following = this.#follow().finally(() => {
      this.#following = undefined;
      if (this.#again) {
        this.#again = false;
        void this.catchUp();
      }
    });
    return this.#following;
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    this.#again = false;
    await this.#listener.close();
    await this.#following;
    if (this.#save) await this.#saveNow();
    await this.#db.destroy();
  }

  async #follow(): Promise<void> {
    try {
      const source = { db: this.#db, baseUrl: this.#options.baseUrl, now: this.#now() };
      const read = this.#read ? await followDirectory(this.#read, source) : await readDirectory(source);
      this.#seenAt = this.#now();
      if (this.#away) this.#options.log("The database is back: the directory is up to date again.");
      this.#away = false;
      if (read !== this.#read) this.#take(read);
    } catch (error) {
      if (!this.#away) this.#options.log(`The database is away: serving the last good copy. ${(error as Error).message}`);
      this.#away = true;
    }
  }

  #take(read: ReadDirectory): void {
    this.#read = read;
    this.#directory = read.directory;
    this.#save ??= setTimeout(() => void this.#saveNow(), SAVE_AFTER_MS).unref();
  }

  async #saveNow(): Promise<void> {
    clearTimeout(this.#save);
    this.#save = undefined;
    if (!this.#read) return;
    try {
      await saveCopy(this.#options.copyFile, this.#read.parts, this.#now());
    } catch (error) {
      this.#options.log(`The copy of the directory could not be written: ${(error as Error).message}`);
    }
  }
}

/**
 * Opens the directory from the database, or from the copy on disk when the database is away. Throws the database's error when
 * there is no copy either.
 */
export async function openLiveDirectory(options: LiveDirectoryOptions): Promise<LiveDirectory> {
  const db = connect(options.databaseUrl);
  const now = (options.now ?? Date.now)();
  try {
    const read = await readDirectory({ db, baseUrl: options.baseUrl, now });
    await saveCopy(options.copyFile, read.parts, now);
    return new LiveDirectory(options, db, { directory: read.directory, read, seenAt: now });
  } catch (error) {
    const copy = await readCopy(options.copyFile);
    if (!copy) {
      await db.destroy();
      throw error;
    }
    options.log(`The database is away: serving the copy of ${new Date(copy.savedAt).toISOString()}. ${(error as Error).message}`);
    return new LiveDirectory(options, db, { directory: new Directory(copy.parts, now), seenAt: copy.savedAt });
  }
}
