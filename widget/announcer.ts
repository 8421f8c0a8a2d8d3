import type { ReactiveController, ReactiveControllerHost } from "lit";

const SETTLED_MS = 600;

/** What a live region says. While a person types it waits, so that a screen reader hears the last result and not each. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  message = "";

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  say(message: string): void {
    clearTimeout(this.#timer);
    this.message = message;
    this.#host.requestUpdate();
  }

  /** Says it once nothing else has come for a while, and then calls back. */
  sayWhenSettled(message: string, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.say(message);
      then();
    }, SETTLED_MS);
  }
}
