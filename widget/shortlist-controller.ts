import { initialState, Task, TaskStatus } from "@lit/task";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { DirectoryClient } from "./directory-client.ts";
import type { Settings } from "./settings.ts";
import { COMPARED_LIMIT, comparedOf, SHORTLIST_LIMIT, ShortlistStore, toggled } from "./shortlist.ts";

/** Those of the page. A browser tells other tabs alone what changed in storage (HTML standard, 12.2.1). */
const mounted = new Set<ShortlistController>();

/** The events that a person has put aside. Where the browser refuses storage, the list lives as long as the finder. */
export class ShortlistController implements ReactiveController {
  ids: readonly string[] = [];
  isComparing = false;
  readonly #host: ReactiveControllerHost;
  readonly #task: Task<[DirectoryClient | undefined, string], unknown>;
  #picked: readonly string[] = [];
  #place = "";
  #store: ShortlistStore | undefined;
  #client: DirectoryClient | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#task = new Task(host, {
      args: () => [this.#client, this.#unknown().join(" ")],
      task: ([client, ids], { signal }) => (client && ids ? client.events(ids.split(" "), signal) : initialState),
    });
    host.addController(this);
  }

  hostConnected(): void {
    mounted.add(this);
    window.addEventListener("storage", this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    mounted.delete(this);
    window.removeEventListener("storage", this.#read);
  }

  get isFull(): boolean {
    return this.ids.length >= SHORTLIST_LIMIT;
  }

  get isLoading(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  get hasFailed(): boolean {
    return this.#task.status === TaskStatus.ERROR;
  }

  get compared(): readonly string[] {
    return comparedOf(this.ids, this.#picked);
  }

  /** Takes up the list that this browser keeps for a service, in a mode. */
  open({ mode, service }: Settings, client: DirectoryClient): void {
    this.#client = client;
    const place = `${mode} ${service}`;
    if (place === this.#place) return;
    this.#place = place;
    this.#store = new ShortlistStore(mode, service);
    this.ids = this.#store.read() ?? [];
    this.isComparing = false;
  }

  /** Another tab or finder may have changed the list since: what counts is what this one shows of the event. */
  toggle(id: string): void {
    const kept = this.#store?.read() ?? this.ids;
    this.#keep(kept.includes(id) === this.ids.includes(id) ? toggled(kept, id, SHORTLIST_LIMIT) : kept);
  }

  clear(): void {
    this.#keep([]);
  }

  pick(id: string): void {
    this.#picked = toggled(this.compared, id, COMPARED_LIMIT);
    this.#host.requestUpdate();
  }

  compare(isComparing: boolean): void {
    this.isComparing = isComparing;
    this.#host.requestUpdate();
  }

  retry(): void {
    this.#read();
    if (this.hasFailed) void this.#task.run();
  }

  abort(): void {
    this.#task.abort();
  }

  #keep(ids: readonly string[]): void {
    this.#store?.write(ids);
    this.#show(ids);
    for (const other of mounted) other.#read();
  }

  /** Takes up what another finder or tab may have saved or cleared. */
  readonly #read = (): void => {
    const kept = this.#store?.read();
    if (kept && kept.join() !== this.ids.join()) this.#show(kept);
  };

  #show(ids: readonly string[]): void {
    this.ids = ids;
    if (this.compared.length < 2) this.isComparing = false;
    this.#host.requestUpdate();
  }

  #unknown(): readonly string[] {
    return this.ids.filter((id) => !this.#client?.known(id));
  }
}
