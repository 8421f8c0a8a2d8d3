import { Task, TaskStatus } from "@lit/task";
import { html, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { Event } from "../server/contract/event.ts";
import type { DirectoryClient } from "./directory-client.ts";
import type { ListItem } from "./state.ts";
import { strings } from "./strings.ts";

export interface DetailView {
  /** Draws a whole event; undefined until that part of the script has come. */
  readonly draw: ((event: Event) => TemplateResult) | undefined;
  /** True when that part of the script could not be had. */
  readonly hasFailed: boolean;
  readonly retry: (id: string) => void;
}

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

  view(client: DirectoryClient, { id, url }: ListItem, { draw, hasFailed, retry }: DetailView): TemplateResult {
    const event = client.known(id);
    if (event && draw) return draw(event);
    const words = strings.detail;
    if (!hasFailed && this.#tasks.get(id)?.status !== TaskStatus.ERROR) return html`<p class="hint">${words.loading}…</p>`;
    return html`<p class="field-error">${words.failed}</p>
      <div class="buttons">
        <button type="button" class="secondary" part="button" @click=${() => retry(id)}>${words.retry}</button>
        <a class="secondary" part="button" href=${url} target="_top">${words.page}</a>
      </div>`;
  }
}
