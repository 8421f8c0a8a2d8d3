import type { IncomingMessage } from "node:http";
import { connect } from "../../db/connect.ts";
import { errorLines } from "../error-lines.ts";
import { isDatabaseAway } from "../failure-line.ts";
import { londonDate } from "../wording/london-time.ts";
import { SiteCounter } from "./site-counter.ts";
import { writeSiteLoads } from "./site-rows.ts";

const EVERY_MS = 60_000;

export interface SiteCounts {
  /** For the listener, which sees every request. */
  count(request: IncomingMessage): void;
  close(): Promise<void>;
}

export interface SiteCountOptions {
  databaseUrl: string;
  log: (line: string) => void;
  everyMs?: number;
  now?: () => number;
}

/** Counts where finders are opened, and adds that to the database each minute. What it could not add is added later. */
export function startSiteCounts({ databaseUrl, log, everyMs = EVERY_MS, now = Date.now }: SiteCountOptions): SiteCounts {
  const db = connect(databaseUrl, { connections: 1 });
  const counter = new SiteCounter(now);
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    const counted = counter.take();
    try {
      await writeSiteLoads(db, counted, londonDate(now()));
    } catch (error) {
      for (const loads of counted) counter.add(loads);
      if (!isDatabaseAway(error)) log(`The counts of websites could not be written: ${errorLines(error)}`);
    }
  }

  function writeNext(): Promise<void> {
    return (writing = writing.then(write));
  }

  const timer = setInterval(() => void writeNext(), everyMs).unref();
  return {
    count: (request) => counter.count(request),
    async close() {
      clearInterval(timer);
      await writeNext();
      await db.destroy();
    },
  };
}
