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
    this.hush();
  }

  say(message: string): void {
    this.hush();
    this.message = message;
    this.#host.requestUpdate();
  }

  /** Drops what is still to be said: something newer is on its way. It is said even when it has the same words. */
  hush(): void {
    clearTimeout(this.#timer);
    this.message = "";
  }

  /** Says it once nothing else has come for a while, and then calls back. */
  sayWhenSettled(message: string, then: () => void): void {
    this.hush();
    this.#timer = setTimeout(() => {
      this.say(message);
      then();
    }, SETTLED_MS);
  }
}
