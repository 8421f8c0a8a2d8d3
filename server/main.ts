import { readConfig } from "./config.ts";
import { failureLine } from "./failure-line.ts";
import { startService, type Service } from "./service.ts";

/** Ctrl-C can reach us twice at once, from the terminal and from npm; only a later one means "now". */
const FORCE_AFTER_MS = 1_000;
/** A part that does not stop, such as one that waits for a database which stands still, must not keep the program for ever. */
const STOP_WITHIN_MS = 20_000;

function log(line: string): void {
  console.log(line);
}

function fail(error: unknown): never {
  console.error(failureLine(error) ?? error);
  process.exit(1);
}

/** Gives a function that tells whether a stop was asked for. */
function stopOnSignals(starting: Promise<Service>): () => boolean {
  let asked: number | undefined;
  function stop(): void {
    if (asked !== undefined) {
      if (performance.now() - asked > FORCE_AFTER_MS) process.exit(130);
      return;
    }
    asked = performance.now();
    log("Stopping.");
    setTimeout(() => fail(new Error(`It did not stop within ${STOP_WITHIN_MS / 1000} seconds.`)), STOP_WITHIN_MS).unref();
    starting.then((service) => service.stop()).then(() => process.exit(0), fail);
  }
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return () => asked !== undefined;
}

function welcome({ url, demoUrl }: Service): string {
  const lines = [`The service is at ${url}`, `  events to search     ${url}/events`, `  the feed             ${url}/v1/events`];
  lines.push(`  as a calendar        ${url}/v1/events.ics`, `  how to use it        ${url}/developers`, `  the desk             ${url}/desk`);
  if (demoUrl) lines.push(`The finder on other people's websites is at ${demoUrl}`);
  return ["", ...lines, "Press Ctrl-C to stop.", ""].join("\n");
}

try {
  const starting = startService(readConfig(process.env), log);
  const isStopping = stopOnSignals(starting);
  const service = await starting;
  if (!isStopping()) log(welcome(service));
} catch (error) {
  fail(error);
}
