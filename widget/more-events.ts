import { initialState, Task, TaskStatus } from "@lit/task";
import type { FinderCore } from "./finder-core.ts";
import { continued, type Answer } from "./state.ts";
import { laterStrings } from "./strings-later.ts";
import { strings } from "./strings.ts";

export type MoreStatus = "idle" | "loading" | "failed";

/** The next page of a list, when a person asks for it. */
export class MoreEvents {
  readonly #core: FinderCore;
  readonly #task: Task<[], { answer: Answer; page: Answer }>;
  /** The answer whose next page could not be had. */
  #endedAt: Answer | undefined;

  constructor(core: FinderCore) {
    this.#core = core;
    this.#task = new Task(core.host, {
      autoRun: false,
      task: async (_, { signal }) => {
        const { search, answer } = core.state();
        return answer?.next ? { answer, page: await core.client().more(search, answer, Date.now(), signal) } : initialState;
      },
      onComplete: ({ answer, page }) => this.#continue(answer, page),
      onError: (error) => this.#fail(error),
    });
  }

  get status(): MoreStatus {
    if (this.#task.status === TaskStatus.PENDING) return "loading";
    return this.#endedAt !== undefined && this.#endedAt === this.#core.state().answer ? "failed" : "idle";
  }

  ask(): void {
    if (this.#task.status !== TaskStatus.PENDING && !this.#core.isAsking()) void this.#task.run([]);
  }

  abort(): void {
    this.#task.abort();
  }

  #continue(answer: Answer, page: Answer): void {
    if (this.#core.state().answer !== answer) return;
    const before = answer.events.length;
    this.#core.change(continued(this.#core.state(), page));
    const events = this.#core.state().answer?.events ?? [];
    this.#core.say(() => laterStrings.more.shown(events.length, page.total));
    const first = events[before];
    if (first) this.#core.focus(`#t-${first.id}`);
  }

  #fail(error: unknown): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.#endedAt = this.#core.state().answer;
    this.#core.say(() => strings.failure.unavailable);
  }
}
