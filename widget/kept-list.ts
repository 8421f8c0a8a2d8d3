import type { ReactiveController } from "lit";
import { FeedProblem } from "./feed.ts";
import type { FinderCore } from "./finder-core.ts";
import { answered, failed } from "./state.ts";

/**
 * Where the service cannot be reached, and nothing is shown yet, the list that the browser itself still has from an earlier visit
 * (Fetch standard, cache mode "force-cache"). The finder stores nothing of its own for it.
 */
export class KeptList implements ReactiveController {
  readonly #core: FinderCore;
  #asking: AbortController | undefined;

  constructor(core: FinderCore) {
    this.#core = core;
    core.host.addController(this);
  }

  hostDisconnected(): void {
    this.#asking?.abort();
    this.#asking = undefined;
  }

  hostUpdated(): void {
    const { answer, failure } = this.#core.state();
    if (answer || !failure || failure.kind === "unknown-place") this.hostDisconnected();
    else if (!this.#asking) void this.#ask();
  }

  async #ask(): Promise<void> {
    const asking = (this.#asking = new AbortController());
    const { search } = this.#core.state();
    try {
      const answer = await this.#core.client().kept(search, Date.now(), asking.signal);
      const state = this.#core.state();
      if (asking === this.#asking && state.failure) this.#core.change(failed(answered(state, answer), state.failure));
    } catch (error) {
      // Most often the browser has none, or what a network with a sign-in page said. The failure that led here is told already.
      if (![TypeError, SyntaxError, FeedProblem, DOMException].some((kind) => error instanceof kind)) throw error;
    }
  }
}
