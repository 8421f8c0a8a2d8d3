import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Asks a program to end, and waits until it has. */
export async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exited = once(program, "exit");
  program.kill("SIGTERM");
  await exited;
}
