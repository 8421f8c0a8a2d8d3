import { connect } from "../../db/connect.ts";
import { errorLines } from "../error-lines.ts";
import { isDatabaseAway } from "../failure-line.ts";
import { deleteOldFiles } from "../imports/kept-files.ts";
import { claimDue } from "./calendar-rows.ts";
import type { FetchCalendar } from "./fetch-calendar.ts";
import { updateCalendar, type Follower } from "./follow-calendar.ts";

const EVERY_MS = 60_000;

export interface CalendarsOptions {
  databaseUrl: string;
  log: (line: string) => void;
  everyMs?: number;
  now?: () => number;
  fetch?: FetchCalendar;
}

/**
 * Updates each followed calendar once an hour, one after another, and deletes spreadsheets that nobody confirmed. Several services on
 * one database share the work. A database that is away is waited for.
 */
export function startCalendars({ databaseUrl, log, everyMs = EVERY_MS, now = Date.now, ...options }: CalendarsOptions): { close(): Promise<void> } {
  const db = connect(databaseUrl, { connections: 2 });
  const follower: Follower = { db, now, ...options };
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function updateDue(): Promise<void> {
    await deleteOldFiles(db, now());
    while (!closed) {
      const calendar = await claimDue(db, now());
      if (!calendar) return;
      await updateCalendar(follower, calendar).catch((error: unknown) => log(`A calendar could not be brought in: ${errorLines(error)}`));
    }
  }

  async function run(): Promise<void> {
    await updateDue().catch((error: unknown) => {
      if (!isDatabaseAway(error)) log(`Calendars could not be updated: ${errorLines(error)}`);
    });
    if (!closed) timer = setTimeout(() => void (running = run()), everyMs).unref();
  }

  let running = run();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
      await db.destroy();
    },
  };
}
