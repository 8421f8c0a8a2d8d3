import { readConfig, type Config } from "./config.ts";
import { failureLine } from "./failure-line.ts";

/** Words of the command line that cannot be used, told in one line. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Runs a program of the command line: settings from the environment, and one line for each fault that a person can mend. */
export async function runCommand(command: (config: Config, log: (line: string) => void) => Promise<void>): Promise<void> {
  try {
    await command(readConfig(process.env), (line) => console.log(line));
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : (failureLine(error) ?? error));
    process.exitCode = 1;
  }
}
