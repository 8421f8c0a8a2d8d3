import { Task, TaskStatus } from "@lit/task";
import type { ReactiveControllerHost } from "lit";
import type { Event } from "../server/contract/event.ts";
import type { DirectoryClient } from "./directory-client.ts";

/** The details of opened events. An event that the list brought whole is shown at once; any other is fetched, one task each. */
export class OpenEvents {
  readonly #host: ReactiveControllerHost;
  readonly #tasks = new Map<string, Task<[], Event>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  load(client: DirectoryClient, id: string): void {
    if (client.known(id)) return;
    const task = this.#tasks.get(id) ?? new Task<[], Event>(this.#host, { autoRun: false, task: (_, { signal }) => client.event(id, signal) });
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

  /** True when the details could not be fetched. */
  hasFailed(id: string): boolean {
    return this.#tasks.get(id)?.status === TaskStatus.ERROR;
  }
}
