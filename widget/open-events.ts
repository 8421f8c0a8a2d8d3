import { Task, TaskStatus } from "@lit/task";
import { html, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { Event } from "../server/contract/event.ts";
import type { Mode } from "./attributes.ts";
import type { DirectoryClient } from "./directory-client.ts";
import { strings } from "./strings.ts";
import { eventDetail } from "./views/event-detail.ts";

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

  view(client: DirectoryClient, id: string, mode: Mode, retry: (id: string) => void): TemplateResult {
    const event = client.known(id);
    if (event) return eventDetail(event, mode);
    const words = strings.detail;
    if (this.#tasks.get(id)?.status !== TaskStatus.ERROR) return html`<p class="hint">${words.loading}…</p>`;
    return html`<p class="field-error">${words.failed}</p>
      <button type="button" class="secondary" part="button" @click=${() => retry(id)}>${words.retry}</button>`;
  }
}
