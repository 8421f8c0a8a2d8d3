import type pg from "pg";

/** Nothing came back for so long that the database must be taken to be away. */
export class StalledError extends Error {
  override name = "StalledError";
  readonly code = "ETIMEDOUT";
}

const GIVE_UP_MS = 1_200;
const CUT_OFF_MS = 4_000;
const LOOK_EVERY_MS = 100;

interface Pending {
  since: number;
  giveUp: (error: Error) => void;
}

/**
 * Tells a database that stands still from one that is busy: as long as any answer comes back, all wait their turn. When none
 * has come for 1.2 seconds, everyone who has waited so long is told; after 4 the connections are cut, so that new ones are
 * opened as soon as the database is back.
 */
export class StallWatch {
  readonly #pending = new Set<Pending>();
  readonly #busy = new Set<pg.PoolClient>();
  #progressAt = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool) {
    pool.on("acquire", (client) => this.#busy.add(client));
    pool.on("release", (_error, client) => this.#busy.delete(client));
    pool.on("remove", (client) => this.#busy.delete(client));
  }

  /** An answer has come back from the database. */
  progress(): void {
    this.#progressAt = performance.now();
  }

  /** Runs a piece of work, which calls `mayGoOn` before it begins and before it commits: it throws when the work was given up. */
  async run<Result>(work: (mayGoOn: () => void) => Promise<Result>): Promise<Result> {
    const { promise: stalled, reject } = Promise.withResolvers<never>();
    let given: Error | undefined;
    const pending: Pending = { since: performance.now(), giveUp: (error) => reject((given = error)) };
    this.#pending.add(pending);
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    const working = work(() => {
      if (given) throw given;
    });
    try {
      return await Promise.race([working, stalled]);
    } finally {
      this.#pending.delete(pending);
      // Work that was given up ends by itself, when its connection is cut; whoever asked has had the answer.
      if (given) working.catch(() => undefined);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    if (this.#pending.size === 0 && this.#busy.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    for (const { since, giveUp } of this.#pending) {
      if (now - Math.max(since, this.#progressAt) > GIVE_UP_MS) giveUp(new StalledError("The database stands still"));
    }
    if (this.#busy.size > 0 && now - this.#progressAt > CUT_OFF_MS) this.#cutOff();
  }

  #cutOff(): void {
    const error = new StalledError("The connection to the database was cut");
    for (const client of this.#busy) (client as pg.PoolClient & { connection: { stream: { destroy(error: Error): void } } }).connection.stream.destroy(error);
    this.#busy.clear();
  }
}
