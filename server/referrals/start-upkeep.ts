import { errorLines } from "../error-lines.ts";
import { runUpkeep } from "./upkeep.ts";
import type { Referrals } from "./referral.ts";
import { ReferralsUnavailableError } from "./database/referrals-database.ts";

const EVERY_MS = 60_000;

/** Runs the upkeep now, and a minute after it has ended, with `more` that is due by the clock. A database that is away is waited for. */
export function startUpkeep(referrals: Referrals, log: (line: string) => void, more: (referrals: Referrals) => Promise<void>): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let running = Promise.resolve();

  function run(): void {
    running = runUpkeep(referrals)
      .then(() => more(referrals))
      .catch((error: unknown) => {
        if (!(error instanceof ReferralsUnavailableError)) log(`The upkeep of referrals failed: ${errorLines(error)}`);
      })
      .then(() => {
        if (!closed) timer = setTimeout(run, EVERY_MS).unref();
      });
  }

  run();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
