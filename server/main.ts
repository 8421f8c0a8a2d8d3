import { readConfig } from "./config.ts";
import { failureLine } from "./failure-line.ts";
import { startService, type Service } from "./service.ts";

/** Ctrl-C can reach us twice at once, from the terminal and from npm; only a later one means "now". */
const FORCE_AFTER_MS = 1_000;

function log(line: string): void {
  console.log(line);
}

function fail(error: unknown): never {
  console.error(failureLine(error) ?? error);
  process.exit(1);
}

function stopOnSignals(starting: Promise<Service>): void {
  let asked: number | undefined;
  function stop(): void {
    if (asked !== undefined) {
      if (performance.now() - asked > FORCE_AFTER_MS) process.exit(130);
      return;
    }
    asked = performance.now();
    log("Stopping.");
    starting.then((service) => service.stop()).then(() => process.exit(0), fail);
  }
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function welcome({ url, demoUrl }: Service): string {
  const lines = [`The service is at ${url}`, `  events to search     ${url}/events`, `  the feed             ${url}/v1/events`];
  lines.push(`  as a calendar        ${url}/v1/events.ics`, `  how to use it        ${url}/developers`);
  if (demoUrl) lines.push(`The finder on other people's websites is at ${demoUrl}`);
  return ["", ...lines, "Press Ctrl-C to stop.", ""].join("\n");
}

try {
  const starting = startService(readConfig(process.env), log);
  stopOnSignals(starting);
  log(welcome(await starting));
} catch (error) {
  fail(error);
}
