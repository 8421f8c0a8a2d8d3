import type { ReactiveController } from "lit";
import type { FinderCore } from "./finder-core.ts";
import { OLD_MS } from "./state.ts";

const CHECK_MS = 60_000;

/** Brings an old list up to date while somebody looks at it, also where a network lets no news through. */
export class Freshness implements ReactiveController {
  readonly #core: FinderCore;
  readonly #renew: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(core: FinderCore, renew: () => void) {
    this.#core = core;
    this.#renew = renew;
    core.host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#check, CHECK_MS);
    document.addEventListener("visibilitychange", this.#check);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#check);
  }

  readonly #check = () => {
    const { answer } = this.#core.state();
    if (answer && document.visibilityState === "visible" && Date.now() - answer.at > OLD_MS) this.#renew();
  };
}
