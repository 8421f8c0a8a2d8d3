import { Task, TaskStatus } from "@lit/task";
import type { ReactiveControllerHost } from "lit";
import { Feed } from "./feed.ts";

/** A borough, and where its tile lies on the map. Rows and columns count from 0. */
export interface BoroughTile {
  readonly slug: string;
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

async function fetchTiles(service: string, signal: AbortSignal): Promise<readonly BoroughTile[]> {
  const { boroughs } = await new Feed(service).vocabularies(signal);
  return boroughs.map(({ slug, label, tile }) => ({ slug, label, row: tile.row, column: tile.column })).sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Where the boroughs lie on the map, in the order in which one reads it. Asked for when somebody first wants the map. */
export class BoroughTiles {
  readonly #task: Task<[string], readonly BoroughTile[]>;
  #service = "";

  constructor(host: ReactiveControllerHost) {
    this.#task = new Task(host, { autoRun: false, task: ([service], { signal }) => fetchTiles(service, signal) });
  }

  /** Undefined while they are on their way, null when they could not be had. */
  of(service: string): readonly BoroughTile[] | undefined | null {
    if (service !== this.#service) {
      this.#service = service;
      queueMicrotask(() => void this.#task.run([service]));
      return undefined;
    }
    if (this.#task.status === TaskStatus.ERROR) return null;
    return this.#task.status === TaskStatus.COMPLETE ? this.#task.value : undefined;
  }

  /** Asks again the next time, after they could not be had. */
  retry(): void {
    if (this.#task.status === TaskStatus.ERROR) this.#service = "";
  }
}
