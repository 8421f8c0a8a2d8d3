import { parentPort } from "node:worker_threads";
import type { Said } from "./run-isolated.ts";

/** For a module that `runIsolated` runs: answers the one input that it is given. What it throws breaks the thread. */
export function answerIsolated<Input, Output>(answer: (input: Input) => Promise<Output>): void {
  const port = parentPort;
  if (!port) throw new Error("This module runs in a thread of its own.");
  const say = (said: Said<Output>) => port.postMessage(said);
  port.once("message", (input: Input) => void answer(input).then((output) => say({ output })));
  say({ ready: true });
}
