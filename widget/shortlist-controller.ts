import { initialState, Task, TaskStatus } from "@lit/task";
import type { ReactiveControllerHost } from "lit";
import type { DirectoryClient } from "./directory-client.ts";
import type { Settings } from "./settings.ts";
import { SHORTLIST_LIMIT, ShortlistStore, toggleShortlisted } from "./shortlist.ts";

/** The shortlist of a finder in clinician mode. In public mode it is empty and stores nothing. */
export class ShortlistController {
  ids: readonly string[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #task: Task<[DirectoryClient | undefined, string], unknown>;
  #store: ShortlistStore | undefined;
  #client: DirectoryClient | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#task = new Task(host, {
      args: () => [this.#client, this.#unknown().join(" ")],
      task: ([client, ids], { signal }) => (client && ids ? client.events(ids.split(" "), signal) : initialState),
    });
  }

  get isFull(): boolean {
    return this.ids.length >= SHORTLIST_LIMIT;
  }

  get isLoading(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Takes up the list that this browser tab keeps for a service. */
  open({ mode, service }: Settings, client: DirectoryClient): void {
    this.#client = client;
    this.#store = mode === "clinician" ? new ShortlistStore(service) : undefined;
    this.ids = this.#store?.read() ?? [];
  }

  toggle(id: string): void {
    this.#keep(toggleShortlisted(this.ids, id));
  }

  clear(): void {
    this.#keep([]);
  }

  abort(): void {
    this.#task.abort();
  }

  #keep(ids: readonly string[]): void {
    this.ids = ids;
    this.#store?.write(ids);
    this.#host.requestUpdate();
  }

  #unknown(): readonly string[] {
    return this.ids.filter((id) => !this.#client?.known(id));
  }
}
