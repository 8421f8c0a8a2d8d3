import { Worker } from "node:worker_threads";

/** What a thread may use. Time is in milliseconds and counts from when the thread is ready; memory is its heap, in megabytes. */
export interface Limits {
  milliseconds: number;
  megabytes: number;
}

/** The work was given up: it took too long or too much memory, or it broke the thread. */
export class WorkAbandonedError extends Error {
  override name = "WorkAbandonedError";
  readonly limit: "time" | "memory" | undefined;

  constructor(limit: "time" | "memory" | undefined, options?: ErrorOptions) {
    super(limit === undefined ? "The work failed" : `The work took too much ${limit}`, options);
    this.limit = limit;
  }
}

const START_MS = 20_000;
/** More threads would take all processors and much memory from whatever else there is to do. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Output>(work: () => Promise<Output>): Promise<Output> {
  if (running >= AT_ONCE) await new Promise<void>((begin) => waiting.push(begin));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** What a thread says. */
export type Said<Output> = { ready: true } | { output: Output };

/**
 * Gives the input to a module that calls `answerIsolated`, in a thread of its own, and gives its answer. Input and answer are
 * copied. Two threads work at once; the rest wait. Throws `WorkAbandonedError`.
 */
export function runIsolated<Input, Output>(module: URL, input: Input, limits: Limits): Promise<Output> {
  return inTurn(() => runThread<Input, Output>(module, input, limits));
}

function runThread<Input, Output>(module: URL, input: Input, { milliseconds, megabytes }: Limits): Promise<Output> {
  const { promise, resolve, reject } = Promise.withResolvers<Output>();
  const worker = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: megabytes }, env: {}, stdout: true, stderr: true });
  const giveUp = () => reject(new WorkAbandonedError("time"));
  let timer = setTimeout(giveUp, START_MS);
  worker.on("message", (said: Said<Output>) => {
    if ("output" in said) return resolve(said.output);
    clearTimeout(timer);
    timer = setTimeout(giveUp, milliseconds);
    worker.postMessage(input);
  });
  worker.on("error", (error: NodeJS.ErrnoException) => {
    reject(new WorkAbandonedError(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : undefined, { cause: error }));
  });
  worker.on("exit", () => reject(new WorkAbandonedError(undefined)));
  return promise.finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}
