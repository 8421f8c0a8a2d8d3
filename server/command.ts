import { readConfig, type Config } from "./config.ts";
import { failureLine } from "./failure-line.ts";

/** Runs a program of the command line: settings from the environment, and one line for each fault that a person can mend. */
export async function runCommand(command: (config: Config, log: (line: string) => void) => Promise<void>): Promise<void> {
  try {
    await command(readConfig(process.env), (line) => console.log(line));
  } catch (error) {
    console.error(failureLine(error) ?? error);
    process.exitCode = 1;
  }
}
