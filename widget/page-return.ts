import type { ReactiveController } from "lit";
import type { FinderCore } from "./finder-core.ts";

/** Asks again when the browser goes offline or comes back, and when it brings this page back from its memory by "Back" or "Forward". */
export class PageReturn implements ReactiveController {
  readonly #core: FinderCore;

  constructor(core: FinderCore) {
    this.#core = core;
    core.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("offline", this.#refresh);
    window.addEventListener("pageshow", this.#onPageShow);
    // What is shown may be of an earlier time, where a finder is put back.
    if (!navigator.onLine && !this.#core.state().failure) this.#refresh();
  }

  hostDisconnected(): void {
    window.removeEventListener("online", this.#onOnline);
    window.removeEventListener("offline", this.#refresh);
    window.removeEventListener("pageshow", this.#onPageShow);
  }

  readonly #refresh = () => this.#core.refresh();

  readonly #onOnline = () => {
    const { failure } = this.#core.state();
    if (failure && failure.kind !== "unknown-place") this.#refresh();
  };

  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#refresh();
  };
}
