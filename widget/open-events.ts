import { Task, TaskStatus } from "@lit/task";
import type { ReactiveControllerHost } from "lit";

/** One thing that is fetched for each opened event, such as its details: one task each. */
export class OpenEvents<Value> {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: (id: string, signal: AbortSignal) => Promise<Value>;
  readonly #tasks = new Map<string, Task<[], Value>>();

  constructor(host: ReactiveControllerHost, fetch: (id: string, signal: AbortSignal) => Promise<Value>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  load(id: string): void {
    const task = this.#tasks.get(id) ?? new Task<[], Value>(this.#host, { autoRun: false, task: (_, { signal }) => this.#fetch(id, signal) });
    this.#tasks.set(id, task);
    if (task.status !== TaskStatus.PENDING) void task.run([]);
  }

  forget(): void {
    for (const task of this.#tasks.values()) {
      task.abort();
      this.#host.removeController(task);
    }
    this.#tasks.clear();
  }

  /** What the last good answer was. */
  value(id: string): Value | undefined {
    return this.#tasks.get(id)?.value;
  }

  /** True when it could not be fetched. */
  hasFailed(id: string): boolean {
    return this.#tasks.get(id)?.status === TaskStatus.ERROR;
  }
}
